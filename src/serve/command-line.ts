/**
 * The command line of `npm run serve`.
 *
 * What `server.ini` says holds unless the command line says otherwise. Whatever cannot be understood is answered with a
 * sentence, never guessed at.
 */
import { realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { type Configuration, parseConfiguration } from "../project/index.ts";
import { defaultSettings, readConfiguration, type Settings } from "./settings.ts";
import { unpackSite } from "./zipped-site.ts";

/** What `--help` prints. */
export const usage = `Serves a folder of pages to real browsers, with sessions.

Usage: npm run serve -- DIR [options]        DIR may be a zip of the playground, too

  --port N         the port (8080; 0 takes any free one)
  --host H         the address to listen on (127.0.0.1: this computer only; 0.0.0.0: everybody on the network)
  --server KIND    who answers (monoprocess):
                     monoprocess   one request after the other: while a page computes, the others wait
                     multithread   requests take turns between statements, and share the sessions in memory
                     multiprocess  three processes (see "processes" in server.ini), each with a memory of its own
                     cgi           a new process for each request: nothing stays in memory
  --persistent     keep sessions on disk, one pickle file each; otherwise in memory
  --sessions DIR   the folder of those files (next to the pages: "site" has "site-sessions"); implies --persistent
  --help           this text

The options of a server.ini in DIR or beside it are followed; the command line wins. They are read once, at the start; pages
are read again whenever they are edited.
Files and databases that pages write are kept in memory and end with the server; only sessions are kept on disk.
A page that never ends is stopped when its budget of steps is used up. Processes are simulated, as in the playground.
Ctrl-C answers the requests that have arrived and ends the server; a second one ends it at once.`;

/** What the command line asks for. */
export type Command =
  | { kind: "help" }
  | { kind: "serve"; settings: Settings }
  /** It cannot be followed; `reason` says why. */
  | { kind: "wrong"; reason: string };

/** Reads the arguments behind the program's name. */
export function parseCommandLine(args: string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        server: { type: "string" },
        persistent: { type: "boolean" },
        sessions: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { kind: "help" };
    return { kind: "serve", settings: settingsOf(values, positionals) };
  } catch (error) {
    if (error instanceof WrongArgument || isParseError(error))
      return { kind: "wrong", reason: error.message };
    throw error;
  }
}

/** What parseArgs throws: its messages are sentences that name the argument. */
function isParseError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

class WrongArgument extends Error {}

function refuse(reason: string): never {
  throw new WrongArgument(reason);
}

interface Flags {
  port?: string | undefined;
  host?: string | undefined;
  server?: string | undefined;
  persistent?: boolean | undefined;
  sessions?: string | undefined;
}

function settingsOf(flags: Flags, positionals: string[]): Settings {
  const named = namedBy(positionals);
  const port = flags.port === undefined ? defaultSettings.port : portOf(flags.port);
  const folder = statSync(named).isDirectory() ? named : unpack(named);
  return {
    ...defaultSettings,
    folder,
    host: flags.host ?? defaultSettings.host,
    port,
    sessions: sessionFolderOf(folder, flags.sessions ?? `${named.replace(/\.zip$/i, "")}-sessions`),
    configuration: configurationOf(folder, flags),
  };
}

/** The real path of the folder or the zip to serve. */
function namedBy([site, ...rest]: string[]): string {
  if (site === undefined) refuse("Name the folder of the pages: npm run serve -- DIR");
  if (rest.length > 0) refuse(`One folder is served at a time; found also: ${rest.join(", ")}.`);
  const stats = statSync(site, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true && !(stats?.isFile() === true && /\.zip$/i.test(site)))
    refuse(`There is no folder “${site}”. Name the folder that holds the pages.`);
  return realpathSync(site);
}

function unpack(zip: string): string {
  const unpacked = unpackSite(zip);
  return unpacked.ok ? unpacked.folder : refuse(unpacked.reason);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : refuse(`--port cannot be “${text}”. Write a number from 0 to 65535.`);
}

/** Sessions among the pages could be asked for by their address. */
function sessionFolderOf(folder: string, named: string): string {
  const sessions = realPathOf(resolve(named));
  const way = relative(folder, sessions);
  if (way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way))
    refuse(`--sessions cannot be inside the folder of the pages: anybody could read “${sessions}” there.`);
  return sessions;
}

/** The real path of something that need not exist yet. */
function realPathOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), relative(parent, path));
}

function configurationOf(folder: string, flags: Flags): Configuration {
  const read = readConfiguration(folder);
  if (!read.ok) refuse(read.reason);
  const { server = read.configuration.server, persistent, sessions } = flags;
  return {
    ...read.configuration,
    server: serverKindOf(server),
    persistent_session:
      persistent === true || sessions !== undefined || read.configuration.persistent_session,
  };
}

function serverKindOf(name: string): Configuration["server"] {
  const { configuration, errors } = parseConfiguration(`[server]\nserver = ${name}`);
  return errors.length === 0 ? configuration.server : refuse(`--server: ${errors[0]?.message}`);
}
