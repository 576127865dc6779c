/** Light or dark, as a signal-friendly question: the learner's choice, and where there is none the system's, followed as it changes. */
import { signal } from "@preact/signals";
import type { Theme } from "./preferences.ts";

const systemIsDark = signal(false);

/** Starts following the system's theme. */
export function followSystemTheme(query: MediaQueryList = matchMedia("(prefers-color-scheme: dark)")): void {
  const follow = () => {
    systemIsDark.value = query.matches;
  };
  follow();
  query.addEventListener("change", follow);
}

/** Is the page dark under `theme`? Subscribes the caller to the system's theme when it matters. */
export function isDark(theme: Theme): boolean {
  return theme === "auto" ? systemIsDark.value : theme === "dark";
}
