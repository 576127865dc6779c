/**
 * How a page gets a worker that answers its previews: register, wait for control, narrow the frame policy, probe.
 *
 * Facts (tried in three engines, told in `decisions/`): after the first visit `clients.claim()` is enough; after a hard
 * reload the page has no controller, and Firefox then keeps its frames away from the worker until one ordinary reload;
 * WebKit does not route a script-less sandboxed frame through the worker, so a probe frame decides which `sandbox` to use.
 */
import { documentMarker } from "./marker.ts";
import { previewSegment, probePath } from "./preview-url.ts";

/** The `sandbox` of a preview frame, best first. Scripts stay off in both: the worker's policy forbids them in the second. */
export const sandboxes = [
  "allow-same-origin allow-forms",
  "allow-same-origin allow-forms allow-scripts",
] as const;
export type Sandbox = (typeof sandboxes)[number];

/** Why no server can run here; the page says it in plain words. */
export type RegistrationProblem =
  /** The app itself is framed. */
  | { kind: "framed" }
  /** `file:`, or `http:` on something other than localhost. */
  | { kind: "insecure"; protocol: string }
  /** A secure page without service workers: a private window of an older browser, or switched off. */
  | { kind: "unsupported" }
  /** Asked to register, the browser neither does nor says why: an extension or a test has taken its service workers away. */
  | { kind: "blocked" }
  /** `register` failed; `message` is the browser's own. */
  | { kind: "failed"; message: string }
  /** Registered, but it does not control the page or no probe frame reached it. */
  | { kind: "no-control"; message: string }
  /** The page is being reloaded once, after a hard reload. Show nothing. */
  | { kind: "reloading" }
  /** Other tabs still use a worker of another version. */
  | { kind: "other-version" };

export type RegistrationResult =
  | { ok: true; registration: ServiceWorkerRegistration; worker: ServiceWorker; sandbox: Sandbox }
  | { ok: false; problem: RegistrationProblem };

/** Asks a waiting worker to take over; it does so only when the sender is the only open tab, or `force` is set. */
export interface TakeOverMessage {
  kind: "take-over";
  force: boolean;
}

/** What a waiting worker says to the page when it agrees. */
export interface TakingOverMessage {
  kind: "taking-over";
}

const reloadGuard = "biscuiterie-soft-reload";
const patience = 10_000;

/**
 * Registers the worker at `workerUrl` (from `virtual:worker-url`) for the whole of `base` (`import.meta.env.BASE_URL`) and
 * waits until it controls this page and a probe frame shows how to sandbox previews. Never throws.
 * `force` takes a new version into use although other tabs are open ("Update now"); `framed`: the page may stand in a frame.
 */
export async function registerWorker(
  workerUrl: string,
  base: string,
  { force = false, framed = false }: { force?: boolean; framed?: boolean } = {},
): Promise<RegistrationResult> {
  const obstacle = findObstacle(framed);
  if (obstacle !== null) return { ok: false, problem: obstacle };
  narrowFrameSource(workerUrl, base);
  try {
    return await takeControl(workerUrl, base, force);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { kind: "failed", message } };
  }
}

function findObstacle(mayBeFramed: boolean): RegistrationProblem | null {
  if (window.top !== window.self && !mayBeFramed) return { kind: "framed" };
  if (!window.isSecureContext || location.protocol === "file:") {
    return { kind: "insecure", protocol: location.protocol };
  }
  return "serviceWorker" in navigator ? null : { kind: "unsupported" };
}

/**
 * Adds the page's narrow `frame-src`. A static host cannot send it as a field, and a policy with a path needs the origin,
 * which the build does not know. Firefox wants the worker's own URL listed too, or it refuses to register it.
 */
function narrowFrameSource(workerUrl: string, base: string): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `frame-src ${location.origin}${base}${previewSegment}/ ${location.origin}${workerUrl}`;
  document.head.append(policy);
}

