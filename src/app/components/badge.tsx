/** Small marks of the things that have a hue: a session by the start of its id, a request by its number; and what lights them. */
import { useComputed } from "@preact/signals";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import "./badge.css";

/** The first characters of a session's id, or with `whole` all of them; the whole id is its tooltip. */
export function SessionBadge({ id, whole = false }: { id: string; whole?: boolean }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const hue = inspector.hueOfSession(id);
  return (
    <span class="badge is-session" style={`--hue: ${hue}`} title={words.sessionLabel(id)}>
      {whole || id.length <= 6 ? id : `${id.slice(0, 4)}…`}
    </span>
  );
}

/** A link to a request's details; `by` undefined says that its request is no longer in the log. */
export function RequestLink({ request }: { request: number | undefined }) {
  const { inspector, layout } = useApp();
  const words = useAllWords();
  if (request === undefined) return <span>{words.requestGone}</span>;
  const show = () => {
    inspector.showRequest(request);
    layout.show("inspector");
  };
  return (
    <button type="button" class="link-button" {...pointing(inspector, `request:${request}`)} onClick={show}>
      {words.requestLink(request)}
    </button>
  );
}

/** The classes of a thing that is lit or has just changed; only those whose own state changes are drawn again. */
export function useHighlight(key: string): string {
  const { inspector, workspace } = useApp();
  const isLit = useComputed(() => inspector.lit.value.has(key));
  const isFresh = useComputed(() => workspace.fresh.value.has(key));
  return `${isLit.value ? "is-lit" : ""} ${isFresh.value ? "glow" : ""}`;
}

/** The handlers that light what belongs to `key` while the pointer or the focus is on an element. */
export function pointing(inspector: { pointed: { value: string | null } }, key: string) {
  const point = () => {
    inspector.pointed.value = key;
  };
  const leave = () => {
    if (inspector.pointed.value === key) inspector.pointed.value = null;
  };
  // These bubble: a row is lit when the button in it has the focus.
  return { onPointerEnter: point, onPointerLeave: leave, onFocusIn: point, onFocusOut: leave };
}
