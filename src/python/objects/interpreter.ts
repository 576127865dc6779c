/** The Python state of one server process: shared by its threads, gone when it restarts. */
import { Table } from "./table.ts";

export class Interpreter {
  /** `sys.modules`. */
  modules: Table = new Table();
  /** The namespace of `__builtin__`. */
  builtins: Table;
  /** The next `id()`; steps of 16 so that reprs look like addresses. */
  nextSerial = 0x7f0000001000;
  /** How many Python frames may be on a stack. */
  recursionLimit = 1000;
  constructor(builtins: Table) {
    this.builtins = builtins;
  }
}
