/**
 * A server and its browsers in a test, without a network: `visit(world, "A", "/page.pih")`.
 *
 * A world keeps a virtual clock (one second per request), chances from a seed, and everything the server told. A browser
 * keeps cookies in a jar; it follows no redirect by itself, so that a test sees each answer.
 */
import { CookieJar, cookieHeader, storeCookies } from "../../src/browser/index.ts";
import {
  type Configuration,
  defaultConfiguration,
  type FileContent,
  type Project,
} from "../../src/project/index.ts";
import { defaultLimits, type Limits, wholeLibrary } from "../../src/python/index.ts";
import {
  accept,
  createPageCache,
  createServer,
  type Environment,
  fieldValue,
  runLive,
  type Server,
  type ServerRequest,
  type ServerResponse,
  type Task,
} from "../../src/server/index.ts";
import { Disk } from "../../src/sessions/index.ts";
import type { NewEvent } from "../../src/trace/index.ts";

export interface World {
  server: Server;
  env: Environment;
  jars: Map<string, CookieJar>;
  events: NewEvent[];
  nextRequest: number;
  now: number;
}

/** What a test may say about a visit. */
export interface VisitOptions {
  method?: string;
  /** A form, urlencoded. */
  form?: Record<string, string>;
  body?: Uint8Array;
  fields?: [string, string][];
}

/** A response with its text and, for redirects, where it leads. */
export interface Visit {
  status: number;
  statusText: string;
  text: string;
  location: string | undefined;
  setCookie: string[];
  response: ServerResponse;
}

export type Files = Record<string, FileContent>;

/** A world with these files and, where given, other options than the default ones. */
export function createWorld(
  files: Files,
  configuration: Partial<Configuration> = {},
  limits: Partial<Limits> = {},
): World {
  const world = { jars: new Map(), events: [] as NewEvent[], nextRequest: 1, now: Date.UTC(2026, 0, 1) };
  const env: Environment = {
    now: () => world.now,
    random: createRandom(7),
    emit: (event) => world.events.push(event),
    recall: () => world.events.map((event, at) => ({ ...event, seq: at + 1, time: 0 })),
    pages: createPageCache(),
    library: wholeLibrary(),
  };
  const project = createProject(files, configuration);
  const server = createServer({ project, disk: new Disk(), limits: { ...defaultLimits, ...limits } }, env);
  return Object.assign(world, { env, server });
}

export function createProject(files: Files, configuration: Partial<Configuration> = {}): Project {
  return {
    files: new Map(Object.entries(files)),
    configuration: { ...defaultConfiguration, ...configuration },
  };
}

/** Mulberry32: 32 bits of state are enough for tests. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sends a request and waits for its answer. */
export function visit(world: World, browser: string, path: string, options: VisitOptions = {}): Visit {
  const task = send(world, browser, path, options);
  for (;;) {
    const { finished, working } = runLive(world.server, world.env);
    const mine = finished.find((each) => each.task === task);
    if (mine !== undefined) return receive(world, task, mine.response);
    if (!working) throw new Error(`Nobody answers request ${task.id}.`);
  }
}

/** Sends a request and leaves it to the test to step it. */
export function send(world: World, browser: string, path: string, options: VisitOptions = {}): Task {
  const url = `http://localhost${path}`;
  world.now += 1000;
  const request: ServerRequest = {
    id: world.nextRequest++,
    browser,
    method: options.method ?? (options.form === undefined ? "GET" : "POST"),
    url,
    fields: [...(options.fields ?? [])],
    body: options.body ?? new Uint8Array(),
  };
  if (options.form !== undefined) {
    request.fields.push(["Content-Type", "application/x-www-form-urlencoded"]);
    request.body = new TextEncoder().encode(new URLSearchParams(options.form).toString());
  }
  const { field } = cookieHeader(jarOf(world, browser), url, world.now);
  if (field !== null) request.fields.push(["Cookie", field]);
  return accept(world.server, request, world.env);
}

/** Hands the response to the browser: its cookies go into the jar. */
export function receive(world: World, task: Task, response: ServerResponse): Visit {
  const setCookie = response.fields.filter(([name]) => name === "Set-Cookie").map(([, value]) => value);
  storeCookies(jarOf(world, task.request.browser), task.request.url, setCookie, world.now, task.id);
  return {
    status: response.status,
    statusText: response.statusText,
    text: new TextDecoder().decode(response.body),
    location: fieldValue(response.fields, "Location"),
    setCookie,
    response,
  };
}

/** The jar of `browser`, made when first asked for. */
export function jarOf(world: World, browser: string): CookieJar {
  const jar = world.jars.get(browser) ?? new CookieJar();
  world.jars.set(browser, jar);
  return jar;
}

/** The events of one kind, in order. */
export function eventsOfKind<Kind extends NewEvent["kind"]>(
  world: World,
  kind: Kind,
): Extract<NewEvent, { kind: Kind }>[] {
  return world.events.filter((event): event is Extract<NewEvent, { kind: Kind }> => event.kind === kind);
}

/** The text of a page without its tags. */
export function plainText({ text }: Visit): string {
  return text
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
