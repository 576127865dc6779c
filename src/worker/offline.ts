/**
 * The app's own files, where the browser asks for them: with a network or without.
 *
 *     assets/…       named by their content: the kept one, or else the network's
 *     the page       the network's, if it comes in time; or else the kept one, which belongs to this worker's build
 *
 * What is kept is brought by `offline-files.ts`. A file that is not there is fetched as if there were no worker.
 */
import { isAppPage, type Place } from "./handlers.ts";
import { pause } from "./turns.ts";

/** Milliseconds that the network may take to bring the page, where there is a kept one. */
const PATIENCE = 3_000;

export type AppFile = "asset" | "fresh";

/** Which of the app's files a request is for; null when it is for none. Decided at once, as `isOurs` is. */
export function appFileOf({ method, mode, url }: Request, place: Place): AppFile | null {
  if (method !== "GET" || !isAppPage(url, place)) return null;
  const path = new URL(url).pathname.slice(place.base.length);
  if (path.startsWith("assets/")) return "asset";
  const isPage = mode === "navigate" && (path === "" || path === "index.html");
  return isPage || path === "favicon.svg" ? "fresh" : null;
}

/** The answer to such a request. `root` is the address of the page, `cache` the name of what is kept. */
export async function answerAppFile(
  file: AppFile,
  request: Request,
  { root, cache: cacheName }: { root: string; cache: string },
): Promise<Response> {
  const key = request.mode === "navigate" ? root : request.url;
  const findKept = () => caches.match(key, { cacheName }).catch(() => undefined);
  if (file === "asset") return (await findKept()) ?? fetch(request);
  const fetched = fetch(request).catch(() => null);
  const inTime = await Promise.race([fetched, pause(PATIENCE)]);
  // A redirect is the browser's to follow.
  if (inTime?.ok === true || inTime?.type === "opaqueredirect") return inTime;
  return (await findKept()) ?? (await fetched) ?? Response.error();
}
