/**
 * The door of the PIH room: HTML with Python inside becomes Python, or straight a code object that cites page lines.
 */
export { compileNow } from "./compile-script.ts";
export { compilePage } from "./page-compiler.ts";
export { pageNatives } from "./page-natives.ts";
export { compileScript } from "./script-compiler.ts";
