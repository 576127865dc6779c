/**
 * The service worker as one script, and the late parts of it. `npm run bench -- start` measures the engine in the same form.
 *
 * Service workers know neither `import()` nor new scripts after they were installed, so what is behind `import()` becomes a CommonJS module, which
 * the worker fetches and evaluates with itself as the module that it requires: see `worker/late-parts.ts`.
 * What the first page does not call of the engine is then moved into the part that the others share: see `split-late.ts`.
 */
import { createHash } from "node:crypto";
import { minify as terser } from "terser";
import { build, minify, type Plugin, type Rolldown } from "vite";
import { isOfFirstPage } from "./first-page.ts";
import { splitLate } from "./split-late.ts";

/** The script that a browser registers, and the parts of it that are fetched later. */
export interface WorkerScript {
  code: string;
  late: { fileName: string; code: string }[];
}

/** How a script is made. */
interface Making {
  /** Made quickly, to be read by people. */
  development: boolean;
  plugins: Plugin[];
  /** What stands for names that the build sets, as source. */
  define: Record<string, string>;
}

/** Of the engine, what no first page calls. */
function isLate(module: string, name: string): boolean {
  return module.startsWith("src/python/") && !isOfFirstPage(module, name);
}

/** What the late parts call the worker's own script. Nobody ever fetches it by that name. */
const mainFile = "main.js";

/** Bundles `entry`. Fails when something else than scripts comes of it. */
export async function bundleScript(entry: string, making: Making): Promise<WorkerScript> {
  const chunks = await bundleChunks(entry, making);
  const main = chunks.find(({ isEntry }) => isEntry);
  if (main === undefined)
    throw new Error("Failed to build the worker: it must be nothing but scripts, one of them its own.");
  const chunksBehind = chunks.filter((chunk) => chunk !== main);
  if (making.development) return inDevelopment(main, chunksBehind);
  const { own, late } = splitLate(main.code, isLate);
  const { parts, rename } = await finishParts(chunksBehind, late);
  const code = await minifyScript(`(() => {
    const require = (file) => self.requireLate(file, exported ??= lend());
    const notYet = () => { throw new Error("Failed to call a function: it comes late."); };
    let exported;
    ${rename(own)}
  })();`);
  return { code, late: parts };
}

/** What makes a late part of a chunk. */
type PartSource = Pick<Rolldown.OutputChunk, "name" | "fileName" | "imports" | "code">;

/**
 * The late parts, each named after all that is in it; `rename` puts their names where chunks were named. What left the main script, `lent`, comes with what
 * several parts share, and before it: all the others require it.
 */
async function finishParts(
  chunks: Rolldown.OutputChunk[],
  lent: string,
): Promise<{ parts: WorkerScript["late"]; rename: (code: string) => string }> {
  const shared: PartSource = chunks.find(({ isDynamicEntry }) => !isDynamicEntry) ?? nothingShared;
  const names = new Map<string, string>();
  const rename = (code: string) =>
    [...names].reduce((text, [fileName, name]) => text.replaceAll(fileName, name), code);
  const finish = async ({ name, fileName, imports, code }: PartSource, needs: string[]) => {
    const late = imports.find((each) => each !== mainFile && !needs.includes(each));
    if (late !== undefined)
      throw new Error(
        `Failed to build the worker: ${fileName} imports ${late}, which not all late parts share.`,
      );
    const text = rename(writePart(needs, code));
    const finished = await minifyScript(text);
    const digest = createHash("sha256").update(finished).digest("hex").slice(0, 8);
    names.set(fileName, `${name}-${digest}.js`);
    return { fileName: `${name}-${digest}.js`, code: finished };
  };
  const parts = [
    await finish(
      { ...shared, code: `(() => { const main = require("./${mainFile}"); ${lent}\n})(); ${shared.code}` },
      [],
    ),
  ];
  for (const chunk of chunks) if (chunk !== shared) parts.push(await finish(chunk, [shared.fileName]));
  return { parts, rename };
}

