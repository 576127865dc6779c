/**
 * What a request's URL asks for: a path of decoded names and the query as it came (RFC 9112 §3.2, RFC 3986 §2.1).
 *
 * The path must name something inside the site. Escapes that are cut off, a NUL, `..`, and bytes that are not UTF-8 are
 * refused here, once, with a sentence for the error page; nothing behind this door needs to look for them again.
 */
import { decodeStrictly, encodeText } from "./byte-strings.ts";

/** A request's URL, read. */
export type RequestTarget =
  | {
      ok: true;
      /** The names between slashes, decoded: `panier/voir.pih` → ["panier", "voir.pih"]. */
      names: string[];
      /** True when the path ends in `/`, and for the root. */
      directory: boolean;
      /** The path as sent, with its first `/`. */
      path: string;
      /** After the `?`, as sent; empty when there is none. */
      query: string;
    }
  | { ok: false; path: string; found: string; reason: string };

/** Reads `url`, absolute or a path. */
export function parseTarget(url: string): RequestTarget {
  const [, rest = ""] = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^#]*)/i.exec(url) ?? [];
  const mark = rest.indexOf("?");
  const sent = mark < 0 ? rest : rest.slice(0, mark);
  const path = sent.startsWith("/") ? sent : `/${sent}`;
  const problem = pathProblem(path);
  if (problem !== null) return { ok: false, path, ...problem };
  const names = decodePath(path).split("/").slice(1);
  const directory = names.at(-1) === "";
  return {
    ok: true,
    names: directory ? names.slice(0, -1) : names,
    directory,
    path,
    query: mark < 0 ? "" : rest.slice(mark + 1),
  };
}

/** The path that asks for the file `file` of the site: each name percent-encoded. */
export function stringifyPath(file: string): string {
  return `/${file.split("/").map(encodeURIComponent).join("/")}`;
}

function pathProblem(path: string): { found: string; reason: string } | null {
  // Most paths are plain: nothing in them needs to be looked at.
  if (/^(?:\/[\w-][\w.-]*)*\/?$/.test(path)) return null;
  const damaged = /%(?![0-9a-f]{2}).{0,2}/i.exec(path);
  if (damaged !== null)
    return { found: damaged[0], reason: "A % in a URL must be followed by two hexadecimal digits." };
  if (/%00/.test(path)) return { found: "%00", reason: "A NUL byte cannot be part of a file's name." };
  const decoded = decodeStrictly(unescapeBytes(encodeText(path)));
  if (decoded === null) return { found: path, reason: "The escapes in this path are not UTF-8." };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const control = /[\u0000-\u001f\u007f\\]/.exec(decoded);
  if (control !== null)
    return {
      found: JSON.stringify(control[0]),
      reason: "This character cannot be part of a path of the site.",
    };
  if (decoded.split("/").some((name) => name === ".." || name === "."))
    return { found: "..", reason: "A path cannot leave the site: “.” and “..” are not names of files." };
  return null;
}

function decodePath(path: string): string {
  return decodeStrictly(unescapeBytes(encodeText(path))) ?? path;
}

/** Replaces `%xx` by its byte, leaving a `%` that no two digits follow as it is, as Python's `urllib.unquote` does. */
export function unescapeBytes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
