/** The words of the timeline: what an arrow says, who a column is, and the sentence that explains a mark. */
import type { Mark, Participant, TraceEvent } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";

/** The first characters of a session's id. */
function short(id: string): string {
  return id.length <= 6 ? id : `${id.slice(0, 4)}…`;
}

/** Three at most, then how many more. */
function names(all: readonly string[]): string {
  return all.length <= 3 ? all.join(", ") : `${all.slice(0, 3).join(", ")} +${all.length - 3}`;
}

const en = {
  empty: "Nothing to draw yet: the first request that moves begins the picture.",
  picture: (rows: number, marks: number) =>
    `Sequence diagram of ${rows} ${rows === 1 ? "row" : "rows"} with ${marks} ${marks === 1 ? "mark" : "marks"}. The same is below, as a list.`,
  cut: (drawn: number, all: number) => `The newest ${drawn} of ${all} rows are drawn.`,
  noMarks: "No session has lost anything between these requests so far.",
  marks: "What went wrong",
  asList: "As a list",
  download: "Download as SVG",
  fileTitle: "What happened between the requests",
  line: "line",
  lineLink: (file: string, line: number) => `${file}, line ${line}`,
  ownCopy: "own copy",
  colon: ": ",
  moreMarks: (n: number) => `And ${n} more.`,

  head(who: Participant): string {
    switch (who.kind) {
      case "browser":
        return `browser ${who.browser}`;
      case "jar":
        return `jar of ${who.browser}`;
      case "request":
        return `request ${who.request}`;
      case "memory":
        return "memory";
      case "disk":
        return "disk";
    }
  },
  process: (process: number) => `process ${process}`,
  processThread: (process: number, thread: number) => `process ${process} · thread ${thread}`,

  label(event: TraceEvent): string {
    switch (event.kind) {
      case "request":
        return `${event.method} ${pathOf(event.url)}`;
      case "cookie-sent":
        return `Cookie: ${event.name}=${short(event.value)}`;
      case "cookie-withheld":
        return `${event.name} stays (${event.reason})`;
      case "session-opened":
        if (event.origin === "new") return `new session ${short(event.session)}`;
        return event.origin === "found"
          ? `open session ${short(event.session)}`
          : `open ${short(event.session)}: unknown, new and empty`;
      case "session-loaded":
        return event.attributes.length === 0 ? "a copy: empty" : `a copy: ${names(event.attributes)}`;
      case "attribute-read":
        return `read ${event.name} = ${event.value}`;
      case "attribute-missing":
        return `read ${event.name}: not there`;
      case "attribute-written":
        return `write ${event.name} = ${event.value}`;
      case "attribute-deleted":
        return `delete ${event.name}`;
      case "session-closed":
        return event.attributes.length === 0 ? "close()" : `close(): ${names(event.attributes)} gone`;
      case "session-saved":
        return event.attributes.length === 0 ? "save: empty" : `save: ${names(event.attributes)}`;
      case "session-discarded":
        return `not saved: ${event.reason}`;
      case "session-evicted":
        return `evict session ${short(event.session)}`;
      case "session-waiting":
        return `waits: request ${event.holder} holds the session`;
      case "session-locked":
        return "lock the session";
      case "session-unlocked":
        return "free the session";
      case "session-conflict":
        return "refused: changed since it was loaded";
      case "lock-waiting":
        return event.ended
          ? `waits for the lock of ${event.name}: request ${event.holder} ended with it`
          : `waits for the lock of ${event.name}: request ${event.holder} has it`;
      case "lock-acquired":
        return `acquire the lock of ${event.name}`;
      case "lock-released":
        return `release the lock of ${event.name}`;
      case "deadlock":
        return `deadlock: requests ${event.requests.join(", ")} wait for ever`;
      case "set-cookie":
        return event.stored
          ? `Set-Cookie: ${event.name}=${short(event.value)}`
          : `Set-Cookie ${event.name}: refused`;
      case "cookie-edited":
        return event.change === "deleted"
          ? `by hand: delete ${event.name}`
          : `by hand: ${event.name}=${short(event.value)}`;
      case "browser-closed":
        return "closed";
      case "script-error":
        return `${event.exception}: ${event.message}`;
      case "log":
        return event.message;
      case "response":
        return `${event.status} ${event.statusText}`.trim();
      default:
        return event.kind;
    }
  },

  kinds: {
    "lost-update": "Lost update",
    "vanishing-read": "Read of a value about to vanish",
    resurrection: "Resurrection",
    "orphan-session": "Orphan session",
  },

  /** What went wrong, after its name: who did what on which line, and what came of it. */
  explain(mark: Mark): string {
    const { mine, theirs } = mark;
    const { before, between, after } = mark.events;
    const at = placesOf(mark, (line, file) => (file === "" ? `(line ${line})` : `(${file}, line ${line})`));
    const first = `request ${mine} ${did(before)}${at(before)}`;
    switch (mark.kind) {
      case "lost-update": {
        if (mark.lost === undefined)
          return `${first}, request ${theirs} ${did(between)}${at(between)}, then request ${mine} ${did(after)}${at(after)}: the update of request ${theirs} is gone.`;
        const end =
          mark.lost.kind === "attribute-written"
            ? `the ${mark.name} of request ${theirs} is gone`
            : `${mark.name} is back`;
        return `${first}, request ${theirs} ${did(mark.lost)}${at(mark.lost)} and saved its copy, then request ${mine} saved its own over it: ${end}.`;
      }
      case "vanishing-read": {
        const then = `${first}, then request ${theirs} ${did(between)}${at(between)}`;
        return after === between
          ? `${then}, while request ${mine} was still at work: the value it relies on is gone.`
          : `${then}, and request ${mine} ${did(after)}${at(after)}: what it had relied on was no longer there.`;
      }
      case "resurrection":
        return `${first}, request ${theirs} closed it${at(between)}, then request ${mine} ${did(after)}${at(after)}: the closed session is back.`;
      case "orphan-session":
        return `request ${mine} made session ${short(mark.session)}${at(before)}, request ${theirs} made another${at(between)}, and its cookie took the place of the first in the jar of browser ${after.browser ?? ""}: nobody has the key of ${short(mark.session)} any more.`;
    }
  },
};

