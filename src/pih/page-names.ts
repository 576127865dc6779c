/** What the program that a page becomes calls; in every page's namespace (see `page-natives.ts`). */

/** The native that a page's text is written by. */
export const WRITE_TEXT = "__html__";
/** The native that `<%= %>` writes by: `str()` of anything, unicode as UTF-8. */
export const WRITE_VALUE = "__value__";
