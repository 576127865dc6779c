/** Les mêmes phrases en français, avec les mots du manuel : session, cookie, en mémoire, persistante, monoprocess, trace d’erreur. */
import { type ConfigurationError, optionNames } from "../../project/index.ts";
import type { AllWords } from "./en.ts";

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n < 2 ? un : plusieurs}`;

/** Pourquoi un navigateur ne prend pas un cookie, règle par règle : les phrases de `browser/cookie-edits.ts`. */
const refusDuBocal: Record<string, string> = {
  name: "Le nom d’un cookie n’a ni espace, ni =, ni ; : seulement des lettres, chiffres et signes simples (RFC 6265 §4.1.1). Écrivez par exemple sessionId.",
  value:
    "La valeur d’un cookie n’a ni ; ni espace autour d’elle : seulement des lettres, chiffres et signes simples (RFC 6265 §5.2). Omettez les autres, ou écrivez-les comme %3B.",
  path: "Le chemin d’un cookie commence par / et ne contient pas de ; (RFC 6265 §5.2.4). Écrivez / pour tout le site.",
  expires:
    "Ce n’est pas une date. Choisissez-en une, ou laissez le cookie vivre jusqu’à la fermeture du navigateur.",
  past: "Cette date est passée, et un navigateur oublie aussitôt un tel cookie (RFC 6265 §5.3). Choisissez-en une plus tardive, ou supprimez le cookie.",
  size: "Le nom et la valeur ensemble dépassent 4096 octets, ce qu’un navigateur doit pouvoir garder (RFC 6265 §6.1). Raccourcissez la valeur.",
  taken:
    "Ce navigateur a un autre cookie de ce nom et de ce chemin, que celui-ci remplacerait (RFC 6265 §5.3). Modifiez celui-là, ou choisissez un autre nom ou chemin.",
  missing:
    "Ce navigateur n’a plus ce cookie : il a expiré, ou une page l’a remplacé. Fermez ceci et regardez de nouveau.",
};

/** Ce qui ne va pas dans une ligne de server.ini. */
function raconter(problem: ConfigurationError["problem"]): string {
  switch (problem.kind) {
    case "no-option":
      return `« ${problem.found} » n’est pas une option. Écrivez nom = valeur, par exemple persistent_session = on.`;
    case "unknown-option":
      return `Il n’y a pas d’option « ${problem.found} ». Les options sont ${optionNames.join(", ")}.`;
    case "wrong-section":
      return `La section s’appelle « ${problem.found} ». server.ini n’a qu’une section : écrivez [server].`;
    case "no-section":
      return `« ${problem.found} » est avant toute section. Mettez [server] sur la ligne au-dessus.`;
    case "set-twice":
      return `« ${problem.option} » est déjà à la ligne ${problem.before}. Supprimez l’une des deux.`;
    case "wrong-value": {
      const { option, found, allowed } = problem;
      const permis =
        "from" in allowed
          ? `un nombre entier de ${allowed.from} à ${allowed.to}`
          : `${allowed.slice(0, -1).join(", ")} ou ${allowed.at(-1)}`;
      return `« ${option} » ne peut pas être « ${found} ». Écrivez ${permis}.`;
    }
  }
}

export const fr: AllWords = {
  appName: "Biscuiterie",
  tagline: "Ce qu’est vraiment une session",

  partLesson: "Leçon",
  lessons: "Leçons",
  partCode: "Code",
  partBrowser: "Navigateur",
  partInspector: "Inspecteur",
  parts: "Parties de la page",
  maximise: (part) => `Agrandir : ${part}`,
  fold: (part) => `Replier : ${part}`,
  unfold: (part) => `Déplier : ${part}`,
  restoreParts: "Montrer toutes les parties",
  resizeLesson: "Largeur de la leçon",
  resizeColumns: "Largeur du code",
  resizeRows: "Hauteur du navigateur",

  serverOptions: "Options du serveur",
  serverStarting: "Le serveur démarre…",
  serverLost: "Le serveur ne répond pas",
  serverReady: (kind, storage) => `Serveur : ${kind}, sessions ${storage}`,
  serverBusy: (n) => (n === 1 ? "Le serveur exécute une page…" : `Le serveur exécute ${n} pages…`),
  kindMonoprocess: "monoprocess",
  kindMultithread: "multithread",
  kindMultiprocess: "multiprocess",
  kindCgi: "CGI",
  storageMemory: "en mémoire",
  storageDisk: "sur disque",
  persistentSessions: "Sessions persistantes",
  persistentSessionsHint:
    "Oui : les sessions sont des fichiers sur le disque du serveur. Non : elles sont dans sa mémoire. En changer redémarre le serveur.",
  restartServer: "Redémarrer le serveur",
  restartServerHint: "Ce qui est en mémoire est perdu ; ce qui est sur disque reste.",
  stop: "Arrêter",
  stopHint: "Arrêter la page en cours",
  language: "Langue",
  themeAuto: "Thème : comme le système",
  themeLight: "Thème : clair",
  themeDark: "Thème : sombre",
  keys: "Clavier",
  share: "Partager",
  myWork: "Mes travaux",

  restartedLost: (n) =>
    `Serveur redémarré : ${pluriel(n, "session en mémoire perdue", "sessions en mémoire perdues")}.`,
  restartedNothingLost: "Serveur redémarré : il n’y avait pas de session en mémoire à perdre.",
  nowPersistent: "Les sessions sont maintenant sur disque : elles survivent à un redémarrage.",
  nowInMemory: "Les sessions sont maintenant en mémoire : un redémarrage les perd.",
  fileDeleted: (path) => `${path} est supprimé.`,
  undo: "Annuler",
  dismiss: "Fermer",
  commandFailed: (what, reason) => `${what} ${reason}`,
  couldNotSave: (path) => `${path} n’a pas pu être enregistré.`,
  couldNotConfigure: "Les réglages du serveur n’ont pas pu être changés.",
  couldNotRestart: "Le serveur n’a pas pu être redémarré.",
  workspaceCopied: "Cet onglet est une copie : il a les fichiers, avec un serveur à lui.",
  storageProblem: (reason) => `Votre travail n’est gardé qu’en mémoire : ${reason}`,
  noAnswer: "Le serveur n’a pas répondu.",

  files: "Fichiers",
  addFile: "Ajouter un fichier",
  fileActions: "Renommer ou supprimer ce fichier",
  renameFile: "Renommer",
  deleteFile: "Supprimer",
  fileName: "Nom du fichier",
  addFileTitle: "Ajouter un fichier",
  renameFileTitle: (path) => `Renommer ${path}`,
  create: "Ajouter",
  rename: "Renommer",
  cancel: "Annuler",
  close: "Fermer",
  notText: (n) =>
    `${pluriel(n, "octet qui n’est", "octets qui ne sont")} pas du texte : on ne peut pas les modifier ici.`,
  fileExists: (path) => `Il y a déjà un fichier ${path}.`,
  fileNameEmpty: "Donnez un nom au fichier, par exemple suite.pih.",
  fileNameBad: (path) =>
    `« ${path} » ne peut pas être un nom de fichier : lettres, chiffres, - _ . et / entre les dossiers.`,
  unsaved: "pas encore enregistré",
  editorOf: (path) => `Texte de ${path}`,
  editorHint: "Échap, puis Tab pour quitter l’éditeur",
  editorLoading: "Un éditeur simple en attendant l’éditeur complet",
  noFiles: "Ce site n’a pas de fichier. Ajoutez-en un, par exemple index.html, et le serveur répondra avec.",
  lineCaused: (request, line) => `Requête ${request}, ligne ${line}`,

  browserTitle: (id) => `Navigateur ${id}`,
  back: "Précédent",
  forward: "Suivant",
  reload: "Recharger",
  address: "Adresse",
  openPage: (path) => `Ouvrir ${path}`,
  openBrowser: "Ouvrir un autre navigateur",
  openBrowsers: "Navigateurs ouverts",
  browsersOneServer: (n) => `${n} navigateurs, un serveur`,
  sideBySide: "Côte à côte",
  asTabs: "En onglets",
  noRoomBeside: (n) => `Pas la place pour ${n} navigateurs côte à côte`,
  closeBrowser: (id) => `Fermer le navigateur ${id}`,
  browserClosed: (id, n) =>
    n === 0
      ? `Le navigateur ${id} est fermé.`
      : `Le navigateur ${id} est fermé et a oublié ${pluriel(n, "cookie qui vivait", "cookies qui vivaient")} jusque-là.`,
  browserClosedWithKey: (id) =>
    `Le navigateur ${id} est fermé et a oublié sa clé. La session est toujours sur le serveur : personne ne l’a prévenu.`,
  couldNotOpenBrowser: "Aucun autre navigateur n’a pu être ouvert.",
  couldNotCloseBrowser: "Le navigateur n’a pas pu être fermé.",
  navigationStalled: "La page n’est pas arrivée.",
  navigationStalledDetail:
    "Le navigateur a peut-être arrêté le serveur en cours de route. Un formulaire en cours d’envoi a pu être traité.",
  notFromServer: "Cette page ne vient pas du serveur.",
  notFromServerDetail:
    "Le navigateur s’est adressé à l’hébergeur. Réessayez : le serveur est en général revenu.",
  retry: "Réessayer",
  logInTo: (realm) =>
    realm === ""
      ? "Cette page demande un nom et un mot de passe."
      : `« ${realm} » demande un nom et un mot de passe.`,
  userName: "Nom",
  password: "Mot de passe",
  logIn: "S’identifier",
  outsideAddress: (url) =>
    `${url} n’est pas sur ce serveur : seules les adresses qui commencent par http://localhost/ y sont.`,

  inspector: "Inspecteur",
  tabCookies: "Cookies",
  tabSessions: "Sessions",
  tabLog: "Journal",
  newTrouble: "nouvel avertissement ou nouvelle erreur",
  tabRequests: "Requêtes",
  tabRace: "Course",
  none: "aucun",

  cookiesOf: (id) => `Cookies du navigateur ${id}`,
  cookiesEmpty:
    "Ce navigateur n’a pas de cookie. La première page qui appelle Session() lui en enverra un, nommé sessionId.",
  colName: "Nom",
  colValue: "Valeur",
  colPath: "Chemin",
  colExpires: "Expire",
  colFlags: "Drapeaux",
  colSetBy: "Posé par",
  untilBrowserCloses: "à la fermeture du navigateur",
  colActions: "Modifier",
  you: "vous",
  jarEmpty: "Ce navigateur n’a pas de cookie.",
  addCookie: "Ajouter un cookie",
  deleteAllCookies: "Tout supprimer",
  editCookie: (name) => `Modifier ${name}`,
  copyCookieTo: (name) => `Copier ${name} vers…`,
  deleteCookie: (name) => `Supprimer ${name}`,
  addCookieTitle: (id) => `Un nouveau cookie pour le navigateur ${id}`,
  editCookieTitle: (name, id) => `Cookie ${name} du navigateur ${id}`,
  copyCookieTitle: (name, id) => `Copier ${name} du navigateur ${id} vers…`,
  copyKeyMeans: (id) =>
    `C’est la clé d’une session. Celui qui l’envoie est, pour le serveur, le navigateur ${id} : c’est ainsi qu’on vole une session.`,
  copyCookieMeans: "L’autre navigateur l’enverra avec ses propres requêtes.",
  newBrowser: "Un nouveau navigateur",
  keyCopied: (from, to) =>
    `Le navigateur ${to} a maintenant la clé de ${from} : pour le serveur, ${to} est ${from}.`,
  cookieCopied: (name, from, to) =>
    `Le navigateur ${to} a maintenant une copie du cookie ${name} de ${from}.`,
  cookieDeleted: (name, id) => `Le navigateur ${id} a oublié ${name}.`,
  cookiesDeleted: (n, id) => `Le navigateur ${id} a oublié ${n} cookies.`,
  couldNotChangeJar: "Le cookie reste tel qu’il était.",
  jarRefusal: (rule, sentence) => refusDuBocal[rule] ?? sentence,
  save: "Enregistrer",
  atDate: "à une date",
  date: "Date",
  httpOnlyHint: "Aucun script d’une page ne peut le lire. Il est envoyé quand même.",
  secureHint: "Il ne voyage qu’en https. Ce serveur parle http : il reste donc dans le navigateur.",
  notSaid: "non précisé",
  sameSiteHint:
    "S’il accompagne les requêtes causées par un autre site. Ici il n’y a qu’un site : il les accompagne toujours.",
  requestLink: (id) => `Requête ${id}`,
  requestGone: "une requête plus ancienne",
  lastRequestTitle: (id) => `Avec la requête ${id}`,
  cookieSent: "envoyé",
  cookieWithheld: "retenu",
  noCookieSent: "Aucun cookie ne l’accompagnait.",
  becauseDomain: "parce qu’il appartient à un autre hôte",
  becausePath: "parce que son chemin ne couvre pas cette page",
  becauseSecure: "parce qu’il ne voyage que par https",
  becauseExpired: "parce qu’il a expiré",
  keyOfSession: "la clé d’une session",

  sessionsOnServer: "Sessions sur le serveur",
  sessionsFiltered: (n, all) => `${n} sur ${all}`,
  filterSessions: "Filtrer les sessions",
  filterHint: "Identifiant, attribut, valeur ou navigateur : A",
  noSessionFits: "Aucune session ne correspond.",
  unfoldSession: (id) => `Session ${id} : tout montrer`,
  foldSession: (id) => `Session ${id} : montrer moins`,
  createdAt: (time) => `créée à ${time}`,
  lastUsedAt: (time) => `utilisée à ${time}`,
  viewsOf: (id) => `Vues de la session ${id}`,
  viewAttributes: "Attributs",
  viewHistory: "Histoire",
  viewPickle: "Pickle",
  viewHex: "Hexa",
  download: "Télécharger",
  pickleHint: "Le fichier, tel que Python l’a écrit (pickle)",
  firstBytes: (shown, all) => `Les premiers ${shown} sur ${all} : téléchargez le fichier pour voir le reste.`,
  insideOf: (name) => `Ce que contient ${name}`,
  moreParts: (n) => `et ${n} de plus`,
  isGone: "Cette session n’est plus là.",
  noHistory: "Ce qui lui est arrivé n’est plus dans le journal, ou fut l’œuvre d’une foule.",
  goneDeleted: "supprimé",
  goneClosed: "disparu : la session a été close",
  goneEvicted: "disparu : la session a été évincée",
  goneRestarted: "disparu : le serveur a redémarré",
  goneDiscarded: "abandonné : la page a échoué avant l’enregistrement de la session",
  writerUnknown: "une foule, ou une requête plus ancienne",
  editFile: "Modifier le fichier",
  editFileHint: "Personne ne vérifie ce que vous écrivez : une page qui ouvre la session le fera.",
  fileOfSession: (id) => `Fichier de la session ${id}`,
  saveFile: "Enregistrer le fichier",
  deleteDamaged: "Supprimer ce fichier",
  couldNotDelete: "Le fichier n’a pas pu être supprimé.",
  keysWithout: "Clés sans session",
  keyOf: (browser) => `Le navigateur ${browser} a encore la clé`,
  endClosed: (request) => `La requête ${request} a clos sa session.`,
  endEvicted: (cap) => `Sa session a été évincée : le serveur en garde ${cap}, et c’était la plus ancienne.`,
  endLost: "Sa session était en mémoire, et le serveur a redémarré.",
  endUnknown: "Le serveur ne garde pas de session sous cette clé.",
  nextSession: "La prochaine page qui appelle Session() en commence une, vide, sous la même clé.",
  nextSessionStrict: "La prochaine page qui appelle Session() en commence une, vide, sous une nouvelle clé.",
  evictedNotice: (browser, cap) =>
    `La session du navigateur ${browser} a été évincée : le serveur en garde ${cap}, et c’était la plus ancienne.`,

  createMany: "Créer beaucoup de sessions…",
  crowdWhy:
    "Des navigateurs neufs visitent une page, l’un après l’autre, et sont oubliés. Quand le serveur a autant de sessions qu’il peut en garder, chaque nouvelle évince la plus ancienne.",
  crowdCount: "Combien de navigateurs",
  crowdPath: "Page visitée",
  crowdPathHint: "{n} est le numéro du visiteur.",
  crowdNoPage: "Aucune page de ce site n’appelle Session() : une visite ne créerait pas de session.",
  crowdSend: (count) => `Créer ${count} ${count < 2 ? "session" : "sessions"}`,
  crowdProgress: (done, count) => `${done} sur ${count}`,
  crowdVisits: "Visites",
  crowdStop: "Arrêter les visites",
  crowdDone: (done, created, evicted) =>
    `${pluriel(done, "visite", "visites")} : ${pluriel(created, "session créée", "sessions créées")}, ${pluriel(evicted, "évincée", "évincées")}.`,
  crowdStopped: (left) => `Arrêt : ${left} ne sont pas venus.`,
  crowdFailed: (failed) => `${pluriel(failed, "a rencontré", "ont rencontré")} une erreur.`,
  crowdRefused: "Les visiteurs n’ont pas pu être envoyés.",
  crowdGoesOn: "Les visites n’ont pas pu être arrêtées.",
  evictedLately: "Évincées récemment :",
  sessionsEmpty:
    "Le serveur n’a pas de session. Une page en crée une en appelant Session() : ouvrez la première page et envoyez son formulaire.",
  inMemoryOf: (process) => `en mémoire du processus ${process}`,
  inMemory: "en mémoire",
  onDisk: "fichier sur disque",
  sessionOpenedBy: (id) => `ouverte par la requête ${id}`,
  heldBy: "sa clé est chez",
  heldByNobody: "aucun navigateur n’a sa clé",
  noAttributes: "Un objet vide : pas d’attribut.",
  writtenBy: "Écrit par",
  colAttribute: "Attribut",
  colType: "Type",
  damaged: (reason) => `Ce fichier ne peut pas être lu : ${reason}`,
  sessionLabel: (id) => `Session ${id}`,

  requestsEmpty: "Pas encore de requête. Ouvrez une page dans le navigateur : ce qu’il envoie apparaît ici.",
  colRequest: "Nº",
  colMethod: "Méthode",
  colUrl: "URL",
  colStatus: "Statut",
  colSize: "Taille",
  colAnsweredBy: "Traitée par",
  running: "en cours…",
  held: "retenue",
  bytes: (n) =>
    n < 1000
      ? `${n} o`
      : n < 1_000_000
        ? `${(n / 1000).toFixed(1).replace(".", ",")} ko`
        : `${(n / 1_000_000).toFixed(1).replace(".", ",")} Mo`,
  processThread: (process, thread) =>
    thread === undefined ? `processus ${process}` : `processus ${process}, thread ${thread}`,
  logEmpty:
    "Rien pour l’instant. Les démarrages du serveur, les avertissements, les scripts en erreur et print >>sys.stderr apparaîtront ici.",
  logCut: (shown, all) => `Les ${shown} plus récents sur ${all} sont montrés.`,
  colTime: "Heure",
  timeHint: "Minutes et secondes depuis l’ouverture de ce site",
  colLevel: "Niveau",
  colMessage: "Message",
  colBy: "Par",
  levelInfo: "info",
  levelWarning: "avertissement",
  levelError: "erreur",
  logStarted: (storage, kind) => `Serveur démarré : ${kind}, sessions ${storage}.`,
  logStopped: (lost) =>
    lost === 0
      ? "Serveur arrêté."
      : `Serveur arrêté : ${pluriel(lost, "session en mémoire perdue", "sessions en mémoire perdues")}.`,
  iniFine: "Pas de faute : le serveur suit ce texte.",
  iniWrong: (n) => `${pluriel(n, "ligne est à corriger", "lignes sont à corriger")}.`,
  iniKeeps: "D’ici là, le serveur garde les options qu’il a.",
  iniLine: ({ line, problem }) => `Ligne ${line} : ${raconter(problem)}`,
  sameAsText: "La même chose en texte est dans",
  restarts: "redémarre le serveur",
  optionServer: "Ce qui tourne",
  sayMonoprocess: "Une requête à la fois, dans l’ordre d’arrivée.",
  sayMultithread: "Les requêtes alternent entre deux instructions et partagent une seule mémoire.",
  sayMultiprocess: "Chaque processus a sa propre mémoire ; répond celui qui est libre.",
  sayCgi: "Un nouveau processus pour chaque requête, la mémoire vide.",
  optionProcesses: "Combien de processus",
  sayProcesses: "Seulement en multiprocess : de 1 à 16. En changer redémarre le serveur.",
  optionStorage: "Où sont les sessions",
  choiceMemory: "en mémoire",
  sayMemory: "Elles contiennent n’importe quel objet et disparaissent avec leur processus.",
  choiceDisk: "sur disque",
  sayDisk:
    "Sessions persistantes : un fichier par session, qui survit à un redémarrage et que tous les processus partagent.",
  optionCap: "Nombre maximal de sessions",
  sayCap: "Une de plus, et la plus ancienne est supprimée.",
  optionLock: "Deux requêtes sur une session",
  choiceNoLock: "sans verrou",
  sayNoLock: "Aucune n’attend : la dernière qui enregistre l’emporte.",
  choiceRequestLock: "verrou",
  sayRequestLock: "La seconde attend à Session() que la première soit finie.",
  choiceVersionLock: "versions",
  sayVersionLock: "La seconde à enregistrer est refusée (409) ; elle peut recharger et réessayer.",
  optionStrict: "Refuser les identifiants inconnus",
  sayStrict: "Un navigateur qui apporte un identifiant de session inconnu du serveur en reçoit un nouveau.",
  optionListing: "Lister les dossiers sans page d’index",
  sayListing: "Le serveur montre ce qu’ils contiennent, au lieu de refuser.",
  optionStatus: "Statut d’une page d’erreur",
  say200: "Comme Karrigell l’envoyait : l’erreur n’est que dans la page.",
  say500: "Comme un serveur le devrait : Internal Server Error.",
  rawRequest: "Requête",
  rawResponse: "Réponse",
  cutAfter: (shown, all) => `… (${shown} sur ${all})`,
  noResponseYet: "Pas encore de réponse : la page est en cours.",
  whatHappened: "Ce qui s’est passé",
  closeDetails: "Fermer les détails",
  scriptFailed: (exception) => `le script a échoué : ${exception}`,
  at: (file, line) => `${file}, ligne ${line}`,
  didOpenNew: (id) => `a créé la session ${id}`,
  didFind: (id) => `a retrouvé la session ${id}`,
  didAdopt: (id) => `a adopté l’identifiant inconnu ${id} comme session neuve et vide`,
  didRead: (name, value) => `a lu ${name} = ${value}`,
  didMiss: (name) => `a cherché ${name}, qui n’y est pas`,
  didWrite: (name, value) => `a écrit ${name} = ${value}`,
  didDelete: (name) => `a supprimé ${name}`,
  didClose: (names) => `a clos la session : ${names} effacé`,
  didCloseEmpty: "a clos la session, qui était vide",
  didLoad: "a lu sa copie de la session",
  didSave: (bytes) => `a enregistré la session${bytes === 0 ? "" : ` : ${bytes} octets`}`,
  didDiscard: (reason) => `a abandonné les changements : ${reason}`,
  didEvict: (id) => `a évincé la session la plus ancienne, ${id}`,
  didWait: (holder) => `a attendu la session, que la requête ${holder} tenait`,
  didLock: "a tenu la session à partir d’ici : les autres attendent",
  didUnlock: "a rendu la session",
  didConflict:
    "n’a pas pu enregistrer la session : une autre requête l’avait changée depuis qu’elle a été lue",
  didSendCookie: (name) => `le navigateur a envoyé le cookie ${name}`,
  didWithhold: (name, because) => `le navigateur a retenu le cookie ${name} ${because}`,
  didSetCookie: (name) => `le navigateur a gardé le cookie ${name}`,
  didRefuseCookie: (name, reason) => `le navigateur a refusé le cookie ${name} : ${reason}`,

  keysTitle: "Clavier",
  keySave: "Enregistrer et recharger le navigateur",
  keyAddress: "Aller à l’adresse",
  keyParts: "Passer à la partie suivante",
  keyLeaveEditor: "Quitter l’éditeur",
  keyResize: "Sur une bordure : changer les tailles",
  keyLane: "Dans une course : avancer d’un pas la requête de ce numéro",
  keyLaneOperation: "Dans une course : l’avancer jusqu’à sa prochaine opération de session",
  keyStepBack: "Dans une course : revenir d’un pas",
  keyThis: "Cette liste",

  unsupportedTitle: "Votre navigateur ne peut pas faire tourner un serveur ici",
  unsupportedWhy:
    "Biscuiterie garde un petit serveur web dans votre navigateur, dans ce qu’on appelle un service worker.",
  causeInsecure: (origin) =>
    `L’adresse ${origin} n’est ni en https ni localhost, et les navigateurs ne permettent de service worker que là.`,
  cureInsecure: "Ouvrez cette page en https, ou sur http://localhost si vous la servez vous-même.",
  causeFile: "Cette page a été ouverte comme un fichier. Un fichier ne peut pas avoir de service worker.",
  cureFile: "Servez le dossier et ouvrez son adresse : avec Node, « npm start » le fait.",
  causeMissing:
    "Ce navigateur n’a pas de service worker. C’est le cas de certaines fenêtres privées et de navigateurs anciens.",
  cureMissing: "Essayez une fenêtre ordinaire, ou un Firefox, Chrome, Edge ou Safari récent.",
  causeRefused: (detail) => `Le navigateur a refusé de le démarrer : ${detail}`,
  cureRefused:
    "Autorisez ce site à garder des données (les cookies ne doivent pas être bloqués), puis rechargez la page.",
  causeBlocked:
    "Quelque chose dans ce navigateur, une extension ou un réglage de confidentialité par exemple, empêche les service workers de démarrer sur ce site.",
  cureBlocked:
    "Autorisez les service workers ici, ou essayez une fenêtre sans extensions, puis rechargez la page.",
  causeFramed: "Cette page a été ouverte à l’intérieur d’une autre, et elle n’y fonctionne pas.",
  cureFramed: "Ouvrez-la dans un onglet à elle.",
  causeOtherVersion:
    "D’autres onglets de cette page sont encore dans une version plus ancienne, et les deux ne peuvent pas partager un serveur.",
  cureOtherVersion:
    "Fermez les autres onglets et rechargez celui-ci, ou mettez à jour : les autres onglets devront alors être rechargés.",
  openInTab: "Ouvrir dans un onglet",
  updateNow: "Mettre à jour",
  otherBuild: "Cette page et son serveur ne sont pas de la même version.",
  couldNotLoad: "Cela n’a pas pu être chargé. Vérifiez la connexion, puis réessayez. ",
  loading: "Un instant : cette partie se charge encore.",
  reloadPage: "Recharger la page",
  yourFiles: "Rien de ce que vous avez écrit n’est perdu pour autant.",
};
