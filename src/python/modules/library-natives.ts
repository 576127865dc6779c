/**
 * The modules in the host's language that only the library's own modules import: `math.py` is a few lines above `_math`. They need not
 * be here before the first text of the library is.
 */
import "../hints/sentence.ts";
import "../types/lock.ts";
import { makeFiles } from "./files.ts";
import { makeHashes } from "./hashes.ts";
import { registerModules } from "./index.ts";
import { makeMath } from "./math.ts";
import { makeRandom } from "./random.ts";
import { makeSource } from "./source.ts";
import { makeSqlite } from "./sqlite.ts";
import { makeSre } from "./sre.ts";
import { makeStruct } from "./struct.ts";
import { makeThread } from "./thread.ts";
import { makeTime } from "./time.ts";
import { makeUnicode } from "./unicode.ts";

/** Their names. */
export const libraryNatives = registerModules({
  _files: makeFiles,
  _hashes: makeHashes,
  _math: makeMath,
  _random: makeRandom,
  _source: makeSource,
  _sqlite3: makeSqlite,
  _sre: makeSre,
  _struct: makeStruct,
  _thread: makeThread,
  _time: makeTime,
  _unicode: makeUnicode,
});
