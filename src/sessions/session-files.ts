/** How the files of sessions are called. */

/** The folder of the session files. */
export const SESSION_FOLDER = "sessions";

/** Where session `id` is on the disk. An id is whatever a browser sent, so all but plain characters is encoded. */
export function sessionPath(id: string): string {
  const name = id.replace(
    /[^A-Za-z0-9_-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${SESSION_FOLDER}/${name === "" ? "%" : name}`;
}

/** The id whose session file is called `name`. */
export function sessionIdOf(name: string): string {
  if (name === "%") return "";
  return name.replace(/%([0-9a-f]{4})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
