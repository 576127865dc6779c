/**
 * What of Python a page that is compiled can do without: the compiler, and what only few pages name. In a worker it comes late, but before what
 * the library is built upon (`modules/library-natives.ts`).
 */
import "./builtins/collections.ts";
import "./builtins/namespaces.ts";
import "./builtins/numbers.ts";
import "./builtins/objects.ts";
import { compile as compileText } from "./front/index.ts";
import type { Compile } from "./objects/compiler.ts";
import "./types/bytes.ts";
import "./types/dict-views.ts";
import "./types/file.ts";
import "./types/float.ts";
import "./types/functions.ts";
import "./types/late-codecs.ts";
import "./types/old-style.ts";
import "./types/set.ts";

/** See `Compile`. */
export const compile: Compile = compileText;
