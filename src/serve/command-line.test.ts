import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { zipSite } from "../share/index.ts";
import { parseCommandLine } from "./command-line.ts";
import type { Settings } from "./settings.ts";
import { temporaryFolder } from "./test-service.ts";

function settingsOf(args: string[]): Settings {
  const command = parseCommandLine(args);
  if (command.kind !== "serve") throw new Error(JSON.stringify(command));
  return command.settings;
}

function reasonOf(args: string[]): string {
  const command = parseCommandLine(args);
  return command.kind === "wrong" ? command.reason : command.kind;
}

test("without options this computer alone is served, with sessions in memory", () => {
  const folder = temporaryFolder();
  expect(settingsOf([folder])).toMatchObject({
    folder: realpathSync(folder),
    host: "127.0.0.1",
    port: 8080,
    sessions: `${realpathSync(folder)}-sessions`,
    configuration: { server: "monoprocess", persistent_session: false },
  });
});

test("each option is followed", () => {
  const folder = temporaryFolder();
  const args = ["--port", "81", "--host", "0.0.0.0", "--server", "cgi", "--persistent"];
  expect(settingsOf([folder, ...args])).toMatchObject({
    host: "0.0.0.0",
    port: 81,
    configuration: { server: "cgi", persistent_session: true },
  });
});

test("to name a folder of sessions is to want them persistent", () => {
  const [folder, sessions] = [temporaryFolder(), temporaryFolder()];
  const settings = settingsOf([folder, "--sessions", join(sessions, "new")]);
  expect(settings.sessions).toBe(join(realpathSync(sessions), "new"));
  expect(settings.configuration.persistent_session).toBe(true);
});

test("server.ini is followed, in the folder or beside it, and the command line wins", () => {
  const outer = temporaryFolder({ "server.ini": "[server]\nserver = cgi\nmax_sessions = 7\n" });
  const site = join(outer, "site");
  mkdirSync(site);
  expect(settingsOf([site]).configuration).toMatchObject({ server: "cgi", max_sessions: 7 });
  expect(settingsOf([site, "--server", "multithread"]).configuration).toMatchObject({
    server: "multithread",
  });
  const inner = temporaryFolder({ "server.ini": "[server]\npersistent_session = on\n" });
  expect(settingsOf([inner]).configuration.persistent_session).toBe(true);
});

test("a line of server.ini that cannot be read is named", () => {
  const folder = temporaryFolder({ "server.ini": "[server]\nserver = apache\n" });
  expect(reasonOf([folder])).toMatch(/server\.ini, line 2: “server” cannot be “apache”/);
});

test("a zip is served as the folder that was zipped, its server.ini followed, with the sessions beside the zip", () => {
  const files = new Map([
    ["index.html", "<h1>Été</h1>"],
    ["panier/voir.pih", "<% print 1 %>"],
    ["server.ini", "[server]\nserver = cgi\n"],
  ]);
  const outer = realpathSync(temporaryFolder({ "server.ini": "[server]\nserver = multithread\n" }));
  writeFileSync(join(outer, "Shop.zip"), zipSite(files));
  const { folder, sessions, configuration } = settingsOf([join(outer, "Shop.zip")]);
  onTestFinished(() => rmSync(dirname(folder), { recursive: true }));
  expect(new Map([...files.keys()].map((path) => [path, readFileSync(join(folder, path), "utf8")]))).toEqual(
    files,
  );
  expect(configuration).toMatchObject({ server: "cgi", persistent_session: false });
  expect(sessions).toBe(join(outer, "Shop-sessions"));
});

test("a zip that cannot be opened is refused with a reason", () => {
  const outer = temporaryFolder({ "a.zip": "no zip", "b.zip": "" });
  expect(reasonOf([join(outer, "a.zip")])).toMatch(/a\.zip cannot be served: it is not a zip/);
  expect(reasonOf([join(outer, "b.zip")])).toMatch(/b\.zip cannot be served: it is not a zip/);
});

test("--help is asked for", () => {
  expect(parseCommandLine(["--help"])).toEqual({ kind: "help" });
});

test.each<[string[], RegExp]>([
  [[], /Name the folder/],
  [["/nowhere/at/all"], /There is no folder “\/nowhere\/at\/all”/],
  [[".", ".."], /One folder is served at a time/],
  [[".", "--port", "eighty"], /--port cannot be “eighty”/],
  [[".", "--port", "70000"], /--port cannot be “70000”/],
  [[".", "--server", "apache"], /--server: .*cannot be “apache”/],
  [[".", "--colour"], /--colour/],
  [[".", "--port"], /--port/],
  [[".", "--sessions", "."], /--sessions cannot be inside the folder of the pages/],
  [[".", "--sessions", "./src/here"], /--sessions cannot be inside the folder of the pages/],
])("%j is refused with a reason", (args, reason) => {
  expect(reasonOf(args)).toMatch(reason);
});
