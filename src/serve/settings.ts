/** What is served, where, and how: the command line and `server.ini`, made into one value. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Configuration, defaultConfiguration, parseConfiguration } from "../project/index.ts";

export interface Settings {
  /** The folder of the pages. */
  folder: string;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Where persistent sessions are kept; never inside `folder`. */
  sessions: string;
  configuration: Configuration;
  limits: NetworkLimits;
}

/** What a client may ask of the server. Bytes and milliseconds. */
export interface NetworkLimits {
  /** All header fields together. */
  headers: number;
  body: number;
  /** From the first byte of a request to the last of its header, and to the last of its body. */
  headersTimeout: number;
  requestTimeout: number;
  /** A connection on which nothing moves, while an answer is sent as well. */
  idleTimeout: number;
  connections: number;
}

export const defaultLimits: NetworkLimits = {
  headers: 16 * 1024,
  body: 16 * 1024 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  idleTimeout: 120_000,
  connections: 1_000,
};

export const defaultSettings: Omit<Settings, "folder" | "sessions"> = {
  host: "127.0.0.1",
  port: 8080,
  configuration: defaultConfiguration,
  limits: defaultLimits,
};

/** The name of the configuration's file. */
export const CONFIGURATION_FILE = "server.ini";

/** The options that `server.ini` sets, in `folder` or beside it, or the lines of it that cannot be read. */
export function readConfiguration(
  folder: string,
): { ok: true; configuration: Configuration } | { ok: false; reason: string } {
  for (const path of [join(folder, CONFIGURATION_FILE), join(dirname(resolve(folder)), CONFIGURATION_FILE)]) {
    const text = readIfThere(path);
    if (text === undefined) continue;
    const { configuration, errors } = parseConfiguration(text);
    if (errors.length === 0) return { ok: true, configuration };
    return {
      ok: false,
      reason: errors.map(({ line, message }) => `${path}, line ${line}: ${message}`).join("\n"),
    };
  }
  return { ok: true, configuration: defaultConfiguration };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
