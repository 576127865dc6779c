/**
 * What the learner chose for good: language, theme, and the sizes of the parts. Kept in `localStorage`; where that is missing or full, a
 * choice simply lasts as long as the page. English is always here; the words of another language are fetched when it is chosen.
 */
import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type AllWords, en, type Words } from "../words/en.ts";

export type Language = "en" | "fr";
export type Theme = "auto" | "light" | "dark";
/** In per cent of the room there is: the lesson's width, the code's of what that leaves, the browser's height. */
export interface Sizes {
  lesson: number;
  code: number;
  browser: number;
}

/** How several browsers share the room. */
export type Arrangement = "beside" | "tabs";

export interface Preferences {
  readonly language: ReadonlySignal<Language>;
  /** A language was kept from an earlier visit. */
  readonly hasLanguage: boolean;
  readonly theme: Signal<Theme>;
  readonly sizes: Signal<Sizes>;
  readonly arrangement: Signal<Arrangement>;
  /** The words of the chosen language; English without those of the parts that come later. */
  readonly words: ReadonlySignal<Words | AllWords>;
  /** Changes the language as soon as its words are here. False if they could not be fetched: all stays as it is. */
  chooseLanguage(language: Language): Promise<boolean>;
  /** auto → light → dark → auto. */
  cycleTheme(): void;
  resize(what: keyof Sizes, percent: number): void;
}

/** The part of `Storage` that is used; it may throw. */
export type PreferenceStorage = Pick<Storage, "getItem" | "setItem">;

const key = "biscuiterie-preferences";
const dictionaries: Record<Language, () => Promise<Words | AllWords>> = {
  en: async () => en,
  fr: async () => (await import("../words/fr.ts")).fr,
};
const themes: readonly Theme[] = ["auto", "light", "dark"];
/** As long as nobody has chosen. */
export const usualSizes: Sizes = { lesson: 25, code: 48, browser: 46 };
const narrowest = 15;
const widest = 85;

/** Preferences as last chosen, kept in `storage`, with their words. Unknown or damaged entries count as never chosen. */
export async function loadPreferences(
  storage: PreferenceStorage,
  load: Record<Language, () => Promise<Words | AllWords>> = dictionaries,
): Promise<Preferences> {
  const {
    language: keptLanguage,
    theme: keptTheme,
    lesson,
    code,
    browser,
    arrangement: kept,
  } = readKept(storage);
  const language = signal<Language>("en");
  const words = signal<Words | AllWords>(en);
  let wanted: Language = "en";
  const chooseLanguage = async (chosen: Language) => {
    wanted = chosen;
    const found = await load[chosen]().catch(() => null);
    if (found === null) return false;
    // The last choice counts, in whatever order the words come.
    if (chosen === wanted) {
      batch(() => {
        language.value = chosen;
        words.value = found;
      });
    }
    return true;
  };
  if (keptLanguage === "fr") await chooseLanguage("fr");
  const theme = signal<Theme>(themes.find((name) => name === keptTheme) ?? "auto");
  const sizes = signal<Sizes>({
    lesson: percent(lesson, usualSizes.lesson),
    code: percent(code, usualSizes.code),
    browser: percent(browser, usualSizes.browser),
  });
  const arrangement = signal<Arrangement>(kept === "tabs" ? "tabs" : "beside");
  effect(() => {
    const text = JSON.stringify({
      language: language.value,
      theme: theme.value,
      arrangement: arrangement.value,
      ...sizes.value,
    });
    try {
      storage.setItem(key, text);
    } catch {
      // Full or forbidden: the choice lasts as long as the page.
    }
  });
  return {
    language,
    hasLanguage: keptLanguage !== undefined,
    theme,
    sizes,
    arrangement,
    words,
    chooseLanguage,
    cycleTheme() {
      theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? "auto";
    },
    resize(what, size) {
      sizes.value = { ...sizes.value, [what]: percent(size, sizes.value[what]) };
    },
  };
}

function readKept(storage: PreferenceStorage): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function percent(value: unknown, otherwise: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return otherwise;
  return Math.min(widest, Math.max(narrowest, value));
}
