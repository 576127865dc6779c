/**
 * A modal dialog that is open as long as it is there.
 *
 * The browser tells that a dialog was closed by a `close` event, which it queues: whoever presses Escape and at once opens the next
 * dialog would have that one taken away by the late event of the first. So nobody listens to it. Escape is heard as `cancel`,
 * which comes before, and closing is done in one go: the dialog closes, the focus goes back, the owner takes the dialog away.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import "./dialog.css";

/** Shows `children` with the name that the element `titleId` holds; `close` is handed to them, and `onClose` hears of it at once. */
export function Modal({
  titleId,
  kind = "",
  onClose,
  children,
}: {
  titleId: string;
  /** A class of its own. */
  kind?: string;
  onClose: () => void;
  children: (close: () => void) => ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // At once, not after the next paint: keys that are pressed in between belong to the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog
      class={`dialog ${kind}`}
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={({ target, currentTarget }) => target === currentTarget && close()}
    >
      {children(close)}
    </dialog>
  );
}
