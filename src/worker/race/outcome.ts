/**
 * How a race ended: the sessions that are stored, the jars, and what each request was answered.
 *
 * Two orders that end alike have equal keys, whatever happened in between. Ids of sessions may stand in a key, since a request draws
 * the same id in every order. `compareOutcomes` tells what an order has done that no serial order does.
 */
import type { CookieJar } from "../../browser/index.ts";
import type { DeadlockView, OutcomeDifference, OutcomeSession, OutcomeView } from "../../protocol/index.ts";
import { type Lane, type Outcome, stringifySchedule } from "../../race/index.ts";
import { fieldValue, findDeadlock, SESSION_COOKIE } from "../../server/index.ts";
import { readDiskSessions, readMemorySessions, type StoredSession } from "../../sessions/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";
import { cookieFieldsOf } from "../received-cookies.ts";
import type { RaceWorld } from "./race-world.ts";
import { placeOf } from "./strangers.ts";

/** What a race has come to. */
export interface RaceOutcome extends Outcome {
  /** Those that have to do with the race. */
  sessions: RaceSession[];
  /** In each place the oldest session of another visitor: all that were older have been driven out. */
  oldest: string[];
  jars: RaceJar[];
  /** Of those that were answered, in the order of lanes. */
  pages: RacePage[];
  /** The lanes that wait for each other, and for what. */
  deadlock?: DeadlockView;
}

/** A stored session; attributes by name, with their reprs. */
interface RaceSession {
  id: string;
  storage: "memory" | "disk";
  process?: number;
  attributes: { name: string; value: string }[];
}

interface RaceJar {
  browser: BrowserId;
  /** `rest` is what else tells two cookies apart: domain, path and date. */
  cookies: { name: string; value: string; rest: string }[];
}

interface RacePage {
  lane: Lane;
  request: RequestId;
  status: number;
  location: string | undefined;
  cookies: string[];
  text: string;
  failed: boolean;
}

/** The outcome of `world`, in which nothing can move any more. Sessions come in the order of their places and ids. */
export function outcomeOf(world: RaceWorld): RaceOutcome {
  const { server, refused } = world;
  const stored = storedSessions(world);
  const parts = {
    sessions: stored.filter((session) => !world.strangers.includes(placeOf(session))),
    oldest: oldestStrangers(world, new Set(stored.map(placeOf))),
    jars: jarsOf(world),
    pages: pagesOf(world),
  };
  const told = parts.pages.filter(({ request }) => !refused.includes(request));
  const stuck = lanesOf(world, (request) => server.tasks.some(({ id }) => id === request));
  const waits = stuck.length === 0 ? null : findDeadlock(server);
  return {
    key: JSON.stringify([parts, stuck, waits]),
    effect: JSON.stringify([{ ...parts, pages: told }, stuck, waits]),
    refused: lanesOf(world, (request) => refused.includes(request)),
    stuck,
    ...parts,
    ...(waits !== null && { deadlock: { waits } }),
  };
}

function lanesOf({ lanes }: RaceWorld, isWanted: (request: RequestId) => boolean): Lane[] {
  return [...lanes.keys()].filter((lane) => isWanted(lanes[lane] ?? 0));
}

/** In the order of their places and ids. */
function storedSessions({ server }: RaceWorld): RaceSession[] {
  const inMemory = server.processes.flatMap(({ id, sessions }) =>
    readMemorySessions(sessions).map((session) => sessionOf(session, id)),
  );
  const onDisk = readDiskSessions(server.disk).map((session) => sessionOf(session));
  return [...inMemory, ...onDisk].sort((a, b) => compareTexts(placeOf(a), placeOf(b)));
}

function oldestStrangers({ strangers }: RaceWorld, stored: ReadonlySet<string>): string[] {
  const storeOf = (place = "") => place.split(" ", 2).join(" ");
  const left = strangers.filter((place) => stored.has(place));
  return left.filter((place, at) => storeOf(place) !== storeOf(left[at - 1]));
}

