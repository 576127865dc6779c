/** The machine's own modules by name: those that need the host language. The others are written in Python, in `lib`. */
import type { PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { makeFiles } from "./files.ts";
import { makeFuture } from "./future.ts";
import { makeMath } from "./math.ts";
import { makeRandom } from "./random.ts";
import { makeSqlite } from "./sqlite.ts";
import { makeSys } from "./sys.ts";
import { makeThread } from "./thread.ts";
import { makeTime } from "./time.ts";

/** Makes each module for one interpreter, when it is first imported. */
export const builtinModules: ReadonlyMap<string, (vm: VM) => PyModule> = new Map<
  string,
  (vm: VM) => PyModule
>([
  ["__future__", makeFuture],
  ["_files", makeFiles],
  ["_random", makeRandom],
  ["_sqlite3", makeSqlite],
  ["_math", makeMath],
  ["sys", makeSys],
  ["_thread", makeThread],
  ["_time", makeTime],
]);
