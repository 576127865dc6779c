/** Filling a built-in type when it is first looked into: its own slots and methods, then, for its names, what follows from its slots. */
import { registerNatives } from "../objects/natives.ts";
import type { PyType } from "../objects/type.ts";
import { wrapSlots } from "./slot-wrappers.ts";

/** Says how `type` is filled. Its natives are found by name before that, too. */
export function fillLater(type: PyType, fill: () => void): void {
  type.filler = () => {
    fill();
    type.namer = () => wrapSlots(type);
  };
  // Somebody may have looked into a type that comes late.
  type.known = null;
  registerNatives(type.name, () => {
    type.nameAll();
    return undefined;
  });
}
