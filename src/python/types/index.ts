/**
 * The built-in types: importing this says what fills every one of them with slots and methods, but those that come late (`late.ts`). Types are
 * shared constants, so that happens once, at the first look into a type, and nothing changes them afterwards.
 */
import "./dict.ts";
import "./exceptions.ts";
import "./int.ts";
import "./iterators.ts";
import "./list.ts";
import "./object.ts";
import "./str.ts";
import "./unicode.ts";
