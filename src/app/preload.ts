/**
 * What comes before an `import()` of the page: the sheets of the chunk, which it waits for, and the chunks that it will import in its turn, so
 * that all are on their way at once. The build takes this in the place of Vite's own helper, which knows older browsers as well.
 */

/** What was asked for, by its path. A sheet that did not come may be asked for again. */
const asked = new Map<string, Promise<void>>();

/** Loads a chunk that needs `files`, paths under the base. Rejects when it, or one of its sheets, does not come. */
async function preload<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  await Promise.all(files.map(bring));
  return load();
}

function bring(path: string): Promise<void> {
  const known = asked.get(path);
  if (known !== undefined) return known;
  const link = document.createElement("link");
  link.crossOrigin = "";
  link.href = import.meta.env.BASE_URL + path;
  const isSheet = path.endsWith(".css");
  link.rel = isSheet ? "stylesheet" : "modulepreload";
  const coming = isSheet ? untilLoaded(link, path) : Promise.resolve();
  asked.set(path, coming);
  document.head.append(link);
  return coming;
}

function untilLoaded(link: HTMLLinkElement, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      asked.delete(path);
      link.remove();
      reject(new Error(`Failed to load the sheet ${path}. Is the playground published whole?`));
    };
  });
}

/** The name that Vite calls it by. */
export { preload as __vitePreload };
