/** A border between two parts that can be dragged, or moved with the arrow keys: ARIA's window splitter. */
import { useApp } from "../app-model.ts";
import { type Sizes, usualSizes } from "../models/preferences.ts";
import "./separator.css";

const keySteps: Record<string, number> = {
  ArrowLeft: -2,
  ArrowUp: -2,
  ArrowRight: 2,
  ArrowDown: 2,
  PageUp: -10,
  PageDown: 10,
};

/** `what` names the size it changes; `label` what a screen reader calls it; `controls` the id of the part that grows. */
export function Separator({ what, label, controls }: { what: keyof Sizes; label: string; controls: string }) {
  const { preferences } = useApp();
  const size = Math.round(preferences.sizes.value[what]);
  const across = what !== "browser";

  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    const end = event.key === "Home" ? 0 : event.key === "End" ? 100 : undefined;
    if (step === undefined && end === undefined) return;
    event.preventDefault();
    preferences.resize(what, end ?? size + (step ?? 0));
  };

  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const handle = event.currentTarget;
    const room = handle.parentElement?.getBoundingClientRect();
    if (room === undefined) return;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX, clientY }: PointerEvent) => {
      const share = across ? (clientX - room.left) / room.width : (clientY - room.top) / room.height;
      preferences.resize(what, share * 100);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };

  return (
    // A focusable separator is a widget: https://www.w3.org/TR/wai-aria-1.2/#separator
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged
    <div
      class="separator"
      role="separator"
      tabIndex={0}
      aria-orientation={across ? "vertical" : "horizontal"}
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={size}
      aria-valuemin={15}
      aria-valuemax={85}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDblClick={() => preferences.resize(what, usualSizes[what])}
    />
  );
}
