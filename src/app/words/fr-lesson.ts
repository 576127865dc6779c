/** Les mots de la partie Leçon, en français. */
import type { LessonWords } from "./en-lesson.ts";

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n < 2 ? un : plusieurs}`;

export const frLesson: LessonWords = {
  contents: "Leçons",
  choose: "Choisir une leçon",
  lessonTitle: (number, title) => `${number}. ${title}`,
  shown: "montrée maintenant",
  unfold: "Déplier la leçon",
  couldNotLoad: "Cette leçon n’a pas pu être chargée. Vérifiez la connexion.",
  unknown: "Cette leçon n’est plus dans le cours. Choisissez-en une autre en haut de la page.",
  tryAgain: "Réessayer",

  goals: "Objectifs",
  goalsMet: (met, all) => `${pluriel(met, "objectif atteint", "objectifs atteints")} sur ${all}`,
  goalMet: (goal) => `Objectif atteint : ${goal}`,
  allMet: "Tous les objectifs de cette leçon sont atteints.",
  isMet: "atteint",
  isNotMet: "pas encore atteint",
  hints: "Indices",
  hint: (number) => `Indice ${number}`,
  showHint: (shown) => (shown === 0 ? "Montrer un indice" : "Montrer un autre indice"),
  hintsLeft: (n) => `encore ${n}`,

  predict: "Prédire d’abord",
  answer: "C’est ma réponse",
  right: "Exact.",
  notQuite: "Pas tout à fait.",
  rightAnswer: "la bonne réponse",
  yourAnswer: "votre réponse",
  quoteOf: (file, from, to) => (from === to ? `${file}, ligne ${from}` : `${file}, lignes ${from} à ${to}`),
  showLines: "Montrer dans l’éditeur",

  running: "en cours…",
  stopStep: "Arrêter",
  stepFailed: "Cette étape n’a pas pu être faite.",

  showSolution: "Montrer la solution",
  solutionTitle: "La solution",
  solutionSays:
    "Une façon d’atteindre les objectifs. Voici ce qu’elle change dans vos fichiers ; vous pourrez annuler.",
  noDifference: "Vos fichiers sont ceux de la solution.",
  apply: "Appliquer",
  cancel: "Annuler",
  close: "Fermer",
  fileAdded: "nouveau fichier",
  fileRemoved: "supprimé",
  changes: (added, removed) =>
    `${pluriel(added, "ligne ajoutée", "lignes ajoutées")}, ${pluriel(removed, "supprimée", "supprimées")}`,
  lineAdded: "ajoutée",
  lineRemoved: "supprimée",
  applied: "La solution est en place.",
  reset: "Réinitialiser",
  resetHint: "Recommencer cette leçon : ses fichiers, aucun cookie, aucune session",
  wasReset: "La leçon recommence : ses fichiers sont revenus, les cookies et les sessions ont disparu.",
  undone: "C’est de nouveau comme avant.",
  templates: "Commencer avec un autre site",
  couldNotChange: "Le site n’a pas pu être modifié.",
  undo: "Annuler",

  previous: "Leçon précédente",
  next: "Leçon suivante",
  lessons: "Leçons précédente et suivante",

  progress: "Ma progression",
  progressSays:
    "Gardée dans ce navigateur seulement. Un objectif atteint une fois y reste, même si vous recommencez sa leçon.",
  progressOf: (met, all) => `${pluriel(met, "objectif", "objectifs")} sur ${all} : ${direPart(met, all)}`,
  finished: (n, all) => `${pluriel(n, "leçon terminée", "leçons terminées")} sur ${all}`,
  noGoals: "sans objectif",
  isDone: "terminée",
  name: "Votre nom, si votre professeur veut savoir de qui est le fichier",
  export: "Exporter",
  exportHint: "Un petit fichier avec leçons, objectifs et dates : pour un professeur, ou un autre navigateur",
  forget: "Tout oublier",
  forgotten: "Votre progression est oubliée.",
  metOn: (date) => `atteint le ${date}`,
};

/** Une part en mots. */
function direPart(met: number, all: number): string {
  if (met === 0) return "rien encore";
  if (met === all) return "tout";
  const percent = Math.max(1, Math.min(99, Math.round((100 * met) / all)));
  return percent === 50 ? "la moitié" : `${percent} pour cent`;
}
