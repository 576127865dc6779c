/** Why a step of a lesson cannot be done, where the page finds it out itself. The lesson's own steps are tried out; the learner may have changed the site. */
import type { Language } from "../models/preferences.ts";

interface ActionWords {
  noPage: (browser: string) => string;
  noForm: (browser: string, to: string | undefined) => string;
  noField: (name: string) => string;
  noLink: (browser: string, to: string) => string;
  noFrame: (path: string, frame: string) => string;
  noCookie: (browser: string, name: string) => string;
  noLane: (lane: number) => string;
  noFile: (path: string) => string;
}

export const actionWords: Readonly<Record<Language, ActionWords>> = {
  en: {
    noPage: (browser) => `Browser ${browser} shows no page. Look at it, then try again.`,
    noForm: (browser, to) =>
      `The page in browser ${browser} has no form${to === undefined ? "" : ` that leads to ${to}`}. Go to the page that has it first.`,
    noField: (name) => `The form has no field ${name}.`,
    noLink: (browser, to) =>
      `The page in browser ${browser} has no link to ${to}. Go to the page that has it first.`,
    noFrame: (path, frame) => `${path} has no frame ${frame}.`,
    noCookie: (browser, name) => `Browser ${browser} has no cookie ${name}. Visit a page that sets it first.`,
    noLane: (lane) => `No request waits in lane ${lane}. Hold requests and load the pages first.`,
    noFile: (path) => `The site has no file ${path}.`,
  },
  fr: {
    noPage: (browser) => `Le navigateur ${browser} ne montre aucune page. Regardez-le, puis recommencez.`,
    noForm: (browser, to) =>
      `La page du navigateur ${browser} n’a pas de formulaire${to === undefined ? "" : ` qui mène à ${to}`}. Allez d’abord à la page qui l’a.`,
    noField: (name) => `Le formulaire n’a pas de champ ${name}.`,
    noLink: (browser, to) =>
      `La page du navigateur ${browser} n’a pas de lien vers ${to}. Allez d’abord à la page qui l’a.`,
    noFrame: (path, frame) => `${path} n’a pas de cadre ${frame}.`,
    noCookie: (browser, name) =>
      `Le navigateur ${browser} n’a pas de cookie ${name}. Visitez d’abord une page qui le pose.`,
    noLane: (lane) =>
      `Aucune requête n’attend dans le couloir ${lane}. Retenez d’abord les requêtes et chargez les pages.`,
    noFile: (path) => `Le site n’a pas de fichier ${path}.`,
  },
};
