/** The words of held requests: what a lane does next, what it waits for, what it knows. Both languages come with the race lab. */
import type { BackEnd, NextStep } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";

const steps = (n: number) => `${n} ${n === 1 ? "step" : "steps"}`;
const pas = (n: number) => `${n} pas`;
const quoted = (name: string | undefined) => name ?? "…";

const en = {
  race: "Race",
  sections: "Views of the race",
  sectionLanes: "Lanes",
  sectionTimeline: "Timeline",
  sectionOrders: "All orders",
  sectionCompare: "Compare",
  sectionReplay: "Replay",

  marks: (n: number) => (n === 1 ? "one conflict" : `${n} conflicts`),

  hold: "Hold requests",
  holdHint:
    "On: every request stops before its first step and waits for you. Off: those held go on by themselves.",
  runAll: "Run all",
  runAllHint: "Run every held request to its end, one after the other",
  back: "Step back",
  backHint(moves: number, end: BackEnd): string {
    if (moves === 0) return nothingBack[end];
    const ends = {
      start: "to the start",
      full: "back; earlier ones are no longer kept",
      changed: "back, to the last change by hand",
      restart: "back, to the restart of the server",
    };
    return `${steps(moves)} ${ends[end]}`;
  },
  empty:
    "Here each request gets a lane of its own. Turn on “Hold requests”, then open a page in the browser: its request stops before its first step, and you decide who goes on.",
  emptyHolding:
    "Requests are held: the next page you open stops before its first step and gets a lane here. Frames of one page get a lane each.",
  emptyTimeline: "What held requests do is drawn here, step by step. There is none yet.",
  keysHint: "Keys 1 to 9 step a lane, with Shift to its next session operation; ← steps back.",
  heldLanes: "Held requests",
  deadlock: "Deadlock",
  deadlockWait: (request: number, waits: string) => `Request ${request} ${waits}.`,
  deadlockEnd: "None of them can ever go on: step back, or stop one of them.",
  formTakenBack: (browser: string) =>
    `Browser ${browser} waits for a form that you have stepped back behind: it was never sent. Go back to the form and send it again.`,

  laneName: (lane: number, letter: string) => `Lane ${lane}, letter ${letter} in orders`,
  laneOf: (request: number) => `Request ${request}`,
  unfold: (request: number) => `Request ${request}: show what it knows`,
  fold: (request: number) => `Request ${request}: show less`,
  knows: (request: number) => `What request ${request} knows`,
  inBrowser: "the whole page",
  inFrame: (n: number, outer: string) => `frame ${n} of ${outer}`,
  unwatched: "nobody is waiting any more",
  unwatchedHint:
    "The browser has left or was closed. The server does not know it, and goes on when you step.",
  dropped: "dropped: its browser was closed",
  step: "Step",
  stepName: (request: number) => `Step request ${request}`,
  operation: "Operation",
  operationName: (request: number) => `Step request ${request} to next session operation`,
  end: "End",
  endName: (request: number) => `Run request ${request} to the end`,
  moving: "running…",
  stop: "Stop",
  stopName: (request: number) => `Stop request ${request}`,
  operations: (n: number) => `${n} ${n === 1 ? "operation" : "operations"} so far`,

  line: (file: string, line: number) => `${file}, line ${line}`,
  showLine: (file: string, line: number) => `Show ${file}, line ${line}, in the editor`,
  edited: "The page was edited since. This request runs the text it started with:",
  variables: "Variables",
  noVariables: "No variable yet.",
  global: "global",
  session: "Session",
  colAttribute: "Attribute",
  colOwn: "Its own copy",
  colStored: "Stored",
  colValue: "Value",
  sameObject: "Not a copy: it works on the stored object itself, as others do.",
  notStored: "Nothing is stored under its id.",
  closed: "closed",
  noAttribute: "no attribute",
  absent: "not there",
  differs: "differs",
  answered: (status: number, setsCookie: boolean) =>
    `answered ${status}${setsCookie ? ", and set the cookie" : ""}`,
  page: "The page it sent",
  noResponse: "over",

  heldCount: (n: number) => `held: ${n}`,
  holding: "holding",
  heldHint: (n: number) =>
    n === 0
      ? "Requests are held before their first step. Open the race lab."
      : `${n === 1 ? "A request is" : `${n} requests are`} held. Open the race lab to let ${n === 1 ? "it" : "them"} go on.`,
  couldNot: "The race stays as it is.",
  laneNote: (lane: number, request: number) => `${lane}: request ${request}`,

  nextStep(next: NextStep): string {
    switch (next.kind) {
      case "find":
        return "find the page";
      case "open":
        return `start ${next.file}`;
      case "line":
        return `run line ${next.line}: ${next.source.trim()}`;
      case "operation":
        return operationEn(next);
      case "save":
        return next.discard ? "end without saving the session" : "save the session";
      case "respond":
        return next.setsCookie ? "send the response, set the cookie" : "send the response";
      case "turn":
        return `waits for request ${next.holder}, which has the process`;
      case "session":
        return `waits for request ${next.holder}, which holds this session`;
      case "lock":
        return next.ended
          ? `waits for the lock of ${next.name}, which request ${next.holder} held when it ended`
          : `waits for request ${next.holder}, which holds the lock of ${next.name}`;
      case "modules":
        return `waits for ${next.modules.join(", ")} to be fetched`;
    }
  },
};

