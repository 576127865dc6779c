/** The words of orders, outcomes, replays and comparisons, in both languages: they come with the race lab and not before. */
import type { ExplorationView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import type { Language } from "../models/preferences.ts";

/** The words of the language chosen by the learner. */
export function useOrdersWords(): OrdersWords {
  return ordersWords[useApp().preferences.language.value];
}

/** Counts of orders come as decimal digits: they may be larger than any number. */
type Digits = string | number;

interface Numbers {
  /** `17,153,136`, `17 153 136` */
  count: (digits: Digits) => string;
  /** `62.3%`; what is not nothing is never told as 0, nor what is not all as 100. */
  share: (share: number) => string;
}

function numbers(language: Language): Numbers {
  const whole = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return {
    count: (digits) => whole.format(BigInt(digits)),
    share(share) {
      if (share > 0 && share < 0.001) return `< ${percent.format(0.001)}`;
      return share > 0.999 && share < 1 ? `> ${percent.format(0.999)}` : percent.format(share);
    },
  };
}

const english = numbers("en");
const some = (digits: Digits, one: string, many = `${one}s`) =>
  `${english.count(digits)} ${String(digits) === "1" ? one : many}`;

const en = {
  ...english,
  failed: "That did not work:",
  lost: "The browser had stopped the server, and what ran on copies is lost with it: orders, replay, comparison. Ask for them again.",
  allOrders: "All orders",
  exploreAll: "Explore all orders",
  runRandom: "Run 200 random orders",
  seed: "Seed",
  newSeed: "New seed",
  sameSeed: "Same seed, same orders.",
  cancel: "Cancel",
  ofHeld: (n: number) => `Of the ${n} requests that are held.`,
  ofFrames: (n: number, page: string) => `Of the ${n} frames of ${page}, on a copy of the site.`,
  ofStretch: (list: string) => `Of the requests ${list}, as they came.`,
  tooFew:
    "Orders need two requests. Hold two or more requests, or open a page with two frames, such as a frameset: then come back here.",
  oneHeld:
    "One request is held, and alone it has no order. Let another one come: reload the page, or open a second browser.",
  working: "Exploring all orders",
  soFar: (orders: Digits, states: number, outcomes: number) =>
    `${some(orders, "order")} so far, ${some(states, "state")}, ${some(outcomes, "outcome")}`,
  triedSoFar: (done: Digits, count: number) =>
    `${english.count(done)} of ${english.count(count)} random orders`,
  summary: (orders: Digits, outcomes: number) => `${some(orders, "order")}, ${some(outcomes, "outcome")}.`,
  summaryAtLeast: (orders: Digits, outcomes: number) =>
    `At least ${some(orders, "order")}, at least ${some(outcomes, "outcome")}.`,
  summaryRandom: (count: Digits, outcomes: number, seed: number) =>
    `${some(count, "random order")}, ${some(outcomes, "outcome")}. Seed ${seed}: same seed, same orders.`,
  wasStopped: "You stopped it. This is what was known by then; there may be more.",
  wasLimited: (limit: ExplorationView["limit"]) =>
    `It stopped by itself, ${
      {
        states: "after as many states as it may keep",
        seconds: "as its time was up",
        memory: "as its memory was full",
      }[limit ?? "states"]
    }. This is what was known by then; there may be more. Fewer requests, or shorter pages, have fewer orders.`,
  outdated: "The site has changed since: this tells of it as it was.",
  notJudged: "Serial orders were not all tried, so nobody can say yet which outcomes lose something.",
  proof: (orders: Digits) =>
    String(orders) === "1"
      ? "The only order is a serial one: nothing is lost."
      : `${String(orders) === "2" ? "Both" : `All ${english.count(orders)}`} orders agree with some serial order: nothing is lost.`,
  agreeRandom: (orders: Digits) =>
    `All ${english.count(orders)} random orders agree with some serial order. Only exploring every order proves that nothing is ever lost.`,
  agreeSoFar: "All orders found so far agree with some serial order. That proves nothing yet of the others.",
  endsAlike: "Whatever the order, it ends alike.",
  orderDecides: (outcomes: number) =>
    `The order still decides which of the ${english.count(outcomes)} outcomes it is.`,
  someRefused: (orders: Digits, of: Digits) =>
    `In ${english.count(orders)} of ${some(of, "order")} a request is refused with 409: it has changed nothing, and whoever sent it is told so.`,
  someFail: (orders: Digits, of: Digits) =>
    `In ${english.count(orders)} of ${some(of, "order")} a page ends with an error all the same, as it does after a serial order.`,
  someLose: (orders: Digits, of: Digits, share: number) =>
    `${english.count(orders)} of ${some(of, "order")} (${english.share(share)}) ${String(orders) === "1" ? "loses" : "lose"} something: no serial order ends like that.`,
  someStick: (orders: Digits, of: Digits, share: number) =>
    `In ${english.count(orders)} of ${some(of, "order")} (${english.share(share)}) requests wait for each other for ever.`,
  lanesAre: "Requests",
  inCommon: "The same in every outcome",
  outcomes: "Outcomes",
  outcome: (place: number) => `Outcome ${place}`,
  replayOutcome: (place: number) => `Replay outcome ${place}`,
  ordersOfOutcome: (orders: Digits) => some(orders, "order"),
  ofRandom: (orders: Digits, of: Digits) => `${english.count(orders)} of ${english.count(of)}`,
  ofAll: (share: number) => `of all orders ${english.share(share)}`,
  byChance: (orders: Digits, of: Digits) => `by chance ${english.count(orders)} of ${english.count(of)}`,
  neverByChance: (of: Digits) => `by chance 0 of ${english.count(of)}`,
  loses: "loses something",
  isSerial: "like a serial order",
  isStuck: "deadlock",
  notYetJudged: "not judged",
  shortest: "Shortest order",
  onlyFirst: (shown: number, of: number) =>
    `${english.count(of)} outcomes are too many to show: these are the ${english.count(shown)} that most orders lead to. What is counted below is counted among these.`,
  showMore: (more: number) => `Show ${some(more, "more outcome")}`,
  afterSerial: (isEvery: boolean): string =>
    isEvery ? "after every serial order" : "after the nearest serial order",
  lossValue: (name: string, value: string, after: string, serial: string) =>
    `${name} is ${value}; ${after} it is ${serial}`,
  lossGone: (name: string, after: string, serial: string) => `there is no ${name}; ${after} it is ${serial}`,
  lossExtra: (name: string, value: string, after: string) => `${name} is ${value}; ${after} there is none`,
  lossSession: (exists: boolean, after: string) =>
    exists ? `it is still there; ${after} it is gone` : `it is gone; ${after} it is there`,
  lossPage: (lane: string, status: number, after: string, serial: number) =>
    `request ${lane} is answered with ${status}; ${after} with ${serial}`,
  lossText: (lane: string, after: string, text: string) =>
    `request ${lane} gets ${text === "" ? "this page" : `“${text}”`}; ${after} it gets another page`,
  ofSession: "session",
  jarOf: "cookies of",
  cookieNamed: (name: string) => `cookie ${name}`,
  request: (letter: string) => `Request ${letter}`,
  onDisk: "on disk",
  inMemoryOf: (process: number) => `in memory of process ${process}`,
  isGone: "is not there",
  hasNone: (name: string) => `no ${name}`,
  orphan: "orphan: no browser has its key",
  emptySession: "without attributes",
  emptyPage: "an empty page",
  refused: "refused: it changed nothing",
  pageFailed: "ends with an error",
  /** What is waited for, as the worker names it. */
  awaited: (what: string): string => what,
  waitsFor: (who: string, what: string, holder: string) => `${who} waits for ${what}, which ${holder} holds`,
  waitsForEnded: (who: string, what: string, holder: string) =>
    `${who} waits for ${what}, which ${holder} never released`,
  laneNamed: (letter: string) => `request ${letter}`,
  requestNamed: (id: number) => `request ${id}`,

  together: "At work together",
  togetherHint: "Live requests that the server worked on at the same time.",
  stretch: (list: string) => `Requests ${list} were at work together.`,
  listOf: (items: string[]) => new Intl.ListFormat("en").format(items),
  replayThis: "Replay this",
  exploreThese: "Explore their orders",

  replayTitle: (place: number) => `Replay of outcome ${place}`,
  replayOfStretch: (list: string) => `Replay of requests ${list}`,
  replayOf: "Replay",
  isCopy: "This is a copy: your site and its browsers are not touched.",
  schedule: "Order",
  place: (position: number, length: number) => `${english.count(position)} of ${english.count(length)} done`,
  next: "Next",
  runRest: "Run the rest",
  stepBack: "Step back",
  close: "Close",
  leftSchedule:
    "You went another way than this order. Next goes on with what is left of it, as far as it can; or step back.",
  itEnds: "How it ended",

  compare: "Compare",
  compareHint: "The same requests in the same order, on two copies of the site with different options.",
  left: "Left",
  right: "Right",
  sideOf: (side: string, option: string) => `${option}, ${side}`,
  sessions: "Sessions",
  inMemory: "in memory",
  server: "Server",
  lock: "Session lock",
  monoprocess: "one process",
  multithread: "threads",
  multiprocess: "several processes",
  cgi: "CGI",
  lockNone: "none",
  lockIs: (lock: string) => (lock === "none" ? "no lock" : `lock ${lock}`),
  turnByTurn: "turn by turn",
  asOutcome: (place: number, schedule: string) => `as in outcome ${place}: ${schedule}`,
  runCompare: "Run both",
  sameBoth: "Both sides have the same options: change one of them.",
  firstDifference: (place: number) => `First difference, at place ${english.count(place)} of the order`,
  onSide: (side: string, who: string, what: string) => `${side}${who && `, ${who}`}: ${what}.`,
  nothingMore: "nothing more happened",
  noDifference: "The two never went different ways: under both options the same happened.",
  startedAnew: (list: string, n: number) =>
    `${n === 1 ? "Request" : "Requests"} ${list} had already begun: both sides start anew, on the site as it is after what was done.`,
  leftBehind: (side: string, what: string, reason: string) =>
    `${side}: ${what} could not be taken along. ${reason}`,
  hadToWait: (lane: string, place: number, why: string) =>
    `${lane} had to wait at place ${english.count(place)}: ${why}.`,
  heldSession: (holder: string) => `${holder} held the session`,
  heldLock: (holder: string, lock: string) => `${holder} held the lock ${lock}`,
  hadTurn: "it was not its turn, as its process was at work on another request",
  sameOnBoth: "The same on both sides",
  nothingLost: "Nothing is lost.",
  somethingLost: "Something is lost:",
};

/** All of them; both languages have the same. */
export type OrdersWords = typeof en;

const french = numbers("fr");
const des = (digits: Digits, un: string, plusieurs = `${un}s`) =>
  `${french.count(digits)} ${["0", "1"].includes(String(digits)) ? un : plusieurs}`;

const fr: OrdersWords = {
  ...french,
  failed: "Cela n’a pas marché :",
  lost: "Le navigateur avait arrêté le serveur, et ce qui s’exécutait sur des copies est perdu avec lui : ordres, exécution rejouée, comparaison. Redemandez-les.",
  allOrders: "Tous les ordres",
  exploreAll: "Explorer tous les ordres",
  runRandom: "200 ordres au hasard",
  seed: "Graine",
  newSeed: "Nouvelle graine",
  sameSeed: "Même graine, mêmes ordres.",
  cancel: "Annuler",
  ofHeld: (n) => `Des ${n} requêtes retenues.`,
  ofFrames: (n, page) => `Des ${n} cadres de ${page}, sur une copie du site.`,
  ofStretch: (list) => `Des requêtes ${list}, telles qu’elles sont venues.`,
  tooFew:
    "Il n’y a d’ordres qu’à partir de deux requêtes. Retenez-en au moins deux, ou ouvrez une page à deux cadres, par exemple un frameset, puis revenez ici.",
  oneHeld:
    "Une seule requête est retenue, et seule elle n’a pas d’ordre. Faites-en venir une autre : rechargez la page, ou ouvrez un second navigateur.",
  working: "Exploration de tous les ordres",
  soFar: (orders, states, outcomes) =>
    `${des(orders, "ordre")} jusqu’ici, ${des(states, "état")}, ${des(outcomes, "issue")}`,
  triedSoFar: (done, count) => `${french.count(done)} sur ${french.count(count)} ordres au hasard`,
  summary: (orders, outcomes) => `${des(orders, "ordre")}, ${des(outcomes, "issue")}.`,
  summaryAtLeast: (orders, outcomes) =>
    `Au moins ${des(orders, "ordre")}, au moins ${des(outcomes, "issue")}.`,
  summaryRandom: (count, outcomes, seed) =>
    `${des(count, "ordre au hasard", "ordres au hasard")}, ${des(outcomes, "issue")}. Graine ${seed} : même graine, mêmes ordres.`,
  wasStopped: "Vous l’avez arrêtée. Voici ce qu’on savait alors ; il y en a peut-être d’autres.",
  wasLimited: (limit) =>
    `Elle s’est arrêtée d’elle-même, ${
      {
        states: "après autant d’états qu’elle peut en garder",
        seconds: "son temps étant écoulé",
        memory: "sa mémoire étant pleine",
      }[limit ?? "states"]
    }. Voici ce qu’on savait alors ; il y en a peut-être d’autres. Moins de requêtes, ou des pages plus courtes, ont moins d’ordres.`,
  outdated: "Le site a changé depuis : ceci parle de lui tel qu’il était.",
  notJudged:
    "Les ordres en série n’ont pas tous été essayés : on ne peut pas encore dire quelles issues perdent quelque chose.",
  proof: (orders) =>
    String(orders) === "1"
      ? "Le seul ordre est en série : rien n’est perdu."
      : `Les ${french.count(orders)} ordres s’accordent ${String(orders) === "2" ? "" : "tous "}avec un ordre en série : rien n’est perdu.`,
  agreeRandom: (orders) =>
    `Ces ${french.count(orders)} ordres au hasard s’accordent tous avec un ordre en série. Seule l’exploration de tous les ordres prouve que rien n’est jamais perdu.`,
  agreeSoFar:
    "Tous les ordres trouvés jusqu’ici s’accordent avec un ordre en série. Cela ne prouve encore rien des autres.",
  endsAlike: "Quel que soit l’ordre, l’issue est la même.",
  orderDecides: (outcomes) =>
    `L’ordre décide toujours laquelle des ${french.count(outcomes)} issues on obtient.`,
  someRefused: (orders, of) =>
    `Dans ${des(orders, "ordre")} sur ${french.count(of)}, une requête est refusée par 409 : elle n’a rien changé, et qui l’a envoyée le sait.`,
  someFail: (orders, of) =>
    `Dans ${des(orders, "ordre")} sur ${french.count(of)}, une page se termine quand même par une erreur, comme elle le fait après un ordre en série.`,
  someLose: (orders, of, share) =>
    `${des(orders, "ordre")} sur ${french.count(of)} (${french.share(share)}) ${String(orders) === "1" ? "perd" : "perdent"} quelque chose : aucun ordre en série ne finit ainsi.`,
  someStick: (orders, of, share) =>
    `Dans ${des(orders, "ordre")} sur ${french.count(of)} (${french.share(share)}), des requêtes s’attendent l’une l’autre sans fin.`,
  lanesAre: "Requêtes",
  inCommon: "Pareil dans toutes les issues",
  outcomes: "Issues",
  outcome: (place) => `Issue ${place}`,
  replayOutcome: (place) => `Rejouer l’issue ${place}`,
  ordersOfOutcome: (orders) => des(orders, "ordre"),
  ofRandom: (orders, of) => `${french.count(orders)} sur ${french.count(of)}`,
  ofAll: (share) => `de tous les ordres ${french.share(share)}`,
  byChance: (orders, of) => `au hasard ${french.count(orders)} sur ${french.count(of)}`,
  neverByChance: (of) => `au hasard 0 sur ${french.count(of)}`,
  loses: "perd quelque chose",
  isSerial: "comme un ordre en série",
  isStuck: "interblocage",
  notYetJudged: "non jugée",
  shortest: "Ordre le plus court",
  onlyFirst: (shown, of) =>
    `${french.count(of)} issues, c’est trop pour les montrer toutes : voici les ${french.count(shown)} auxquelles mènent le plus d’ordres. Ce qui est compté plus bas l’est parmi elles.`,
  showMore: (more) => `Montrer ${des(more, "autre issue", "autres issues")}`,
  afterSerial: (isEvery) => (isEvery ? "après tout ordre en série" : "après l’ordre en série le plus proche"),
  lossValue: (name, value, after, serial) => `${name} vaut ${value} ; ${after}, c’est ${serial}`,
  lossGone: (name, after, serial) => `${name} n’existe pas ; ${after}, c’est ${serial}`,
  lossExtra: (name, value, after) => `${name} vaut ${value} ; ${after}, il n’y en a pas`,
  lossSession: (exists, after) =>
    exists ? `elle est encore là ; ${after}, elle a disparu` : `elle a disparu ; ${after}, elle est là`,
  lossPage: (lane, status, after, serial) =>
    `la requête ${lane} reçoit le statut ${status} ; ${after}, c’est ${serial}`,
  lossText: (lane, after, text) =>
    `la requête ${lane} reçoit ${text === "" ? "cette page" : `« ${text} »`} ; ${after}, elle en reçoit une autre`,
  ofSession: "session",
  jarOf: "cookies de",
  cookieNamed: (name) => `le cookie ${name}`,
  request: (letter) => `Requête ${letter}`,
  onDisk: "sur disque",
  inMemoryOf: (process) => `en mémoire du processus ${process}`,
  isGone: "n’existe pas",
  hasNone: (name) => `pas de ${name}`,
  orphan: "orpheline : aucun navigateur n’a sa clé",
  emptySession: "sans attributs",
  emptyPage: "une page vide",
  refused: "refusée : elle n’a rien changé",
  pageFailed: "se termine par une erreur",
  awaited: (what) =>
    what
      .replace(/^the session$/, "la session")
      .replace(/^the lock made at /, "le verrou créé à ")
      .replace(/, line (?=\d+$)/, ", ligne "),
  waitsFor: (who, what, holder) => `${who} attend ${what}, que tient ${holder}`,
  waitsForEnded: (who, what, holder) => `${who} attend ${what}, que ${holder} n’a jamais rendu`,
  laneNamed: (letter) => `la requête ${letter}`,
  requestNamed: (id) => `la requête ${id}`,

  together: "Traitées ensemble",
  togetherHint: "Des requêtes ordinaires que le serveur a traitées en même temps.",
  stretch: (list) => `Les requêtes ${list} ont été traitées ensemble.`,
  listOf: (items) => new Intl.ListFormat("fr").format(items),
  replayThis: "Rejouer",
  exploreThese: "Explorer leurs ordres",

  replayTitle: (place) => `L’issue ${place} rejouée`,
  replayOfStretch: (list) => `Les requêtes ${list} rejouées`,
  replayOf: "Rejouer",
  isCopy: "C’est une copie : votre site et ses navigateurs ne sont pas touchés.",
  schedule: "Ordre",
  place: (position, length) => `${french.count(position)} sur ${french.count(length)} faits`,
  next: "Suivant",
  runRest: "Exécuter le reste",
  stepBack: "Revenir d’un pas",
  close: "Fermer",
  leftSchedule:
    "Vous avez pris un autre chemin que cet ordre. Suivant continue avec ce qu’il en reste, autant que possible ; ou revenez en arrière.",
  itEnds: "Comment cela a fini",

  compare: "Comparer",
  compareHint: "Les mêmes requêtes dans le même ordre, sur deux copies du site aux options différentes.",
  left: "À gauche",
  right: "À droite",
  sideOf: (side, option) => `${option}, ${side.toLowerCase()}`,
  sessions: "Sessions",
  inMemory: "en mémoire",
  server: "Serveur",
  lock: "Verrou",
  monoprocess: "monoprocess",
  multithread: "multithread",
  multiprocess: "multiprocess",
  cgi: "CGI",
  lockNone: "aucun",
  lockIs: (lock) => (lock === "none" ? "sans verrou" : `verrou ${lock}`),
  turnByTurn: "à tour de rôle",
  asOutcome: (place, schedule) => `comme l’issue ${place} : ${schedule}`,
  runCompare: "Exécuter les deux",
  sameBoth: "Les deux côtés ont les mêmes options : changez-en une.",
  firstDifference: (place) => `Première différence, à la place ${french.count(place)} de l’ordre`,
  onSide: (side, who, what) => `${side}${who && `, ${who}`} : ${what}.`,
  nothingMore: "plus rien n’est arrivé",
  noDifference: "Les deux n’ont jamais divergé : avec les deux options, la même chose est arrivée.",
  startedAnew: (list, n) =>
    `${n === 1 ? `La requête ${list} avait` : `Les requêtes ${list} avaient`} déjà commencé : les deux côtés recommencent, sur le site tel qu’il est après ce qui a été fait.`,
  leftBehind: (side, what, reason) => `${side} : ${what} n’a pas pu être emporté. ${reason}`,
  hadToWait: (lane, place, why) => `${lane} a dû attendre à la place ${french.count(place)} : ${why}.`,
  heldSession: (holder) => `${holder} tenait la session`,
  heldLock: (holder, lock) => `${holder} tenait le verrou ${lock}`,
  hadTurn: "ce n’était pas son tour, car son processus traitait une autre requête",
  sameOnBoth: "Pareil des deux côtés",
  nothingLost: "Rien n’est perdu.",
  somethingLost: "Quelque chose est perdu :",
};

export const ordersWords: Readonly<Record<Language, OrdersWords>> = { en, fr };
