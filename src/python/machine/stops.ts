/** Why a run gives control back, and until when it is asked to go on. Plain data, for schedulers to switch on. */
import type { Throwable } from "../objects/exception.ts";
import type { PyTraceback } from "../objects/frame.ts";
import type { LimitReached } from "../objects/machine.ts";
import type { Operation } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";

/**
 * Where to stop next. `end`: only when the run is over; `statement`: before every statement; `operation`: before every
 * visible operation. `slice` is the greatest number of steps before control comes back at a statement all the same; `before`
 * names the kinds of visible operations before which it comes back in any case.
 */
export interface StepUntil {
  kind: "end" | "statement" | "operation";
  slice?: number;
  before?: readonly Operation["kind"][] | "all";
}

/**
 * Where a run stands. After `statement`, `operation` and `slice` call `run` again to go on; the other three are final.
 * The lines are those of the code object (page lines, for a compiled page).
 */
export type Stop =
  | { kind: "statement"; line: number; filename: string }
  | { kind: "operation"; operation: Operation; line: number; filename: string }
  | { kind: "slice"; line: number; filename: string }
  | { kind: "returned"; value: Value }
  | { kind: "raised"; exception: Throwable; traceback: PyTraceback | null }
  | { kind: "limit"; limit: LimitReached["limit"]; message: string; line: number; filename: string };