async function takeControl(workerUrl: string, base: string, force: boolean): Promise<RegistrationResult> {
  const container = navigator.serviceWorker;
  const href = new URL(workerUrl, location.href).href;
  const known = await container.getRegistration(base);
  const wasHardReload = container.controller === null && known?.active;
  // The types promise a registration; a browser whose `register` was replaced by a blocker gives nothing. Where our worker is there already
  // nobody has to be asked for it: `register` may wait until the browser has looked for a newer one, which a slow network makes long.
  const registration: ServiceWorkerRegistration | undefined =
    known?.active?.scriptURL === href
      ? known
      : await container.register(workerUrl, { scope: base, updateViaCache: "none" });
  if (registration === undefined) return { ok: false, problem: { kind: "blocked" } };
  if (wasHardReload && reloadOnce()) return { ok: false, problem: { kind: "reloading" } };
  const worker = await untilOurs(registration, href, force);
  if (worker === "stuck" && sessionStorage.getItem(reloadGuard) === null) {
    // What is stored stays. The next load finds no worker that could be busy, and registers the new one.
    await registration.unregister();
    reloadOnce();
    return { ok: false, problem: { kind: "reloading" } };
  }
  if (typeof worker === "string") return { ok: false, problem: { kind: "other-version" } };
  await untilControlled(worker);
  const sandbox = await probe(base);
  if (sandbox !== null) {
    sessionStorage.removeItem(reloadGuard);
    return { ok: true, registration, worker, sandbox };
  }
  if (reloadOnce()) return { ok: false, problem: { kind: "reloading" } };
  return {
    ok: false,
    problem: { kind: "no-control", message: "No frame of this page reaches the service worker." },
  };
}

/** One soft reload, remembered so that it can never become a loop. */
function reloadOnce(): boolean {
  if (sessionStorage.getItem(reloadGuard) !== null) return false;
  sessionStorage.setItem(reloadGuard, "1");
  location.reload();
  return true;
}

/** A waiting worker is asked to take over in one round of so many. */
const askEvery = 10;
/** Chromium takes a second or so to let the old worker finish, and now and then much longer: then the page begins without it. */
const changePatience = 3_000;

/**
 * The active worker once it is the one built with this page; "in-use" when an older one stays because other tabs use it,
 * "stuck" when the new one has agreed to take over and the browser does not let it.
 *
 * The last happens in Chromium when the last other tab was closed at about the same time: it counts the old worker as busy for up to
 * five minutes, although no event is left, or until the last page that it controls goes away.
 */
async function untilOurs(
  registration: ServiceWorkerRegistration,
  href: string,
  force: boolean,
): Promise<ServiceWorker | "in-use" | "stuck"> {
  const deadline = Date.now() + patience;
  const agreement = listenForAgreement();
  for (let round = 0; ; round++) {
    if (registration.active?.scriptURL === href && registration.active.state === "activated") {
      return registration.active;
    }
    const { waiting } = registration;
    // Asked again and again: a tab that was closed just now is still counted for a moment.
    if (waiting?.scriptURL === href && round % askEvery === 0) {
      const message: TakeOverMessage = { kind: "take-over", force };
      waiting.postMessage(message);
    }
    if (agreement.since !== null && Date.now() > agreement.since + changePatience) return "stuck";
    if (Date.now() > deadline) return "in-use";
    await pause(25);
  }
}

/** When a waiting worker first agreed to take over, in milliseconds; null until it has. */
function listenForAgreement(): { since: number | null } {
  const agreement: { since: number | null } = { since: null };
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.kind === "taking-over") agreement.since ??= Date.now();
  });
  navigator.serviceWorker.startMessages();
  return agreement;
}

async function untilControlled(worker: ServiceWorker): Promise<void> {
  const deadline = Date.now() + patience / 2;
  while (navigator.serviceWorker.controller?.scriptURL !== worker.scriptURL && Date.now() < deadline) {
    await pause(25);
  }
}

/** The first sandbox whose probe frame was answered by the worker. */
async function probe(base: string): Promise<Sandbox | null> {
  for (const sandbox of sandboxes) {
    if (await isRouted(sandbox, probePath(base))) return sandbox;
  }
  return null;
}

function isRouted(sandbox: Sandbox, path: string): Promise<boolean> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", sandbox);
  frame.title = "Probe";
  frame.hidden = true;
  frame.src = path;
  return new Promise((resolve) => {
    const finish = (routed: boolean) => {
      frame.remove();
      resolve(routed);
    };
    const timer = setTimeout(() => finish(false), patience / 2);
    frame.addEventListener("load", () => {
      clearTimeout(timer);
      const shown = frame.contentDocument;
      finish(shown !== null && documentMarker(shown)?.kind === "probe");
    });
    document.body.append(frame);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