/** What `event` says was done, in the past. */
function did(event: TraceEvent): string {
  switch (event.kind) {
    case "attribute-read":
      return `read ${said(event)}`;
    case "attribute-missing":
      return `found no ${event.name}`;
    case "attribute-written":
      return `wrote ${said(event)}`;
    case "attribute-deleted":
      return `deleted ${event.name}`;
    case "session-opened":
      return "opened the session";
    case "session-loaded":
      return "loaded its copy of the session";
    case "session-saved":
      return "saved its copy";
    case "session-closed":
      return "closed the session";
    default:
      return "changed it";
  }
}

const fr: typeof en = {
  empty: "Rien à dessiner encore : la première requête qui avance commence le dessin.",
  picture: (rows, marks) =>
    `Diagramme de séquence de ${rows} ${rows < 2 ? "ligne" : "lignes"}, avec ${marks} ${marks < 2 ? "marque" : "marques"}. Le même en liste est plus bas.`,
  cut: (drawn, all) => `Les ${drawn} dernières lignes sur ${all} sont dessinées.`,
  noMarks: "Aucune session n’a rien perdu entre ces requêtes jusqu’ici.",
  marks: "Ce qui s’est mal passé",
  asList: "En liste",
  download: "Télécharger en SVG",
  fileTitle: "Ce qui s’est passé entre les requêtes",
  line: "ligne",
  lineLink: (file, line) => `${file}, ligne ${line}`,
  ownCopy: "sa copie",
  colon: " : ",
  moreMarks: (n) => `Et ${n} de plus.`,

  head(who) {
    switch (who.kind) {
      case "browser":
        return `navigateur ${who.browser}`;
      case "jar":
        return `cookies de ${who.browser}`;
      case "request":
        return `requête ${who.request}`;
      case "memory":
        return "mémoire";
      case "disk":
        return "disque";
    }
  },
  process: (process) => `processus ${process}`,
  processThread: (process, thread) => `processus ${process} · thread ${thread}`,

  label(event) {
    switch (event.kind) {
      case "cookie-withheld":
        return `${event.name} reste (${event.reason})`;
      case "session-opened":
        if (event.origin === "new") return `session neuve ${short(event.session)}`;
        return event.origin === "found"
          ? `ouvrir la session ${short(event.session)}`
          : `ouvrir ${short(event.session)} : inconnue, neuve et vide`;
      case "session-loaded":
        return event.attributes.length === 0 ? "une copie : vide" : `une copie : ${names(event.attributes)}`;
      case "attribute-read":
        return `lire ${said(event)}`;
      case "attribute-missing":
        return `lire ${event.name} : absent`;
      case "attribute-written":
        return `écrire ${said(event)}`;
      case "attribute-deleted":
        return `supprimer ${event.name}`;
      case "session-closed":
        return event.attributes.length === 0 ? "close()" : `close() : ${names(event.attributes)} effacé`;
      case "session-saved":
        return event.attributes.length === 0
          ? "enregistrer : vide"
          : `enregistrer : ${names(event.attributes)}`;
      case "session-discarded":
        return `non enregistrée : ${event.reason}`;
      case "session-evicted":
        return `évincer la session ${short(event.session)}`;
      case "session-waiting":
        return `attend : la requête ${event.holder} tient la session`;
      case "session-locked":
        return "verrouiller la session";
      case "session-unlocked":
        return "libérer la session";
      case "session-conflict":
        return "refusé : changée depuis sa lecture";
      case "lock-waiting":
        return event.ended
          ? `attend le verrou de ${event.name} : la requête ${event.holder} a fini avec`
          : `attend le verrou de ${event.name} : la requête ${event.holder} l’a`;
      case "lock-acquired":
        return `prendre le verrou de ${event.name}`;
      case "lock-released":
        return `rendre le verrou de ${event.name}`;
      case "deadlock":
        return `interblocage : les requêtes ${event.requests.join(", ")} attendent sans fin`;
      case "set-cookie":
        return event.stored ? en.label(event) : `Set-Cookie ${event.name} : refusé`;
      case "cookie-edited":
        return event.change === "deleted"
          ? `à la main : supprimer ${event.name}`
          : `à la main : ${event.name}=${short(event.value)}`;
      case "browser-closed":
        return "fermé";
      default:
        return en.label(event);
    }
  },

  kinds: {
    "lost-update": "Mise à jour perdue",
    "vanishing-read": "Lecture d’une valeur qui va disparaître",
    resurrection: "Résurrection",
    "orphan-session": "Session orpheline",
  },

  explain(mark) {
    const { mine, theirs } = mark;
    const { before, between, after } = mark.events;
    const at = placesOf(mark, (line, file) => (file === "" ? `(ligne ${line})` : `(${file}, ligne ${line})`));
    const first = `la requête ${mine} ${aFait(before)}${at(before)}`;
    switch (mark.kind) {
      case "lost-update": {
        if (mark.lost === undefined)
          return `${first}, la requête ${theirs} ${aFait(between)}${at(between)}, puis la requête ${mine} ${aFait(after)}${at(after)} : la mise à jour de la requête ${theirs} est perdue.`;
        const end =
          mark.lost.kind === "attribute-written"
            ? `${mark.name} de la requête ${theirs} est perdu`
            : `${mark.name} est revenu`;
        return `${first}, la requête ${theirs} ${aFait(mark.lost)}${at(mark.lost)} et enregistré sa copie, puis la requête ${mine} a enregistré la sienne par-dessus : ${end}.`;
      }
      case "vanishing-read": {
        const then = `${first}, puis la requête ${theirs} ${aFait(between)}${at(between)}`;
        return after === between
          ? `${then}, alors que la requête ${mine} n’avait pas fini : la valeur sur laquelle elle compte a disparu.`
          : `${then}, et la requête ${mine} ${aFait(after)}${at(after)} : ce sur quoi elle comptait n’était plus là.`;
      }
      case "resurrection":
        return `${first}, la requête ${theirs} l’a close${at(between)}, puis la requête ${mine} ${aFait(after)}${at(after)} : la session close est revenue.`;
      case "orphan-session":
        return `la requête ${mine} a créé la session ${short(mark.session)}${at(before)}, la requête ${theirs} en a créé une autre${at(between)}, et son cookie a pris la place du premier parmi les cookies du navigateur ${after.browser ?? ""} : la clé de ${short(mark.session)} n’est plus à personne.`;
    }
  },
};

