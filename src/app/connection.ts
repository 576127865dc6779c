/**
 * The page's side of the wire: commands with replies, notices, and what a worker that comes and goes asks of a page.
 *
 * The worker is mortal: the browser stops it when idle and starts it again with the next message. So a command goes to whoever is
 * active now, is sent once more when nothing answers, and a reply or notice with a new `bootId` makes us `open` again. Commands
 * are safe to repeat (a restart that happens twice is still a restart). The page pings only while it is visible and something runs.
 */
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import {
  type Command,
  type CommandBody,
  decodeFromWorker,
  type Notice,
  type Reply,
  type WorkspaceId,
} from "../protocol/index.ts";

/** How the wire is: `starting` until the first reply, `lost` when a command got no answer. */
export type ConnectionStatus = "starting" | "open" | "lost";

/** What came back: the worker's reply, or why there is none. */
export type Answer =
  | Extract<Reply, { ok: true }>
  | { ok: false; reason: string; silent: boolean; rule?: string };

/** What a connection needs of the platform; tests give their own. */
export interface Wire {
  /** Sends to the worker that is active now; false if there is none. */
  post(command: Command): boolean;
  /** Calls `listener` with each message from the worker; returns how to stop. */
  listen(listener: (data: unknown) => void): () => void;
}

export interface Connection {
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Asks the worker; never rejects. */
  send(body: CommandBody): Promise<Answer>;
  /** Sends without waiting for the reply: for the moment the page goes away. */
  sendAndForget(body: CommandBody): void;
  onNotice(listener: (notice: Notice) => void): () => void;
  /**
   * Called when the worker turns out to be another run of itself than before: ask it for everything again. It is called before anything
   * that this run tells is heard, so that what was lost with the last one can still be seen.
   */
  onReboot(listener: () => void): () => void;
  /** Called when the worker says that it is of another version than the page. */
  onOtherBuild(listener: () => void): () => void;
  close(): void;
}

/** Waits for a reply this long, twice, before calling the worker lost. A cold start takes some tens of milliseconds. */
const replyPatience = 6000;

/** Milliseconds between two pictures of a page: what comes in between cannot be seen one by one. */
const frame = 16;
/** What goes on for longer than this is drawn in between. */
const longestBurst = 50;

/** Makes a connection for `workspace`. Notices for other workspaces or other builds are dropped. */
export function createConnection(
  wire: Wire,
  {
    workspace,
    buildId,
    patience = replyPatience,
  }: { workspace: WorkspaceId; buildId: string; patience?: number },
): Connection {
  const status = signal<ConnectionStatus>("starting");
  const waiting = new Map<number, (reply: Reply) => void>();
  const noticeListeners = new Set<(notice: Notice) => void>();
  const rebootListeners = new Set<() => void>();
  const otherBuildListeners = new Set<() => void>();
  let lastId = 0;
  let bootId: string | null = null;

  const noteBoot = (seen: string) => {
    const rebooted = bootId !== null && bootId !== seen;
    bootId = seen;
    if (rebooted) tell(rebootListeners);
  };

  /** Those that are told in a frame: the page that the learner asked for comes before what is said of it. */
  const later: Notice[] = [];
  /** When the first and the last of them came. */
  let [firstAt, lastAt] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellNotice = (notice: Notice) => {
    if (notice.workspace !== workspace || notice.buildId !== buildId) return;
    noteBoot(notice.bootId);
    for (const listener of noticeListeners) listener(notice);
  };
  /** In one batch: what is read off the log is read once, not for each notice. */
  const tellLater = () => {
    clearTimeout(timer);
    batch(() => {
      for (const notice of later.splice(0)) tellNotice(notice);
    });
  };
  /** Where one follows closely on the other, all are told together; drawing each would hold up what makes them. */
  const tellWhenQuiet = () => {
    const wait = Math.min(lastAt + frame, firstAt + longestBurst) - performance.now();
    if (wait > 0) timer = setTimeout(tellWhenQuiet, wait);
    else tellLater();
  };
  const tellSoon = (notices: readonly Notice[]) => {
    lastAt = performance.now();
    if (later.length === 0) {
      firstAt = lastAt;
      timer = setTimeout(tellWhenQuiet, frame);
    }
    later.push(...notices);
  };

  const receive = (data: unknown) => {
    const message = decodeFromWorker(data);
    if (message === null) return;
    // What the run before has told is told before this one is heard of.
    if (later.length > 0 && later[0]?.bootId !== message.bootId) tellLater();
    if (message.kind === "reply") {
      // The reply first: who waits for it may have more to ask, and what has happened meanwhile is shown together.
      if (message.notices !== undefined) tellSoon(message.notices);
      const resolve = waiting.get(message.id);
      if (resolve === undefined) return;
      status.value = "open";
      noteBoot(message.bootId);
      resolve(message);
    } else if (message.kind === "update") tellSoon([message]);
    else {
      // A frame waits for the answer; what is told of it is drawn meanwhile. Nothing else may be overtaken.
      const isAwaited = message.kind === "result" && later.every(({ kind }) => kind === "update");
      if (!isAwaited) tellLater();
      tellNotice(message);
    }
  };
  const stopListening = wire.listen(receive);

  const attempt = (command: Command): Promise<Reply | null> =>
    new Promise((resolve) => {
      if (!wire.post(command)) return resolve(null);
      const timer = setTimeout(() => finish(null), patience);
      const finish = (reply: Reply | null) => {
        clearTimeout(timer);
        waiting.delete(command.id);
        resolve(reply);
      };
      waiting.set(command.id, finish);
    });

  return {
    status,
    async send(body) {
      lastId += 1;
      const command: Command = { workspace, id: lastId, buildId, ...body };
      const reply = (await attempt(command)) ?? (await attempt(command));
      if (reply === null) {
        status.value = "lost";
        return { ok: false, reason: "", silent: true };
      }
      if (reply.ok) return reply;
      if (reply.problem === "other-build") tell(otherBuildListeners);
      // Its storage was emptied under it: what the page has is then all there is.
      if (reply.problem === "no-workspace" && body.kind !== "open") tell(rebootListeners);
      const { reason, rule } = reply;
      return { ok: false, reason, silent: false, ...(rule !== undefined && { rule }) };
    },
    sendAndForget(body) {
      lastId += 1;
      wire.post({ workspace, id: lastId, buildId, ...body });
    },
    onNotice: (listener) => subscribe(noticeListeners, listener),
    onReboot: (listener) => subscribe(rebootListeners, listener),
    onOtherBuild: (listener) => subscribe(otherBuildListeners, listener),
    close: stopListening,
  };
}

/** The real wire: the active worker of the registration, if there is one yet, looked up at each message because workers come and go. */
export function createWorkerWire(registration: () => ServiceWorkerRegistration | null): Wire {
  return {
    post(command) {
      const active = registration()?.active ?? null;
      active?.postMessage(command);
      return active !== null;
    },
    listen(listener) {
      // Missing where the page is about to say so.
      const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
      if (container === undefined) return () => {};
      const onMessage = ({ data }: MessageEvent) => listener(data);
      container.addEventListener("message", onMessage);
      container.startMessages();
      return () => container.removeEventListener("message", onMessage);
    },
  };
}

function tell(listeners: Iterable<() => void>): void {
  for (const listener of listeners) listener();
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
