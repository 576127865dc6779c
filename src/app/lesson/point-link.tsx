/** A piece of the text that points: what it names lights up under the pointer or with the focus, and a click brings it into sight. */
import type { ComponentChildren } from "preact";
import type { PointTarget } from "../../lessons/index.ts";
import { usePointer } from "./pointer.ts";
import "./links.css";

export function PointLink({ target, children }: { target: PointTarget; children: ComponentChildren }) {
  const pointer = usePointer();
  return (
    <button type="button" class="point-link" {...pointer.handlers(target)}>
      {children}
    </button>
  );
}
