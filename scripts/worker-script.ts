/**
 * The service worker as one script, and the late parts of it. `npm run bench -- start` measures the engine in the same form.
 *
 * Service workers know neither `import()` nor new scripts after they were installed, so what is behind `import()` becomes a CommonJS module, which
 * the worker fetches and evaluates with itself as the module that it requires: see `worker/late-parts.ts`.
 */
import { minify as terser } from "terser";
import { build, minify, type Plugin, type Rolldown } from "vite";

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

/** What the late parts call the worker's own script. Nobody ever fetches it by that name. */
const mainFile = "main.js";

/** Bundles `entry`. Fails when something else than scripts comes of it. */
export async function bundleScript(entry: string, making: Making): Promise<WorkerScript> {
  const chunks = await bundleChunks(entry, making);
  const main = chunks.find(({ isEntry }) => isEntry);
  if (main === undefined)
    throw new Error("Failed to build the worker: it must be nothing but scripts, one of them its own.");
  const finish = making.development ? async (code: string) => code : minifyAgain;
  // An object without a prototype is a table to V8 from the start: two hundred names are put there in a third of the time.
  const own = "exports = Object.create(null), require = (file) => self.requireLate(file, exports)";
  return {
    code: await finish(`(() => { const ${own}; ${main.code}\n})();`),
    late: await Promise.all(
      chunks
        .filter((chunk) => chunk !== main)
        .map(async ({ fileName, imports, code }) => {
          const needs = imports.filter((name) => name !== mainFile).map((name) => `./${name}`);
          const define = `function (require, exports) { ${code}\n}`;
          return {
            fileName,
            code: await finish(`var late = { needs: ${JSON.stringify(needs)}, define: ${define} };`),
          };
        }),
    ),
  };
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
      minify: !development,
      sourcemap: development ? "inline" : false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: entry,
        output: {
          format: "cjs",
          entryFileNames: mainFile,
          // The worker's own script has all that it needs. What several late parts need besides is a part as well.
          codeSplitting: {
            groups: [{ name: "main", tags: ["$initial"], includeDependenciesRecursively: false }],
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
 * A script that Vite has minified, smaller still: terser inlines what Vite's minifier leaves, which then has new names to give.
 * In ASCII, because V8 keeps and scans such a script in half the memory.
 */
async function minifyAgain(code: string): Promise<string> {
  const inlined = await terser(code, {
    ecma: 2022,
    // Reading a property runs no code, as above.
    compress: { passes: 2, pure_getters: true },
    mangle: false,
  });
  const { code: renamed, errors } = await minify("worker.js", inlined.code ?? "", {
    module: false,
    codegen: { removeWhitespace: true },
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`Failed to minify the worker once more: ${error.message}.`);
  return renamed.replace(/[^\0-\x7f]/g, escapeUnit);
}

/** A code unit as a JavaScript escape. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