function aFait(event: TraceEvent): string {
  switch (event.kind) {
    case "attribute-read":
      return `a lu ${said(event)}`;
    case "attribute-missing":
      return `n’a pas trouvé ${event.name}`;
    case "attribute-written":
      return `a écrit ${said(event)}`;
    case "attribute-deleted":
      return `a supprimé ${event.name}`;
    case "session-opened":
      return "a ouvert la session";
    case "session-loaded":
      return "a lu sa copie de la session";
    case "session-saved":
      return "a enregistré sa copie";
    case "session-closed":
      return "a clos la session";
    default:
      return "l’a changée";
  }
}

/** `n = 0`: a value that was read or written, with its name. */
function said(event: TraceEvent): string {
  if (!("name" in event && "value" in event)) return "";
  const { name, value } = event;
  return `${name} = ${value.length > longestValue ? `${value.slice(0, longestValue)}…` : value}`;
}

/** More of a value than this makes no sentence. */
const longestValue = 60;

/** The path and query of a URL; the text itself when it is none. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "");
}

/** Puts the place of an event into a sentence about `mark`: with the file, unless all that happened is in one. */
function placesOf(
  { events, ...mark }: Mark,
  words: (line: number, file: string) => string,
): (event: TraceEvent) => string {
  const all = [...Object.values(events), ...("lost" in mark && mark.lost !== undefined ? [mark.lost] : [])];
  const files = new Set(all.flatMap(({ file }: TraceEvent) => file ?? []));
  return ({ file, line }) =>
    file === undefined || line === undefined ? "" : ` ${words(line, files.size === 1 ? "" : file)}`;
}

export type TimelineWords = typeof en;

/** Both languages, by the code that preferences use. */
export const timelineWords: Record<"en" | "fr", TimelineWords> = { en, fr };

/** The words of the language that the learner chose. */
export function useTimelineWords(): TimelineWords {
  return timelineWords[useApp().preferences.language.value];
}