const nothingShared: PartSource = { name: "shared", fileName: "shared.js", imports: [], code: "" };

/** Whole and readable, each line where the source map says. */
function inDevelopment({ code }: Rolldown.OutputChunk, chunksBehind: Rolldown.OutputChunk[]): WorkerScript {
  const exported = "exports = {}, require = (file) => self.requireLate(file, exports)";
  return {
    code: `(() => { const ${exported}; ${code}\n})();`,
    late: chunksBehind.map(({ fileName, imports, code }) => ({
      fileName,
      code: writePart(
        imports.filter((name) => name !== mainFile),
        code,
      ),
    })),
  };
}

/** The text of a late part; `needs` are the others that it requires. */
function writePart(needs: string[], code: string): string {
  const files = JSON.stringify(needs.map((name) => `./${name}`));
  return `var late = { needs: ${files}, define: function (require, exports) { ${code}\n} };`;
}

async function bundleChunks(
  entry: string,
  { development, plugins, define }: Making,
): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    mode: development ? "development" : "production",
    plugins: [withoutPreloading(), ...plugins],
    define: { ...define, "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      minify: false,
      sourcemap: development ? "inline" : false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: entry,
        output: {
          format: "cjs",
          minifyInternalExports: !development,
          entryFileNames: mainFile,
          // The worker's own script has all that it needs. What several late parts need besides is a part as well.
          codeSplitting: {
            groups: [
              { name: "main", tags: ["$initial"], includeDependenciesRecursively: false },
              { name: "shared", minShareCount: 2, includeDependenciesRecursively: false },
            ],
          },
          chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? "[name]-[hash].js" : "shared-[hash].js"),
        },
        treeshake: {
          // Loading a package changes nothing outside it: what of it is not used stays out. Reading a property runs no code.
          // The same goes for rooms that are quiet when loaded: what only the late part uses of them comes with it.
          moduleSideEffects: [
            { test: /\/node_modules\//, sideEffects: false },
            {
              test: /\/src\/(browser|image|project|protocol|race|sessions|trace|worker)\//,
              sideEffects: false,
            },
            {
              test: /\/src\/python\/(front\/|(late|warm-up)\.ts$)/,
              sideEffects: false,
            },
            {
              test: /\/src\/(pih\/(compile-script|page-compiler)|python\/modules\/library-natives|server\/(find-deadlock|moves|reconfigure|restart|server-names))\.ts$/,
              sideEffects: false,
            },
          ],
          propertyReadSideEffects: false,
        },
      },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  const chunks = output?.output.filter((item) => item.type === "chunk") ?? [];
  return chunks.length === output?.output.length ? chunks : [];
}

/** Without what Vite puts around `import()` for pages, which asks for style sheets first: a worker has none. */
function withoutPreloading(): Plugin {
  const id = "\0without-preloading";
  return {
    name: "biscuiterie:without-preloading",
    enforce: "pre",
    resolveId: (source) => (/vite\/preload-helper/.test(source) ? id : null),
    load: (module) => (module === id ? "export const __vitePreload = (load) => load();" : null),
  };
}

/**
 * A script made small: Vite's minifier and terser each inline what the other leaves, after which there are new names to give.
 * In ASCII, because V8 keeps and scans such a script in half the memory.
 */
async function minifyScript(code: string): Promise<string> {
  const first = await minifyOnce(code);
  const inlined = await terser(first, {
    ecma: 2022,
    // Reading a property runs no code, as above.
    compress: { passes: 3, pure_getters: true },
    mangle: false,
  });
  const renamed = await minifyOnce(inlined.code ?? "");
  return renamed.replace(/[^\0-\x7f]/g, escapeUnit);
}

async function minifyOnce(code: string): Promise<string> {
  const { code: minified, errors } = await minify("worker.js", code, {
    module: false,
    codegen: { removeWhitespace: true },
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`Failed to minify the worker: ${error.message}.`);
  return minified;
}

/** A code unit as a JavaScript escape. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
