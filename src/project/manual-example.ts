/**
 * Where the manual's worked example lives: three files, word for word from its section 6.6.2. The text itself is in
 * `tutorials/`, where anyone can edit it; the app imports it from there, the tests read it from the disk.
 */

/** The folder of the example's files, from the top of the repository. */
export const MANUAL_EXAMPLE_FOLDER = "tutorials/01-sessions/03-manual-example/files";

/** The example's files in the order in which a visitor meets them. */
export const manualExampleFiles = ["index.html", "debutEssaiSession.pih", "suiteEssaiSession.pih"] as const;