const nothingBack: Record<BackEnd, string> = {
  start: "no step to take back yet",
  full: "earlier steps are no longer kept",
  changed: "no way back behind a change by hand",
  restart: "no way back behind a restart",
};

function operationEn({ operation, name, value }: Extract<NextStep, { kind: "operation" }>): string {
  switch (operation) {
    case "session-open":
      return "open the session";
    case "session-close":
      return "close the session";
    case "session-save":
      return "save the session";
    case "session-reload":
      return "reload the session";
    case "attribute-read":
    case "module-read":
      return `read ${quoted(name)}`;
    case "attribute-write":
    case "module-write":
      return value === undefined ? `write ${quoted(name)}` : `write ${quoted(name)} = ${value}`;
    case "attribute-delete":
    case "module-delete":
      return `delete ${quoted(name)}`;
    case "lock-acquire":
      return `acquire the lock of ${quoted(name)}`;
    case "lock-release":
      return `release the lock of ${quoted(name)}`;
    case "lock-try":
      return `acquire the lock of ${quoted(name)} if it is free`;
    case "lock-look":
      return `look whether the lock of ${quoted(name)} is free`;
    case "file-open":
      return `open ${quoted(name)}`;
    case "file-read":
      return `read from ${quoted(name)}`;
    case "file-write":
      return `write to ${quoted(name)}`;
    case "file-close":
      return `close ${quoted(name)}`;
    case "database":
      return `ask the database ${quoted(name)}`;
    default:
      return [operation, name].filter((part) => part !== undefined).join(" ");
  }
}

/** The same sentences in both languages. */
export type LaneWords = typeof en;

const fr: LaneWords = {
  race: "Course",
  sections: "Vues de la course",
  sectionLanes: "Couloirs",
  sectionTimeline: "Déroulement",
  sectionOrders: "Tous les ordres",
  sectionCompare: "Comparer",
  sectionReplay: "Rejouer",

  marks: (n) => (n === 1 ? "un conflit" : `${n} conflits`),

  hold: "Retenir les requêtes",
  holdHint:
    "Oui : chaque requête s’arrête avant son premier pas et vous attend. Non : celles qui sont retenues continuent seules.",
  runAll: "Tout exécuter",
  runAllHint: "Exécuter chaque requête retenue jusqu’à sa fin, l’une après l’autre",
  back: "Revenir d’un pas",
  backHint(moves, end) {
    if (moves === 0) return rienEnArrière[end];
    const fins = {
      start: "jusqu’au début",
      full: "en arrière ; les précédents ne sont plus gardés",
      changed: "en arrière, jusqu’au dernier changement à la main",
      restart: "en arrière, jusqu’au redémarrage du serveur",
    };
    return `${pas(moves)} ${fins[end]}`;
  },
  empty:
    "Ici, chaque requête a son couloir. Activez « Retenir les requêtes », puis ouvrez une page dans le navigateur : sa requête s’arrête avant son premier pas, et c’est vous qui décidez laquelle avance.",
  emptyHolding:
    "Les requêtes sont retenues : la prochaine page que vous ouvrez s’arrête avant son premier pas et reçoit un couloir ici. Les cadres d’une page en ont un chacun.",
  emptyTimeline: "Ce que font les requêtes retenues se dessine ici, pas à pas. Il n’y en a pas encore.",
  keysHint:
    "Les touches 1 à 9 avancent un couloir d’un pas, avec Maj jusqu’à sa prochaine opération de session ; ← revient.",
  heldLanes: "Requêtes retenues",
  deadlock: "Interblocage",
  deadlockWait: (request, waits) => `La requête ${request} ${waits}.`,
  deadlockEnd: "Aucune ne pourra jamais continuer : revenez d’un pas, ou arrêtez-en une.",
  formTakenBack: (browser) =>
    `Le navigateur ${browser} attend la réponse à un formulaire d’avant lequel vous êtes revenu : il n’a jamais été envoyé. Retournez au formulaire et envoyez-le de nouveau.`,

  laneName: (lane, letter) => `Couloir ${lane}, lettre ${letter} dans les ordres`,
  laneOf: (request) => `Requête ${request}`,
  unfold: (request) => `Requête ${request} : montrer ce qu’elle sait`,
  fold: (request) => `Requête ${request} : en montrer moins`,
  knows: (request) => `Ce que sait la requête ${request}`,
  inBrowser: "toute la page",
  inFrame: (n, outer) => `cadre ${n} de ${outer}`,
  unwatched: "plus personne n’attend",
  unwatchedHint:
    "Le navigateur est parti ou a été fermé. Le serveur n’en sait rien, et continue quand vous avancez.",
  dropped: "abandonnée : son navigateur a été fermé",
  step: "Avancer",
  stepName: (request) => `Avancer la requête ${request}`,
  operation: "Opération",
  operationName: (request) => `Avancer la requête ${request} jusqu’à la prochaine opération de session`,
  end: "Fin",
  endName: (request) => `Exécuter la requête ${request} jusqu’à la fin`,
  moving: "en cours…",
  stop: "Arrêter",
  stopName: (request) => `Arrêter la requête ${request}`,
  operations: (n) => `${n} ${n < 2 ? "opération" : "opérations"} jusqu’ici`,

  line: (file, line) => `${file}, ligne ${line}`,
  showLine: (file, line) => `Montrer ${file}, ligne ${line}, dans l’éditeur`,
  edited: "La page a été modifiée depuis. Cette requête exécute le texte avec lequel elle a commencé :",
  variables: "Variables",
  noVariables: "Pas encore de variable.",
  global: "globale",
  session: "Session",
  colAttribute: "Attribut",
  colOwn: "Sa propre copie",
  colStored: "Gardée",
  colValue: "Valeur",
  sameObject: "Pas une copie : elle travaille sur l’objet gardé lui-même, comme les autres.",
  notStored: "Rien n’est gardé sous son identifiant.",
  closed: "close",
  noAttribute: "pas d’attribut",
  absent: "absent",
  differs: "diffère",
  answered: (status, setsCookie) => `a répondu ${status}${setsCookie ? " et posé le cookie" : ""}`,
  page: "La page qu’elle a envoyée",
  noResponse: "finie",

  heldCount: (n) => `retenues : ${n}`,
  holding: "on retient",
  heldHint: (n) =>
    n === 0
      ? "Les requêtes sont retenues avant leur premier pas. Ouvrir la course."
      : `${n === 1 ? "Une requête est retenue" : `${n} requêtes sont retenues`}. Ouvrir la course pour ${n === 1 ? "la" : "les"} faire avancer.`,
  couldNot: "La course reste comme elle est.",
  laneNote: (lane, request) => `${lane} : requête ${request}`,

  nextStep(next) {
    switch (next.kind) {
      case "find":
        return "trouver la page";
      case "open":
        return `commencer ${next.file}`;
      case "line":
        return `exécuter la ligne ${next.line} : ${next.source.trim()}`;
      case "operation":
        return operationFr(next);
      case "save":
        return next.discard ? "finir sans enregistrer la session" : "enregistrer la session";
      case "respond":
        return next.setsCookie ? "envoyer la réponse, poser le cookie" : "envoyer la réponse";
      case "turn":
        return `attend la requête ${next.holder}, qui a le processus`;
      case "session":
        return `attend la requête ${next.holder}, qui tient cette session`;
      case "lock":
        return next.ended
          ? `attend le verrou de ${lieu(next.name)}, que la requête ${next.holder} tenait quand elle a fini`
          : `attend la requête ${next.holder}, qui tient le verrou de ${lieu(next.name)}`;
      case "modules":
        return `attend que ${next.modules.join(", ")} soit chargé`;
    }
  },
};

