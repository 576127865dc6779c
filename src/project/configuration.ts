/**
 * The server's configuration as an immutable value, and how it is written down.
 *
 * What a learner writes in `server.ini` is read and edited in `server-ini.ts`, which the first sight of the page can do without.
 */

export type ServerKind = "monoprocess" | "multithread" | "multiprocess" | "cgi";
export type SessionLock = "none" | "request" | "version";

export interface Configuration {
  readonly persistent_session: boolean;
  readonly server: ServerKind;
  /** Of `multiprocess`. */
  readonly processes: number;
  readonly max_sessions: number;
  readonly strict_session_ids: boolean;
  readonly session_lock: SessionLock;
  readonly error_status: 200 | 500;
  /** A directory without an index page lists its files; otherwise it is forbidden. */
  readonly allow_directory_listing: boolean;
}

export const defaultConfiguration: Configuration = Object.freeze({
  persistent_session: false,
  server: "monoprocess",
  processes: 3,
  max_sessions: 1000,
  strict_session_ids: false,
  session_lock: "none",
  error_status: 200,
  allow_directory_listing: false,
});

/** The name of the file that shows the configuration as text. It is not a file of the site: no URL leads to it. */
export const SERVER_INI = "server.ini";

/** The names of the options, in the order of `server.ini`. */
export const optionNames = Object.keys(defaultConfiguration) as readonly (keyof Configuration)[];

/** The text of `server.ini` for `configuration`: every option, in a fixed order. `parseConfiguration` gives it back. */
export function stringifyConfiguration(configuration: Configuration): string {
  const lines = optionNames.map((name) => `${name} = ${stringifyValue(configuration[name])}`);
  return `[server]\n${lines.join("\n")}\n`;
}

/** One value as `server.ini` writes it. */
export function stringifyValue(value: Configuration[keyof Configuration]): string {
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}
