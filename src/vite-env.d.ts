/// <reference types="vite/client" />

/** Made by the plugin in `vite.config.ts`, which builds the service worker beside the app. */
declare module "virtual:worker-url" {
  /** The path of the worker's script under the base, named by its content. */
  export const workerUrl: string;
  /** The version of page and worker: carried by every message, so that no two versions talk to each other. */
  export const buildId: string;
}
