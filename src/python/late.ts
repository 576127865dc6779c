/**
 * What of Python a page that is compiled can do without: the compiler, what built-in types do, and what only few pages name. In a worker it comes late, but before what
 * the library is built upon (`modules/library-natives.ts`).
 */
import "./builtins/collections.ts";
import "./builtins/namespaces.ts";
import "./builtins/numbers.ts";
import "./builtins/objects.ts";
import { compile as compileText } from "./front/index.ts";
import "./modules/future.ts";
import "./modules/sys.ts";
import type { Compile } from "./objects/compiler.ts";
import { forgetFacts } from "./objects/type.ts";
import "./types/index.ts";
import "./types/late-codecs.ts";

forgetFacts();

/** See `Compile`. */
export const compile: Compile = compileText;
