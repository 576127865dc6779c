/**
 * Two programs from one build: the app (`index.html`) and the service worker (`src/worker/service-worker.ts`).
 *
 * The worker is bundled on its own into one classic script, `sw-<content hash>.js`, in the production build and, afresh at
 * each request, in development; `virtual:worker-url` tells the app its path. `BASE=/sub/path/` builds for a sub-path.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { build, defineConfig, type Plugin, type Rolldown } from "vite";
import { compiledPagesPlugin } from "./scripts/compiled-pages-plugin.ts";
import { lessonsPlugin } from "./scripts/lessons-plugin.ts";
import { bundleScript, type WorkerScript } from "./scripts/worker-script.ts";

const workerEntry = "src/worker/service-worker.ts";
const virtualId = "virtual:worker-url";
const librarySources = "src/python/lib";
const sqliteSources = "src/sqlite";

/** Modules that the worker must not contain, what stands in for them, and who asks for them. */
const stubs = [
  {
    // msw's own cookie store demands `localStorage` while the worker is evaluated and drags in a public-suffix list.
    // Our jar is not msw's.
    name: "msw's cookie store",
    module: /(^|\/)cookieStore(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: "export const cookieStore = { getCookies() { return []; }, async setCookie() {} };",
  },
  {
    // The cookies that msw reads from requests: `document.cookie` and the store above. Our handlers ask our jar.
    name: "msw's reading of cookies",
    module: /(^|\/)getRequestCookies(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: "export const getAllRequestCookies = () => ({});",
  },
  {
    // What msw's `log` prints of requests and answers, and how. Nobody asks for its log.
    name: "msw's log",
    module:
      /(^|\/)(getStatusCodeColor|getTimestamp|serializeRequest|serializeResponse|toPublicUrl)(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: `export const getStatusCodeColor = null, getTimestamp = null, serializeRequest = null,
      serializeResponse = null, toPublicUrl = null;`,
  },
  {
    // The line of our source where a handler was made, for the same log.
    name: "msw's call frames",
    module: /(^|\/)getCallFrame(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: "export const getCallFrame = () => undefined;",
  },
  {
    // A prefix and a format for what msw warns of.
    name: "msw's warnings",
    module: /(^|\/)devUtils(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: "export const devUtils = console; export class InternalError extends Error {}",
  },
  {
    // Reads Set-Cookie of responses made by msw's `HttpResponse`. Ours are made by `Response`, which may not carry it.
    name: "msw's headers",
    module: /^headers-polyfill$/,
    importer: /\/msw\/lib\//,
    code: "export const Headers = globalThis.Headers; export const stringToHeaders = null;",
  },
  {
    // msw watches a response's body to know when to clean up after a resolver that is a generator. Ours are functions.
    name: "msw's watching of bodies",
    module: /(^|\/)observe-response-body-stream(\.m?js)?$/,
    importer: /\/msw\/lib\//,
    code: "export const observeResponseBodyStream = () => null;",
  },
  {
    // tough-cookie's public-suffix list: every simulated host is `localhost`, which is on no such list.
    name: "tough-cookie's public-suffix list",
    module: /^tldts$/,
    importer: /\/tough-cookie\//,
    code: "export const getDomain = () => null; export const getPublicSuffix = () => null; export const parse = () => ({});",
  },
  {
    // Our routes are predicates, never path patterns.
    name: "msw's path patterns",
    module: /(^|\/)(matchRequestUrl|cleanUrl)(\.m?js)?$/,
    importer: /\/msw\/lib\/core\/handlers\/HttpHandler/,
    code: `export const cleanUrl = (path) => path;
      export function matchRequestUrl() { throw new Error("A route of the worker is a path pattern. Make it a predicate."); }`,
  },
  {
    // htmlparser2's table of 2,231 character references: attribute values are decoded by our own short list.
    name: "htmlparser2's character references",
    module: /^entities\/decode$/,
    importer: /\/htmlparser2\//,
    code: "export class EntityDecoder {} export const DecodingMode = {}; export const htmlDecodeTree = null; export const xmlDecodeTree = null;",
  },
];

/** Replaces `stubs`; fails the build if one of them was never asked for, since then the real module slipped in. */
function replaceModules(): Plugin {
  const matched = new Set<string>();
  return {
    name: "biscuiterie:replace-modules",
    enforce: "pre",
    buildStart: () => matched.clear(),
    resolveId(source, importer) {
      const stub = stubs.find(({ module, importer: by }) => module.test(source) && by.test(importer ?? ""));
      if (stub === undefined) return null;
      matched.add(stub.name);
      return `\0stub:${stub.name}`;
    },
    load: (id) => stubs.find(({ name }) => id === `\0stub:${name}`)?.code ?? null,
    generateBundle() {
      const missing = stubs.filter(({ name }) => !matched.has(name)).map(({ name }) => name);
      if (missing.length > 0) {
        this.error(`Failed to build the worker: nothing imports ${missing.join(", nor ")} any more.
The package has moved it; look where it is now and correct "stubs" in vite.config.ts.`);
      }
    },
  };
}

/** Classes of packages of which we need less than all: a bundler keeps the whole of a class. */
const trimmedClasses = [
  {
    // The jar parses fields and compares cookies: see `browser/cookie-jar.ts`.
    file: /\/tough-cookie\/dist\/index\.js$/,
    name: "_Cookie",
    kept: ["constructor", "parse", "setMaxAge"],
  },
  {
    // Nobody resets our handlers, or tries one before it runs; and nobody asks for msw's log.
    file: /\/msw\/lib\/core\/handlers\/RequestHandler\.mjs$/,
    name: "RequestHandler",
    dropped: ["reset", "restore", "test"],
  },
  { file: /\/msw\/lib\/core\/handlers\/HttpHandler\.mjs$/, name: "HttpHandler", dropped: ["log"] },
  {
    // It reads one text, and decodes no character references: see `worker/html-tags.ts`.
    file: /\/htmlparser2\/dist\/Tokenizer\.js$/,
    name: "Tokenizer",
    dropped: ["reset", "pause", "resume", "startEntity", "stateInEntity", "emitCodePoint"],
  },
];

/** Takes out of packages what we never come to. Fails the build when they are not as they were. */
function trimPackages(): Plugin {
  return {
    name: "biscuiterie:trim-packages",
    transform(code, id) {
      const trimmed = trimmedClasses.find(({ file }) => file.test(id));
      if (trimmed === undefined) return null;
      const rest = dropMethods(this, code, trimmed);
      return { code: trimmed.name === "Tokenizer" ? trimTokenizer(this, rest) : rest, map: null };
    },
  };
}

/** Of htmlparser2's tokenizer, what asks for `decodeEntities`, which we never do, and the names of states and characters. */
function trimTokenizer(context: Rolldown.PluginContext, code: string): string {
  const without = code
    .replace(/this\.entityDecoder = new EntityDecoder\([^;]*;/, "")
    .replace(/this\.decodeEntities(?! =)/g, "false");
  return inlineEnums(context, without);
}

/** The module without those methods of one of its classes. All that are named must be there. */
function dropMethods(
  context: Rolldown.PluginContext,
  code: string,
  { name: className, kept, dropped }: { name: string; kept?: string[]; dropped?: string[] },
): string {
  const found = context.parse(code).body.flatMap((statement) => {
    const declared = "declaration" in statement ? statement.declaration : statement;
    if (declared?.type === "ClassDeclaration") return [declared];
    if (declared?.type !== "VariableDeclaration") return [];
    return declared.declarations.flatMap(({ init }) => (init?.type === "ClassExpression" ? [init] : []));
  });
  const members = found.find(({ id }) => id?.name === className)?.body.body ?? [];
  const methods = members.flatMap((member) =>
    member.type === "MethodDefinition" && member.key.type === "Identifier"
      ? [{ name: member.key.name, start: member.start, end: member.end }]
      : [],
  );
  const named = kept ?? dropped ?? [];
  const missing = named.filter((name) => !methods.some((method) => method.name === name));
  if (missing.length > 0) {
    context.error(`Failed to trim ${className}: it has no ${missing.join(", nor ")}.
The package has changed; see what we use of it now and correct "trimmedClasses" in vite.config.ts.`);
  }
  const gone = methods.filter(({ name }) => named.includes(name) === (kept === undefined)).reverse();
  return gone.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

/** The module with the numbers of TypeScript's enumerations in place of their names. */
function inlineEnums(context: Rolldown.PluginContext, code: string): string {
  const enums = [...code.matchAll(/var (\w+);\s*\(function \(\1\) \{([^}]*)\}\)\(\1 \|\| \(\1 = \{\}\)\);/g)];
  if (enums.length === 0)
    context.error("Failed to trim Tokenizer: it has no enumerations any more. Is `inlineEnums` of use?");
  return enums.reduce((text, [whole, name = "", body = ""]) => {
    const members = new Map([...body.matchAll(/\["(\w+)"\] = (\d+)/g)].map(([, key, value]) => [key, value]));
    const numbered = text.replace(whole, `const ${name} = {};`);
    return numbered.replace(
      new RegExp(`\\b${name}\\.(\\w+)\\b`, "g"),
      (known, key) => members.get(key) ?? known,
    );
  }, code);
}

/** Lucide's icons as their drawing alone: `icon.tsx` has the rest of `<svg>`, which is the same in all of them. */
function iconDrawings(): Plugin {
  return {
    name: "biscuiterie:icon-drawings",
    enforce: "pre",
    load(id) {
      if (!id.includes("/lucide-static/icons/")) return null;
      const [, drawing] = /<svg[^>]*>(.*)<\/svg>/s.exec(readFileSync(id.replace(/\?.*/, ""), "utf8")) ?? [];
      if (drawing === undefined) this.error(`Failed to read the icon ${id}: it is not one <svg> element.`);
      return { code: `export default ${JSON.stringify(drawing.replace(/\s*\n\s*/g, ""))}`, moduleType: "js" };
    },
  };
}

/** The worker and its late parts. While developing no page is compiled beforehand, which takes a second. */
function bundleWorker(development: boolean, libraryFolder: string): Promise<WorkerScript> {
  return bundleScript(workerEntry, {
    development,
    plugins: [
      development ? compiledPagesPlugin(() => []) : compiledPagesPlugin(),
      replaceModules(),
      trimPackages(),
    ],
    define: { __DEVELOPMENT__: String(development), __LIBRARY__: JSON.stringify(libraryFolder) },
  });
}

interface Library {
  folder: string;
  files: [name: string, content: string | Uint8Array][];
}

/** The names of the standard modules written in Python, and of SQLite. */
function libraryNames(): string[] {
  const names = readdirSync(librarySources).filter((name) => name.endsWith(".py"));
  return [...names.sort(), "sqlite.js", "sqlite.wasm"];
}

async function readLibraryFile(name: string): Promise<string | Uint8Array> {
  if (name === "sqlite.js") return bundleSqlite();
  if (name.endsWith(".py")) return readFileSync(join(librarySources, name), "utf8");
  return readFileSync(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm-browser.wasm"));
}

/** All of them, in a folder named by their content. */
async function readLibrary(): Promise<Library> {
  const files: Library["files"] = [];
  const hash = createHash("sha256");
  for (const name of libraryNames()) {
    const content = await readLibraryFile(name);
    files.push([name, content]);
    hash.update(name).update(content);
  }
  return { folder: `lib/${hash.digest("hex").slice(0, 8)}/`, files };
}

/** What runs SQLite, as one script that defines `sqlite`: the worker evaluates it. */
async function bundleSqlite(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(sqliteSources, "index.ts"), formats: ["iife"], name: "sqlite" },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== "chunk") throw new Error("Failed to build SQLite: it must be exactly one script.");
  return chunk.code;
}

/**
 * What the worker keeps for times without a network, and by which page it knows that this is of its own build: see
 * `worker/offline-files.ts`. The large ones that few need come last.
 */
function listFiles(dir: string, buildId: string): string {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !/^(index\.html|sw-.*|offline\.json|.*\.(txt|map))$/.test(name));
  const size = (name: string) => statSync(join(dir, name)).size + (name.startsWith("lib/") ? 1e9 : 0);
  const page = createHash("sha256")
    .update(readFileSync(join(dir, "index.html")))
    .digest("hex");
  return JSON.stringify({ build: buildId, page, files: names.sort((a, b) => size(a) - size(b)) });
}

/** Serves `virtual:worker-url`, the script that it names, and the standard modules that the script fetches. */
function serviceWorker(): Plugin {
  let base = "/";
  let script: (WorkerScript & { fileName: string; buildId: string }) | null = null;
  let library: Library | null = null;
  return {
    name: "biscuiterie:service-worker",
    configResolved(config) {
      base = config.base;
    },
    async buildStart() {
      if (this.environment.mode !== "build") return;
      library = await readLibrary();
      const worker = await bundleWorker(false, library.folder);
      const buildId = createHash("sha256").update(worker.code).digest("hex").slice(0, 12);
      script = { ...worker, fileName: `sw-${buildId}.js`, buildId };
    },
    resolveId: (source) => (source === virtualId ? `\0${virtualId}` : null),
    load(id) {
      if (id !== `\0${virtualId}`) return null;
      const { fileName, buildId } = script ?? { fileName: "sw-dev.js", buildId: "dev" };
      return `export const workerUrl = ${JSON.stringify(base + fileName)}; export const buildId = ${JSON.stringify(buildId)};`;
    },
    generateBundle() {
      for (const { fileName, code } of script === null ? [] : [script, ...script.late])
        this.emitFile({ type: "asset", fileName, source: code });
      for (const [name, source] of library?.files ?? [])
        this.emitFile({ type: "asset", fileName: `${library?.folder}${name}`, source });
    },
    writeBundle({ dir = "dist" }) {
      writeFileSync(join(dir, "offline.json"), listFiles(dir, script?.buildId ?? ""));
    },
    configureServer(server) {
      server.middlewares.use(`${base}lib/dev/`, (request, response) => {
        const asked = libraryNames().find((name) => `/${name}` === request.url);
        response.statusCode = asked === undefined ? 404 : 200;
        response.setHeader("Content-Type", "text/plain");
        Promise.resolve(asked === undefined ? "" : readLibraryFile(asked)).then(
          (content) => response.end(content),
          (error: unknown) => {
            response.statusCode = 500;
            response.end(String(error));
          },
        );
      });
      let late: WorkerScript["late"] = [];
      server.middlewares.use((request, response, next) => {
        const part = late.find(({ fileName }) => request.url === base + fileName);
        if (part === undefined) return next();
        response.setHeader("Content-Type", "text/javascript");
        response.end(part.code);
      });
      server.middlewares.use(`${base}sw-dev.js`, (_request, response) => {
        bundleWorker(true, "lib/dev/").then(
          (worker) => {
            late = worker.late;
            response.setHeader("Content-Type", "text/javascript");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Service-Worker-Allowed", base);
            response.end(worker.code);
          },
          (error: unknown) => {
            response.statusCode = 500;
            response.end(String(error));
          },
        );
      });
    },
  };
}

/**
 * The app's own Content-Security-Policy, in the build only (development needs inline scripts and a socket). `registerWorker`
 * adds the narrow `frame-src`, which needs the origin.
 */
function contentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "biscuiterie:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Our own preloading for the app: see `app/preload.ts`. */
function preloading(): Plugin {
  let isUsed = false;
  return {
    name: "biscuiterie:preloading",
    apply: "build",
    enforce: "pre",
    resolveId(source) {
      if (!/vite\/preload-helper/.test(source)) return null;
      isUsed = true;
      return resolve("src/app/preload.ts");
    },
    generateBundle() {
      if (!isUsed)
        this.error(
          'Failed to use src/app/preload.ts: Vite has another name for its helper now. Correct "preloading".',
        );
    },
  };
}

export default defineConfig({
  base: process.env.BASE ?? "/",
  plugins: [
    preloading(),
    iconDrawings(),
    lessonsPlugin(),
    compiledPagesPlugin(),
    serviceWorker(),
    contentSecurityPolicy(),
  ],
  build: {
    target: "es2022",
    outDir: process.env.OUT_DIR ?? "dist",
    emptyOutDir: true,
    // The app polyfills nothing: every engine with service workers in the targets has module preloading.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // How long plugins take is nothing to whoever starts the app.
      checks: { bundlerTimings: false },
      // What the first paint needs is one file, also where later parts need some of it: one request, and less to download.
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
      treeshake: {
        // The rooms that page and worker share are quiet when loaded: the page takes only what it names, so no schemas.
        moduleSideEffects: [{ test: /\/src\/(lessons|project|protocol|trace)\//, sideEffects: false }],
      },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts", "scripts/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/engines/**", "node_modules/**"],
    // For what never ends; no test is about time, and machines are busy.
    testTimeout: 60_000,
  },
} as Parameters<typeof defineConfig>[0]);
