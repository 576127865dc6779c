/** Media types of static files, by the end of their name (the IANA registry's names). */

const byExtension: Readonly<Record<string, string>> = {
  avif: "image/avif",
  bmp: "image/bmp",
  css: "text/css",
  csv: "text/csv",
  gif: "image/gif",
  htm: "text/html",
  html: "text/html",
  ico: "image/vnd.microsoft.icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown",
  mjs: "text/javascript",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  wav: "audio/wav",
  webm: "video/webm",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
  zip: "application/zip",
};

/** Types whose bytes are text: sent with `charset=utf-8`, which is what the editor writes. */
const textual = /^text\/|[/+](?:json|xml)$|^image\/svg/;

/** The Content-Type of the file `path`; bytes without a known meaning when the name does not tell. */
export function contentType(path: string): string {
  const type = byExtension[extensionOf(path)] ?? "application/octet-stream";
  return textual.test(type) ? `${type}; charset=utf-8` : type;
}

/** What follows the last dot of the file's name, in lower case; empty when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}
