/**
 * A service for tests: a folder of pages on the real disk, served on a free port, gone when the test ends.
 *
 *     const { get } = await openService({ "a.pih": "<% print 1 %>" });
 *     await get("/a.pih");
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Configuration, defaultConfiguration } from "../project/index.ts";
import { type Service, serve } from "./service.ts";
import { defaultLimits, defaultSettings, type NetworkLimits } from "./settings.ts";

/** A folder that the test may fill. */
export function temporaryFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "biscuiterie-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, "latin1");
  }
  return folder;
}

export interface TestService extends Service {
  /** Where the pages are, and where the sessions. */
  site: string;
  sessions: string;
  port: number;
  /** The text of a page, asked for with a cookie if there is one. */
  get(path: string, cookie?: string): Promise<string>;
  /** What was written to the terminal. */
  out(): string;
  errors(): string;
  /** Resolves when `text` has been written to the error stream. */
  heard(text: string): Promise<void>;
}

export interface TestOptions {
  configuration?: Partial<Configuration>;
  limits?: Partial<NetworkLimits>;
  /** A folder with `site` in it and perhaps `sessions`, from a service before. */
  folder?: string;
}

/** Serves `files`, bytes by name. */
export async function openService(
  files: Record<string, string>,
  { configuration = {}, limits = {}, folder = temporaryFolder() }: TestOptions = {},
): Promise<TestService> {
  const [site, sessions] = [join(folder, "site"), join(folder, "sessions")];
  mkdirSync(site, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content, "latin1");
  }
  const written = { out: "", errors: "" };
  let tell: () => unknown = () => undefined;
  const settings = {
    ...defaultSettings,
    folder: site,
    sessions,
    port: 0,
    configuration: { ...defaultConfiguration, ...configuration },
    limits: { ...defaultLimits, ...limits },
  };
  const service = await serve(settings, {
    out: (text) => {
      written.out += text;
    },
    error: (text) => {
      written.errors += text;
      tell();
    },
  });
  onTestFinished(() => service.close());
  const get = async (path: string, cookie = "") =>
    (await fetch(service.address + path.slice(1), { headers: { Cookie: cookie } })).text();
  return {
    ...service,
    site,
    sessions,
    port: Number(new URL(service.address).port),
    get,
    out: () => written.out,
    errors: () => written.errors,
    heard: (text) =>
      new Promise((resolve) => {
        tell = () => written.errors.includes(text) && resolve();
        tell();
      }),
  };
}

/** The `sessionId=…` that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "no cookie";
}

/** Sends `text` as it stands, and gives all that comes until the other side hangs up. */
export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = rawSocket(port, text);
    socket.on("data", (data) => {
      received += data.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

/** A connection on which `text` has been sent. */
export function rawSocket(port: number, text: string): Socket {
  const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** The answer to a GET whose target is `target`, byte for byte: `fetch` would tidy it. */
export function getRaw(port: number, target: string, fields = ""): Promise<string> {
  return exchange(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${fields}Connection: close\r\n\r\n`);
}