/** Le lieu où un verrou a été fait : `verrous.py, line 3`. */
const lieu = (name: string) => name.replace(/, line (\d+)$/, ", ligne $1");

const rienEnArrière: Record<BackEnd, string> = {
  start: "pas encore de pas à reprendre",
  full: "les pas précédents ne sont plus gardés",
  changed: "pas de retour avant un changement à la main",
  restart: "pas de retour avant un redémarrage",
};

function operationFr({ operation, name, value }: Extract<NextStep, { kind: "operation" }>): string {
  switch (operation) {
    case "session-open":
      return "ouvrir la session";
    case "session-close":
      return "clore la session";
    case "session-save":
      return "enregistrer la session";
    case "session-reload":
      return "relire la session";
    case "attribute-read":
    case "module-read":
      return `lire ${quoted(name)}`;
    case "attribute-write":
    case "module-write":
      return value === undefined ? `écrire ${quoted(name)}` : `écrire ${quoted(name)} = ${value}`;
    case "attribute-delete":
    case "module-delete":
      return `supprimer ${quoted(name)}`;
    case "lock-acquire":
      return `prendre le verrou de ${lieu(quoted(name))}`;
    case "lock-release":
      return `rendre le verrou de ${lieu(quoted(name))}`;
    case "lock-try":
      return `prendre le verrou de ${quoted(name)} s’il est libre`;
    case "lock-look":
      return `regarder si le verrou de ${quoted(name)} est libre`;
    case "file-open":
      return `ouvrir ${quoted(name)}`;
    case "file-read":
      return `lire dans ${quoted(name)}`;
    case "file-write":
      return `écrire dans ${quoted(name)}`;
    case "file-close":
      return `fermer ${quoted(name)}`;
    case "database":
      return `interroger la base ${quoted(name)}`;
    default:
      return [operation, name].filter((part) => part !== undefined).join(" ");
  }
}

/** By the language that the learner chose. */
export const laneWords: Record<"en" | "fr", LaneWords> = { en, fr };

/** The words of the lanes in the learner's language. */
export function useLaneWords(): LaneWords {
  return laneWords[useApp().preferences.language.value];
}
