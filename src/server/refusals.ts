/**
 * What can be said about a request without running anything: a script to open, a file to send, or why not.
 *
 * In order: the method, the URL's form, the size of the body, then the file it leads to (RFC 9110 §15).
 */
import { pageDraft, statusLine } from "./answers.ts";
import { markup } from "./markup.ts";
import { contentType } from "./media-types.ts";
import type { Field } from "./messages.ts";
import { parseTarget, stringifyPath } from "./request-target.ts";
import { type Resolution, resolveTarget } from "./resolve.ts";
import { choicePage, listingPage, messagePage, missingPage, serverPage } from "./server-pages.ts";
import { contentBytes, type Site } from "./site.ts";
import type { Draft, Script, Task } from "./task.ts";

/** Longest request body, in bytes: what one value of a page may take. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Methods that scripts answer, methods that HTTP knows; any other is not implemented. */
const scriptMethods = ["GET", "HEAD", "POST"];
const fileMethods = ["GET", "HEAD"];
const knownMethods = [...scriptMethods, "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"];

/** How a request goes on. */
export type Outcome = { kind: "answer"; draft: Draft } | { kind: "script"; script: Script; query: string };

/** Looks at the request of `task`. */
export function requestDraft(task: Task): Outcome {
  const { request, site } = task;
  const target = parseTarget(request.url);
  if (!target.ok)
    return message(400, "This address cannot be read", [`${target.reason} Found: ${target.found}`]);
  if (!knownMethods.includes(request.method))
    return message(501, "This method is unknown", [`The server does not know the method ${request.method}.`]);
  if (request.body.length > MAX_BODY_BYTES) return tooLarge(request.body.length);
  const resolution = resolveTarget(site.project, target);
  const methods = resolution.kind === "script" ? scriptMethods : fileMethods;
  const canBeAsked = resolution.kind === "script" || resolution.kind === "static";
  if (canBeAsked && !methods.includes(request.method))
    return notAllowed(request.method, resolution.file, methods);
  return outcomeOf(resolution, site, target.path, target.query);
}

function outcomeOf(resolution: Resolution, site: Site, path: string, query: string): Outcome {
  switch (resolution.kind) {
    case "script": {
      const { file, language, subpath } = resolution;
      return { kind: "script", script: { file, language, subpath }, query };
    }
    case "static":
      return sendFile(site, resolution.file);
    case "directory-redirect":
      return redirectTo(resolution.location);
    case "choice":
      return { kind: "answer", draft: pageDraft(300, choicePage(path, resolution.files, statusLine(300))) };
    case "listing": {
      const { directory, names } = resolution;
      return { kind: "answer", draft: pageDraft(200, listingPage(directory, names, statusLine(200))) };
    }
    case "forbidden":
      return message(403, "This may not be seen", [resolution.reason]);
    case "unsupported":
      return unsupported(resolution.file, resolution.extension);
    case "missing": {
      const { file, near } = resolution;
      return { kind: "answer", draft: pageDraft(404, missingPage(file, near, statusLine(404))) };
    }
  }
}

/** NOT-HTTP: a file has no Last-Modified and no ETag: the site is edited all the time, and nothing is kept by a cache. */
function sendFile(site: Site, file: string): Outcome {
  const content = site.project.files.get(file) ?? "";
  const fields: Field[] = [["Content-Type", contentType(file)]];
  return { kind: "answer", draft: { status: 200, statusText: null, fields, body: contentBytes(content) } };
}

function redirectTo(location: string): Outcome {
  const page = messagePage("The page is one step further", [
    `A directory's address ends in a slash: ${location}`,
  ]);
  return { kind: "answer", draft: pageDraft(302, page, [["Location", location]]) };
}

function message(status: number, heading: string, sentences: string[], fields: Field[] = []): Outcome {
  return {
    kind: "answer",
    draft: pageDraft(status, messagePage(heading, sentences, statusLine(status)), fields),
  };
}

function tooLarge(bytes: number): Outcome {
  const sent = (bytes / 1024 / 1024).toFixed(1);
  const most = MAX_BODY_BYTES / 1024 / 1024;
  return message(413, "This is too much at once", [
    `The request carries ${sent} MB; this server takes up to ${most} MB. Choose a smaller file.`,
  ]);
}

function notAllowed(method: string, file: string, methods: readonly string[]): Outcome {
  const allowed = methods.join(", ");
  return message(
    405,
    `${method} is not for this address`,
    [`${file} answers ${allowed}. A form with method="post" must name a script (.pih or .py) as its action.`],
    [["Allow", allowed]],
  );
}

function unsupported(file: string, extension: "hip" | "ks"): Outcome {
  const name = extension === "hip" ? "HTML inside Python" : "a Karrigell service";
  const page = serverPage("This kind of page is not here yet", statusLine(501), [
    markup`<p><a href="${stringifyPath(file)}">${file}</a> is a <code>.${extension}</code> file (${name}). This server runs <code>.pih</code> and <code>.py</code> pages.</p>`,
  ]);
  return { kind: "answer", draft: pageDraft(501, page) };
}
