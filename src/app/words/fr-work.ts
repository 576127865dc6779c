/** Partager, ouvrir et garder : les mêmes phrases en français. */
import type { WorkWords } from "./en-work.ts";

const pluriel = (n: number, un: string, plusieurs: string): string =>
  `${n.toLocaleString("fr")} ${n < 2 ? un : plusieurs}`;

export const frWork: WorkWords = {
  cancel: "Annuler",
  close: "Fermer",
  otherLanguage: "In English",
  files: (n) => pluriel(n, "fichier", "fichiers"),
  bytes: (n) => pluriel(n, "octet", "octets"),
  couldNot: (reason) => `Cela n’a pas marché. ${reason}`,

  shareTitle: "Partager ce site",
  shareWhy:
    "Tout le site est dans le lien lui-même, après le #. Rien n’est envoyé nulle part : ce que vous ne transmettez pas reste ici.",
  takeAlong: "Emporter aussi",
  takeCookies: (n) => (n === 0 ? "Cookies : il n’y en a pas" : `Cookies des navigateurs (${n})`),
  takeSessions: (n) => (n === 0 ? "Sessions sur disque : il n’y en a pas" : `Sessions sur disque (${n})`),
  takeSessionsSome: (taken, all) => `Sessions sur disque : les ${taken} plus récentes sur ${all}`,
  takeRace: (schedule) => `La course, dans l’ordre ${schedule}`,
  takeNoRace: "Une course : rejouez-en une, ou explorez tous les ordres, pour l’emporter",
  takeRaceNeeds: "Elle commence avec les cookies et les sessions de cet instant : emportez-les aussi.",
  theLink: "Le lien",
  makingLink: "Le lien s’écrit…",
  lengthShort: (n) => `${pluriel(n, "caractère", "caractères")} : assez court pour passer partout.`,
  lengthLong: (n) =>
    `${pluriel(n, "caractère", "caractères")} : les messageries et d’autres programmes coupent les liens après 2 000.`,
  lengthTooLong: (n) =>
    `${pluriel(n, "caractère", "caractères")} : bien des programmes coupent un lien aussi long. Mieux vaut un .zip.`,
  lengthUnopenable: (n) =>
    `${pluriel(n, "caractère", "caractères")} : aucune page n’ouvre un lien aussi long. Envoyez plutôt un .zip.`,
  copyLink: "Copier le lien",
  copyMarkdown: "Copier en Markdown",
  copyFrame: "Copier l’<iframe>",
  copied: "Copié.",
  couldNotCopy:
    "Le navigateur n’a pas laissé cette page copier. Le texte est sélectionné : copiez-le vous-même.",
  frameParts: "Pour une page à vous : ce que l’<iframe> montre",
  downloadZip: "Télécharger en .zip",
  zipHint: "npm run serve le sert tel quel.",
  shareNothing: "Ce site n’a pas encore de fichier. Il n’y a rien à partager.",
  shareTooMuch: "Ce site contient trop de choses pour un lien. Un .zip a la place qu’il faut.",
  siteTitle: "Un site dans Biscuiterie",

  linkTitle: "Un site venu d’un lien",
  linkWarning:
    "Personne ne l’a vérifié. Ses pages ne tournent que dans ce terrain de jeu : elles n’atteignent aucun autre site, ni rien qui soit à vous. Il s’ouvre comme un nouveau travail, à côté des vôtres.",
  embedWarning:
    "Quelqu’un a mis ce site ici. Il ne tourne que dans ce cadre et n’atteint rien qui soit à vous.",
  opening: "Lecture du lien…",
  linkHas: "Ce qu’il contient",
  zipTitle: (name) => `Le site de ${name}`,
  zipWarning:
    "Il s’ouvre comme un nouveau travail, à côté des vôtres. Ses pages ne tournent que dans ce terrain de jeu.",
  notText: "Ce n’est pas du texte : on ne peut pas le montrer ici.",
  besideLesson: (title) => `À côté de la leçon « ${title} »`,
  unknownLesson: "une leçon que cette version n’a pas",
  serverDiffers: "Le serveur",
  serverMistakes: (n) =>
    pluriel(n, "ligne de server.ini est illisible", "lignes de server.ini sont illisibles"),
  hasCookies: (browser, names) => `Cookies du navigateur ${browser} : ${names}`,
  hasSessions: (n) => pluriel(n, "session sur disque", "sessions sur disque"),
  hasRace: (n, schedule) => `Une course de ${n} requêtes, dans l’ordre ${schedule}`,
  openAsNew: "Ouvrir comme nouveau travail",
  start: "Démarrer",
  leave: "Laisser",
  goOn: "Continuer mon travail",
  problemTitle: "Ce lien ne peut pas être ouvert",
  problemDamaged:
    "Il n’est pas entier : des caractères manquent ou ont changé, comme lorsqu’une messagerie coupe un long lien ou y colle un point. Redemandez-le, ou demandez le .zip.",
  problemFuture: (version) =>
    `Il a été fait par une Biscuiterie plus récente (son format est le ${version}, cette page lit le 1). Rechargez la page pour avoir la plus récente, puis rouvrez le lien.`,
  problemUnknownLesson: (lesson) =>
    `Il appartient à une leçon, « ${lesson} », que cette version de Biscuiterie n’a pas. Rechargez la page pour avoir la plus récente.`,
  problemUnknownEdition: (lesson) =>
    `Il s’appuie sur une version de la leçon « ${lesson} » que cette Biscuiterie n’a pas. Rechargez la page pour avoir la plus récente.`,
  problemNotLoaded:
    "Il s’appuie sur une leçon qui n’a pas pu être chargée. Vérifiez la connexion, puis rouvrez le lien.",
  problemTooLarge: {
    link: "Il dépasse 100 000 caractères, plus que cette page n’en lit.",
    text: "Déplié, il dépasse ce qu’un site peut avoir (1 Mo). Rien n’en a été gardé.",
    file: "Un de ses fichiers dépasse 256 ko.",
    files: "Il a plus de 64 fichiers.",
  },
  problemContent: (detail) => `Il contient quelque chose qu’un site ne peut pas avoir : ${detail}`,
  problemLeft: "Rien n’a été ouvert, et rien de ce qui est à vous n’a changé.",
  zipProblemTitle: "Ce .zip ne peut pas être ouvert",
  zipNot: "Ce n’est pas un fichier .zip.",
  zipEmpty: "Il ne contient aucun fichier qu’un site pourrait avoir.",
  zipDamaged: (path) =>
    `${path === "" ? "Il" : path} est endommagé. Téléchargez ou copiez de nouveau le .zip.`,
  zipEncrypted: (path) =>
    `${path} est protégé par un mot de passe. Compressez de nouveau le site, sans mot de passe.`,
  zipCompression: (path, method) =>
    `${path} est compressé d’une manière (numéro ${method}) que cette page ne connaît pas. Compressez de nouveau le site en .zip ordinaire.`,
  zipHuge: "Il est fait pour plus qu’un site ne peut avoir. Compressez le site seul.",
  zipSplit: "C’est une partie parmi plusieurs. Compressez le site en un seul .zip.",

  worksTitle: "Mes travaux",
  worksWhy: "Tout ce que vous commencez est gardé dans ce navigateur, un mois après le dernier usage.",
  worksNone: "Il n’y a pas encore d’autre travail.",
  importZip: "Importer un .zip",
  shownHere: "affiché ici",
  shownElsewhere: "ouvert dans un autre onglet",
  origins: {
    example: "L’exemple du manuel",
    lesson: "Une leçon",
    link: "Un site venu d’un lien",
    zip: "Un site venu d’un .zip",
    copy: "Une copie",
    template: "Un nouveau site",
  },
  lessonNumber: (number) => `leçon ${number}`,
  lastUsed: (time) => `dernier usage ${time}`,
  openWork: "Ouvrir",
  openWorkNamed: (name) => `Ouvrir ${name}`,
  renameNamed: (name) => `Renommer ${name}`,
  workName: "Nom",
  saveName: "Enregistrer",
  deleteNamed: (name) => `Supprimer ${name}`,
  deleteQuestion: (name) =>
    `Supprimer « ${name} » pour de bon ? Ses fichiers, cookies et sessions partent avec lui.`,
  deleteYes: "Supprimer pour de bon",
  keepIt: "Le garder",
  openElsewhere: (name) =>
    `« ${name} » est ouvert dans un autre onglet. Allez-y, ou fermez d’abord cet onglet.`,

  versionsTitle: "Versions antérieures de ce travail",
  versionsOpen: "Restaurer…",
  versionsNone:
    "Aucune version antérieure n’est encore gardée. Il s’en garde une de temps en temps pendant que vous écrivez, et avant tout ce qui remplace votre travail.",
  versionReasons: {
    reset: "avant de recommencer",
    solution: "avant la solution",
    restore: "avant un retour à une version antérieure",
    import: "avant qu’un autre site prenne sa place",
    edited: "pendant que vous écriviez",
  },
  versionWhole: "avec ses cookies et ses sessions",
  versionFilesOnly: "fichiers seulement",
  backToWorks: "Tous les travaux",
  versionAgainstNow: "Ce que le retour changerait",
  versionSame: "Les fichiers sont les mêmes que maintenant.",
  fileComesBack: "revient",
  fileGoes: "disparaît",
  fileChanges: "change",
  goBack: "Revenir à cette version",
  goBackHint:
    "Le travail tel qu’il est maintenant est gardé comme version, lui aussi : vous pourrez revenir.",
  wentBack: "Le travail est revenu à ce qu’il était alors.",
  undo: "Annuler",
  unchangedLines: (n) => pluriel(n, "ligne inchangée", "lignes inchangées"),

  openOutside: "Ouvrir dans Biscuiterie",
  beginAgain: "Réinitialiser",
  beginAgainHint: "Recommence avec le site tel qu’il était",
  begunAgain: "Le site est comme au départ.",
};
