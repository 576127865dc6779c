/** What the worker keeps of the app for times without a network, and when it answers with that. */
import { createHash } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { answerAppFile, appFileOf } from "./offline.ts";
import { keepFiles, type OwnFiles } from "./offline-files.ts";

const place = { origin: "http://host.test", base: "/app/" };
const root = "http://host.test/app/";
const own: OwnFiles = {
  root,
  buildId: "b1",
  cache: "app",
  library: `${root}lib/1/`,
  libraryCache: "library",
};

/** Cache storage as the browser has it, as far as it is used here. */
class FakeCache {
  readonly kept = new Map<string, Response>();
  isFull = false;
  async match(key: string) {
    return this.kept.get(key)?.clone();
  }
  async put(key: string, response: Response) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, response.clone());
  }
  async keys() {
    return [...this.kept.keys()].map((url) => ({ url }));
  }
  async delete({ url }: { url: string }) {
    return this.kept.delete(url);
  }
}

let stores: Map<string, FakeCache>;
/** What the host answers, by path; a path that is not there is a network that is not there. */
let host: Map<string, Response>;
let asked: string[];

function storeOf(name: string): FakeCache {
  const store = stores.get(name) ?? new FakeCache();
  stores.set(name, store);
  return store;
}

beforeEach(() => {
  stores = new Map();
  host = new Map();
  asked = [];
  vi.stubGlobal("caches", {
    open: async (name: string) => storeOf(name),
    match: (key: string, { cacheName }: { cacheName: string }) => storeOf(cacheName).match(key),
  });
  vi.stubGlobal("fetch", async (request: Request | string) => {
    const url = typeof request === "string" ? request : request.url;
    asked.push(url.slice(root.length));
    const answer = host.get(url.slice(root.length));
    if (answer === undefined) throw new TypeError("no network");
    return answer.clone();
  });
});

const html = { headers: { "Content-Type": "text/html" } };

/** Publishes a build with these files, whose page says `text`. */
function publish(text: string, files: readonly string[], build = own.buildId): void {
  for (const path of files) host.set(path, new Response(path));
  host.set("", new Response(text, html));
  const page = createHash("sha256").update(text).digest("hex");
  host.set("offline.json", Response.json({ build, page, files }));
}

function request(path: string, fields: Partial<Request> = {}): Request {
  return { method: "GET", mode: "no-cors", url: root + path, ...fields } as Request;
}

const page = request("", { mode: "navigate" });

test("takes the page and what is named by its content for the app's own, and leaves the rest to the network", () => {
  const kindOf = (path: string, fields?: Partial<Request>) => appFileOf(request(path, fields), place);
  expect(kindOf("assets/index-1.js")).toBe("asset");
  expect(kindOf("favicon.svg")).toBe("fresh");
  for (const path of ["", "index.html", "?embed", "?x=1"])
    expect(kindOf(path, { mode: "navigate" }), path).toBe("fresh");
  for (const path of ["", "sw-1.js", "offline.json", "~/x", "other/"]) expect(kindOf(path), path).toBeNull();
  expect(kindOf("", { mode: "navigate", method: "POST" })).toBeNull();
  expect(appFileOf(request("", { mode: "navigate", url: "http://host.test/else/" }), place)).toBeNull();
});

test("a file that is kept is not asked for, and one that is not comes from the network", async () => {
  await storeOf("app").put(`${root}assets/a.js`, new Response("kept"));
  host.set("assets/b.js", new Response("fetched"));
  const read = async (path: string) => (await answerAppFile("asset", request(path), own)).text();
  expect(await read("assets/a.js")).toBe("kept");
  expect(await read("assets/b.js")).toBe("fetched");
  expect(asked).toEqual(["assets/b.js"]);
});

test("the page comes from the network while there is one, else as it was kept, whatever its query", async () => {
  await storeOf("app").put(root, new Response("kept"));
  const embedded = request("?embed", { mode: "navigate" });
  expect(await (await answerAppFile("fresh", embedded, own)).text()).toBe("kept");
  host.set("?embed", new Response("fetched"));
  expect(await (await answerAppFile("fresh", embedded, own)).text()).toBe("fetched");
});

test("a host that is out of order is no reason to show its page, where one is kept", async () => {
  host.set("", new Response("out of order", { status: 503 }));
  expect((await answerAppFile("fresh", page, own)).status).toBe(503);
  await storeOf("app").put(root, new Response("kept"));
  expect(await (await answerAppFile("fresh", page, own)).text()).toBe("kept");
});

test("without a network and without a kept page there is an error, as there would be without a worker", async () => {
  expect((await answerAppFile("fresh", page, own)).type).toBe("error");
});

test("all files of the build are kept, the standard modules in their own cache", async () => {
  publish("page 1", ["assets/a.js", "favicon.svg", "lib/1/json.py"]);
  expect(await keepFiles(own)).toBe(true);
  expect([...storeOf("app").kept.keys()]).toEqual([`${root}assets/a.js`, `${root}favicon.svg`, root]);
  expect([...storeOf("library").kept.keys()]).toEqual([`${root}lib/1/json.py`]);
});

test("asked again it fetches only what has no name of its content", async () => {
  publish("page 1", ["assets/a.js", "favicon.svg", "lib/1/json.py"]);
  await keepFiles(own);
  asked = [];
  expect(await keepFiles(own)).toBe(true);
  expect(asked).toEqual(["offline.json", "favicon.svg"]);
});

test("a newer page of the same worker takes the place of the older one, with its files", async () => {
  publish("page 1", ["assets/a.js", "assets/both.js"]);
  await keepFiles(own);
  publish("page 2", ["assets/b.js", "assets/both.js"]);
  expect(await keepFiles(own)).toBe(true);
  expect(await (await storeOf("app").match(root))?.text()).toBe("page 2");
  expect([...storeOf("app").kept.keys()].toSorted()).toEqual(
    ["", "assets/b.js", "assets/both.js"].map((path) => root + path),
  );
});

test("nothing of a build of another worker is kept", async () => {
  publish("page 2", ["assets/b.js"], "b2");
  expect(await keepFiles(own)).toBe(false);
  expect(storeOf("app").kept.size).toBe(0);
});

test("a page that is not the one of the list is not kept, and the older one stays whole", async () => {
  publish("page 1", ["assets/a.js"]);
  await keepFiles(own);
  publish("page 2", ["assets/b.js"]);
  host.set("", new Response("page 3", html));
  expect(await keepFiles(own)).toBe(false);
  expect(await (await storeOf("app").match(root))?.text()).toBe("page 1");
  expect(await storeOf("app").match(`${root}assets/a.js`)).toBeDefined();
});

test("a full disk, a file that is missing and a list that is a page of the host are no troubles", async () => {
  publish("page 1", ["assets/a.js"]);
  storeOf("app").isFull = true;
  expect(await keepFiles(own)).toBe(false);
  storeOf("app").isFull = false;
  host.set("assets/a.js", new Response("<p>not found", html));
  expect(await keepFiles(own)).toBe(false);
  expect(await storeOf("app").match(root)).toBeUndefined();
  host.set("offline.json", new Response("<p>not found", html));
  expect(await keepFiles(own)).toBe(false);
});
