/**
 * Asks the worker to keep the files of the app, so that it opens without a network: when the page has nothing else to do. Who has asked the
 * browser to save data is asked nothing: what was once shown is kept by the browser anyway.
 */
import type { KeepFilesMessage } from "../protocol/index.ts";
import { whenIdle } from "./components/lazy.tsx";

/** Asks the worker of `registration`, in a while. */
export async function keepFiles({ active }: ServiceWorkerRegistration): Promise<void> {
  // Only Chromium has it.
  const { connection }: Navigator & { connection?: { saveData?: boolean } } = navigator;
  if (connection?.saveData === true) return;
  await whenIdle();
  active?.postMessage({ kind: "keep-files" } satisfies KeepFilesMessage);
}
