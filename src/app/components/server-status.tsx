/**
 * The state of the server in the head of the page, read out when it changes: a button that opens the panel with its options.
 *
 * The panel is a popover of the browser's own: Escape and a click beside it close it, and the focus comes back to the button. Its place is here
 * from the start; what stands in it comes with the parts of after the first paint.
 */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useApp } from "../app-model.ts";
import { Icon } from "./icon.tsx";
import { chevron } from "./icons.ts";
import { ServerPanel } from "./lazy-parts.ts";
import { kindName, storageName } from "./server-names.ts";

export function ServerStatus() {
  const { workspace, preferences } = useApp();
  const words = preferences.words.value;
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const [state, text] = useServerState();
  const glow = workspace.fresh.value.has("server") ? " glow" : "";
  /** Below the button, wherever the head of the page has put it. */
  const place = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { left = 0, bottom = 0 } = button.current?.getBoundingClientRect() ?? {};
    currentTarget.style.setProperty("--left", `${left}px`);
    currentTarget.style.setProperty("--top", `${bottom + 8}px`);
  };
  return (
    <>
      <div role="status">
        <button
          type="button"
          ref={button}
          data-place="server"
          class={`server-state is-${state}${glow}`}
          title={words.serverOptions}
          popovertarget="server-panel"
          disabled={workspace.state.value === null}
        >
          <span class="lamp" aria-hidden="true" />
          <span class="words">{text}</span>
          <Icon svg={chevron} />
        </button>
      </div>
      <div
        id="server-panel"
        class="server-popover"
        popover="auto"
        role="dialog"
        aria-label={words.serverOptions}
        onBeforeToggle={place}
        onToggle={({ newState }) => {
          isOpen.value = newState === "open";
        }}
      >
        {isOpen.value && <ServerPanel />}
      </div>
    </>
  );
}

/** How the server is, in one word for the lamp and in a sentence. */
function useServerState(): ["lost" | "starting" | "busy" | "ready", string] {
  const { workspace, connection, preferences } = useApp();
  const words = preferences.words.value;
  const configuration = workspace.state.value?.configuration;
  if (connection.status.value === "lost") return ["lost", words.serverLost];
  if (configuration === undefined) return ["starting", words.serverStarting];
  if (workspace.isBusy.value) return ["busy", words.serverBusy(workspace.running.value.length)];
  const { server, persistent_session: persistent } = configuration;
  return ["ready", words.serverReady(kindName(server, words), storageName(persistent, words))];
}
