/** Made by `scripts/compiled-pages-plugin.ts` from the site that a new workspace starts with. */
declare module "virtual:compiled-pages" {
  /** The code of its pages, by the names that a page cache has for them. */
  export const pages: [name: string, code: import("./compiled-pages.ts").WrittenCode][];
}
