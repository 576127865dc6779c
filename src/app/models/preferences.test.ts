import { expect, test } from "vitest";
import { type AllWords, en } from "../words/en.ts";
import { fr } from "../words/fr.ts";
import { loadPreferences, type PreferenceStorage } from "./preferences.ts";

test("what was chosen is there the next time", async () => {
  const storage = memoryStorage();
  const first = await loadPreferences(storage);
  await first.chooseLanguage("fr");
  first.cycleTheme();
  first.resize("code", 60);
  first.arrangement.value = "tabs";
  const second = await loadPreferences(storage);
  expect(second.language.value).toBe("fr");
  expect(second.words.value.back).toBe("Précédent");
  expect(second.theme.value).toBe("light");
  expect(second.sizes.value.code).toBe(60);
  expect(second.arrangement.value).toBe("tabs");
});

test("English and the system's theme come first", async () => {
  const preferences = await loadPreferences(memoryStorage());
  expect([preferences.language.value, preferences.theme.value]).toEqual(["en", "auto"]);
});

test("the theme goes round", async () => {
  const preferences = await loadPreferences(memoryStorage());
  const seen = [1, 2, 3].map(() => {
    preferences.cycleTheme();
    return preferences.theme.value;
  });
  expect(seen).toEqual(["light", "dark", "auto"]);
});

test.each(["not json", "null", "[]", '{"code":"wide","theme":7,"language":"de"}'])(
  "a damaged entry %j counts as never chosen",
  async (text) => {
    const preferences = await loadPreferences(memoryStorage(text));
    expect(preferences.theme.value).toBe("auto");
    expect(preferences.language.value).toBe("en");
    expect(preferences.sizes.value.code).toBe(48);
  },
);

test("no part can be resized away", async () => {
  const preferences = await loadPreferences(memoryStorage());
  preferences.resize("code", -20);
  preferences.resize("browser", 400);
  expect(preferences.sizes.value).toEqual({ lesson: 25, code: 15, browser: 85 });
});

test("a storage that throws costs only the memory", async () => {
  const forbidden: PreferenceStorage = {
    getItem() {
      throw new Error("SecurityError");
    },
    setItem() {
      throw new Error("QuotaExceededError");
    },
  };
  const preferences = await loadPreferences(forbidden);
  await preferences.chooseLanguage("fr");
  expect(preferences.words.value.back).toBe("Précédent");
});

test("a language whose words do not come leaves everything as it is", async () => {
  const preferences = await loadPreferences(memoryStorage(), {
    en: async () => en,
    fr: () => Promise.reject(new Error("offline")),
  });
  expect(await preferences.chooseLanguage("fr")).toBe(false);
  expect(preferences.language.value).toBe("en");
  expect(preferences.words.value).toBe(en);
});

test("of two choices the last counts, even if its words come first", async () => {
  let deliver = (_words: AllWords) => {};
  const french = new Promise<AllWords>((resolve) => {
    deliver = resolve;
  });
  const preferences = await loadPreferences(memoryStorage(), {
    en: async () => en,
    fr: () => french,
  });
  const slow = preferences.chooseLanguage("fr");
  await preferences.chooseLanguage("en");
  deliver(fr);
  await slow;
  expect(preferences.language.value).toBe("en");
  expect(preferences.words.value).toBe(en);
});

function memoryStorage(text: string | null = null): PreferenceStorage {
  let kept = text;
  return {
    getItem: () => kept,
    setItem(_key, value) {
      kept = value;
    },
  };
}
