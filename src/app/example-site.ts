/** The site that a new workspace starts with: the manual's worked example, whose files are in `tutorials/` for anyone to edit. */
import {
  defaultConfiguration,
  manualExampleFiles,
  SERVER_INI,
  stringifyConfiguration,
} from "../project/index.ts";

const texts = import.meta.glob<string>("../../tutorials/01-sessions/03-manual-example/files/*", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The lesson that stands beside it, by its id. */
export const EXAMPLE_LESSON = "manual-example";

/** Path → text, in the order in which a visitor meets them, and `server.ini`. */
export function exampleSite(): Record<string, string> {
  const found = new Map(Object.entries(texts).map(([path, text]) => [path.split("/").at(-1) ?? path, text]));
  const order = [...new Set<string>([...manualExampleFiles, ...found.keys()])];
  const pages = order.flatMap((path) => (found.has(path) ? [[path, found.get(path) ?? ""]] : []));
  return { ...Object.fromEntries(pages), [SERVER_INI]: stringifyConfiguration(defaultConfiguration) };
}
