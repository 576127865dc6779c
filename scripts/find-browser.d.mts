/** Flags that make a test run quiet, offline and possible in a container. */
export const chromiumArguments: readonly string[];
/** The path of a Chromium, or null. Throws when the environment names one that is not there. */
export function findChromium(): string | null;
/** The path of the program `name`, or null. */
export function findCommand(name: string): string | null;
/** The path of a Chromium; installs one, saying so, if there is none. */
export function ensureChromium(): Promise<string>;
/** Installs Debian packages where that is possible; true when it worked. */
export function installPackages(names: readonly string[]): boolean;
