/**
 * The names a site's files may have.
 *
 * Stricter than any file system, so that a site can be unzipped, served from a real disk and linked to anywhere:
 *
 *     path = name *("/" name)      name = 1*255 characters, none of them control characters or \ : * ? " < > |
 *
 * no name is `.` or `..`, none ends in a dot or a blank. The reasons are sentences for the learner who chose the name.
 */

/** Longest path, in UTF-16 units. */
const MAX_PATH_LENGTH = 255;

/** A usable path, or a sentence that says what is wrong with it and what to do. */
export type PathCheck = { ok: true; path: string } | { ok: false; reason: string };

const rules: readonly [test: (path: string) => boolean, reason: (path: string) => string][] = [
  [(path) => path.trim() === "", () => "The file needs a name, for instance page.pih."],
  [
    (path) => path.length > MAX_PATH_LENGTH,
    (path) =>
      `This name has ${path.length} characters; a name may have ${MAX_PATH_LENGTH}. Choose a shorter one.`,
  ],
  [
    (path) => path.startsWith("/"),
    (path) =>
      `“${path}” begins with “/”. Names are relative to the site: write “${path.replace(/^\/+/, "")}”.`,
  ],
  [(path) => path.endsWith("/"), (path) => `“${path}” ends with “/”. Add the name of a file after it.`],
  [
    (path) => path.includes("//"),
    (path) => `“${path}” has “//”. Put the name of a folder between, or one “/”.`,
  ],
  [
    (path) => names(path).some((name) => name === "." || name === ".."),
    (path) => `“${path}” steps out of its folder with “.” or “..”. Write the path from the top of the site.`,
  ],
  [
    (path) => forbidden(path) !== undefined,
    (path) =>
      `“${path}” holds ${forbidden(path)}, which file names may not hold everywhere. Choose another character.`,
  ],
  [
    (path) => names(path).some((name) => /[. ]$/.test(name) || name.startsWith(" ")),
    (path) => `“${path}” has a name that begins or ends with a blank, or ends with a dot. Remove it.`,
  ],
];

/** Says whether `path` may name a file of the site. */
export function checkPath(path: string): PathCheck {
  const broken = rules.find(([test]) => test(path));
  return broken === undefined ? { ok: true, path } : { ok: false, reason: broken[1](path) };
}

function names(path: string): string[] {
  return path.split("/");
}

/** The first forbidden character of `path`, as a learner would call it. */
function forbidden(path: string): string | undefined {
  for (const character of path) {
    if (character < " " || character === "\u007f") return "an invisible control character";
    if ('\\:*?"<>|'.includes(character)) return `the character ${character}`;
    if (/[\ud800-\udfff]/.test(character) && character.length === 1) return "half a character";
  }
  return undefined;
}
