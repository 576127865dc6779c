/** Where a crowd goes when nobody says: the site's first page that begins a session. */

/**
 * Path and query for a crowd: the first of `files` that calls `Session()`, with a value for each field that it reads; `{n}` is the
 * visitor's number. Null when no page calls it.
 */
export function crowdPage(files: Readonly<Record<string, string>>): string | null {
  const found = Object.entries(files).find(
    ([path, text]) => /\.(pih|py)$/.test(path) && /\bSession\s*\(/.test(text),
  );
  if (found === undefined) return null;
  const [path, text] = found;
  const fields = fieldsOf(text).map((field) => `${field}=${field}{n}`);
  return `/${path}${fields.length === 0 ? "" : `?${fields.join("&")}`}`;
}

/** The fields that a page reads as `_name`. */
function fieldsOf(text: string): string[] {
  const names = Array.from(text.matchAll(/(?<![\w.'"])_([A-Za-z]\w*)/g), ([, name = ""]) => name);
  return [...new Set(names)];
}