function sessionOf({ id, storage, attributes }: StoredSession, process?: number): RaceSession {
  return {
    id,
    storage,
    ...(process !== undefined && { process }),
    attributes: attributes
      .map(({ name, value }) => ({ name, value }))
      .sort((a, b) => compareTexts(a.name, b.name)),
  };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function jarsOf({ jars }: RaceWorld): RaceJar[] {
  return Array.from(jars, ([browser, { cookies }]) => ({ browser, cookies: readCookies(cookies) })).sort(
    (a, b) => compareTexts(a.browser, b.browser),
  );
}

function readCookies(cookies: CookieJar["cookies"]): RaceJar["cookies"] {
  return cookies
    .map(({ name, value, domain, path, expires }) => ({ name, value, rest: `${domain}${path} ${expires}` }))
    .sort((a, b) => compareTexts(`${a.name} ${a.rest}`, `${b.name} ${b.rest}`));
}

function pagesOf({ lanes, answers, failed }: RaceWorld): RacePage[] {
  return [...lanes.entries()].flatMap(([lane, request]) => {
    const answer = answers.get(request);
    if (answer === undefined) return [];
    const { status, fields, body } = answer;
    const location = fieldValue(fields, "location");
    const text = new TextDecoder().decode(body);
    const cookies = cookieFieldsOf(answer);
    return [{ lane, request, status, location, cookies, text, failed: failed.includes(request) }];
  });
}

// What is different

/**
 * Where `outcome` differs from the nearest of `serial`, the outcome with the fewest differences; the first of several. Empty when
 * it is one of them, or when there is none. What a refused lane was told is no difference.
 */
export function compareOutcomes(outcome: RaceOutcome, serial: readonly RaceOutcome[]): OutcomeDifference[] {
  const differences = serial.map((other) => differencesBetween(outcome, other));
  return (
    differences.reduce<OutcomeDifference[] | null>(
      (nearest, each) => (nearest === null || each.length < nearest.length ? each : nearest),
      null,
    ) ?? []
  );
}

function differencesBetween(mine: RaceOutcome, other: RaceOutcome): OutcomeDifference[] {
  return [
    ...sessionDifferences(mine.sessions, other.sessions),
    ...cookieDifferences(mine.jars, other.jars),
    ...pageDifferences(mine, other),
  ];
}

function sessionDifferences(
  mine: readonly RaceSession[],
  others: readonly RaceSession[],
): OutcomeDifference[] {
  return pairs(mine, others, placeOf).flatMap(([own, serial]): OutcomeDifference[] => {
    const session = (own ?? serial)?.id ?? "";
    const missing: OutcomeDifference[] =
      own === undefined || serial === undefined
        ? [{ kind: "session", session, exists: own !== undefined }]
        : [];
    const attributes = pairs(own?.attributes ?? [], serial?.attributes ?? [], ({ name }) => name);
    const different = attributes.filter(([a, b]) => a?.value !== b?.value);
    return [
      ...missing,
      ...different.map(
        ([a, b]): OutcomeDifference => ({
          kind: "attribute",
          session,
          name: (a ?? b)?.name ?? "",
          ...values(a, b),
        }),
      ),
    ];
  });
}

function cookieDifferences(mine: readonly RaceJar[], others: readonly RaceJar[]): OutcomeDifference[] {
  return pairs(mine, others, ({ browser }) => browser).flatMap(([own, serial]) => {
    const cookies = pairs(own?.cookies ?? [], serial?.cookies ?? [], ({ name, rest }) => `${name} ${rest}`);
    const different = cookies.filter(([a, b]) => a?.value !== b?.value);
    return different.map(
      ([a, b]): OutcomeDifference => ({
        kind: "cookie",
        browser: (own ?? serial)?.browser ?? "",
        name: (a ?? b)?.name ?? "",
        ...values(a, b),
      }),
    );
  });
}

/** Two pages of one status differ in what they say. */
function pageDifferences(mine: RaceOutcome, other: RaceOutcome): OutcomeDifference[] {
  const told = mine.pages.filter(({ lane }) => !mine.refused.includes(lane));
  return pairs(told, other.pages, ({ lane }) => String(lane)).flatMap(([a, b]): OutcomeDifference[] => {
    if (a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b)) return [];
    return [{ kind: "page", lane: a.lane + 1, status: a.status, serialStatus: b.status }];
  });
}

function values(mine?: { value: string }, other?: { value: string }): { value?: string; serial?: string } {
  return {
    ...(mine !== undefined && { value: mine.value }),
    ...(other !== undefined && { serial: other.value }),
  };
}

/** What has the same key on both sides, side by side: first as in `mine`, then what only `others` have. */
function pairs<T>(
  mine: readonly T[],
  others: readonly T[],
  keyOf: (item: T) => string,
): [mine: T | undefined, other: T | undefined][] {
  const left = new Map(mine.map((item) => [keyOf(item), item]));
  const right = new Map(others.map((item) => [keyOf(item), item]));
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => [left.get(key), right.get(key)]);
}

// For the page

/** What was found out about an outcome. */
export interface OutcomeFacts {
  orders: bigint;
  /** Of all outcomes together. */
  total: bigint;
  serial: boolean;
  schedule: readonly Lane[];
  /** See `compareOutcomes`. */
  losses: OutcomeDifference[];
}

/** Longest text of a page that is sent. */
const PAGE_LIMIT = 4_000;
const SHARE_DIGITS = 1_000_000_000n;

/** An outcome as a page shows it. */
export function viewOutcome(outcome: RaceOutcome, facts: OutcomeFacts): OutcomeView {
  const { orders, total, serial, schedule, losses } = facts;
  const { sessions, jars, pages, refused, deadlock } = outcome;
  return {
    orders: String(orders),
    share: total === 0n ? 0 : Number((orders * SHARE_DIGITS) / total) / Number(SHARE_DIGITS),
    serial,
    schedule: stringifySchedule([...schedule]),
    losses,
    sessions: sessions.map((session) => viewSession(session, jars)),
    jars: jars.map(({ browser, cookies }) => ({
      browser,
      cookies: cookies.map(({ name, value }) => ({ name, value })),
    })),
    pages: pages.map(({ lane, status, text, failed }) => ({
      lane: lane + 1,
      status,
      text: text.length > PAGE_LIMIT ? `${text.slice(0, PAGE_LIMIT)}…` : text,
      refused: refused.includes(lane),
      ...(failed && { failed }),
    })),
    ...(deadlock !== undefined && { deadlock }),
  };
}

function viewSession(session: RaceSession, jars: readonly RaceJar[]): OutcomeSession {
  const isKey = ({ name, value }: { name: string; value: string }) =>
    name === SESSION_COOKIE && value === session.id;
  const holders = jars.filter(({ cookies }) => cookies.some(isKey)).map(({ browser }) => browser);
  return { ...session, holders };
}
