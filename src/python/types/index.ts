/**
 * The built-in types: importing this says what fills every one of them with slots and methods. Types are shared constants, so that happens once, at the
 * first look into a type, and nothing changes them afterwards. It comes late (`late.ts`); what is there before is in `first.ts`.
 */
import "./bytes.ts";
import "./dict.ts";
import "./dict-views.ts";
import "./exceptions.ts";
import "./file.ts";
import "./float.ts";
import "./functions.ts";
import "./int.ts";
import "./iterators.ts";
import "./list.ts";
import "./object.ts";
import "./old-style.ts";
import "./set.ts";
import "./str.ts";
import "./unicode.ts";
