/** What an outcome loses, and who waits for whom in a deadlock, as sentences. */
import type { DeadlockView, OutcomeDifference, OutcomeView } from "../../protocol/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";
import type { OrdersWords } from "./orders-words.ts";

/** What a sentence is about is shown as a mark before it; without one, the sentence names it. */
export interface Loss {
  session?: string;
  browser?: BrowserId;
  text: string;
}

/**
 * The sentences of `outcome`. `others` are all outcomes of all orders, if they are known: where every serial one says the same, the
 * sentence says so.
 */
export function tellLosses(
  outcome: OutcomeView,
  words: OrdersWords,
  others: readonly OutcomeView[] | null = null,
): Loss[] {
  const serial = others?.filter((other) => other.serial) ?? [];
  return outcome.losses.map((loss) => {
    const isEvery = serial.length > 0 && serial.every((other) => saysTheSame(other, loss, outcome));
    return tellLoss(loss, words.afterSerial(isEvery), outcome, words);
  });
}

function tellLoss(loss: OutcomeDifference, after: string, { pages }: OutcomeView, words: OrdersWords): Loss {
  switch (loss.kind) {
    case "attribute":
      return { session: loss.session, text: tellValue(loss.name, loss, after, words) };
    case "cookie":
      return { browser: loss.browser, text: tellValue(words.cookieNamed(loss.name), loss, after, words) };
    case "session":
      return { session: loss.session, text: words.lossSession(loss.exists, after) };
    case "page":
      return {
        text: tellPage(loss, after, pages.find(({ lane }) => lane === loss.lane)?.text.trim() ?? "", words),
      };
  }
}

/** More of a page than this makes no sentence. */
const longestText = 40;

/** Pages of one status differ in what they say: `text`, here. */
function tellPage(
  { lane, status, serialStatus }: OutcomeDifference & { kind: "page" },
  after: string,
  text: string,
  words: OrdersWords,
): string {
  const letter = letterOf(lane);
  if (status === serialStatus) return words.lossText(letter, after, text.length > longestText ? "" : text);
  return words.lossPage(letter, status, after, serialStatus);
}

function tellValue(
  name: string,
  { value, serial }: { value?: string; serial?: string },
  after: string,
  words: OrdersWords,
): string {
  if (value === undefined) return words.lossGone(name, after, serial ?? "");
  return serial === undefined
    ? words.lossExtra(name, value, after)
    : words.lossValue(name, value, after, serial);
}

/** Does the serial outcome `other` have what `loss` says that serial orders have? */
function saysTheSame(other: OutcomeView, loss: OutcomeDifference, outcome: OutcomeView): boolean {
  switch (loss.kind) {
    case "attribute": {
      const session = other.sessions.find(({ id }) => id === loss.session);
      return session?.attributes.find(({ name }) => name === loss.name)?.value === loss.serial;
    }
    case "session":
      return other.sessions.some(({ id }) => id === loss.session) !== loss.exists;
    case "cookie": {
      const jar = other.jars.find(({ browser }) => browser === loss.browser);
      return jar?.cookies.find(({ name }) => name === loss.name)?.value === loss.serial;
    }
    case "page": {
      const [its, mine] = [other, outcome].map(({ pages }) => pages.find(({ lane }) => lane === loss.lane));
      return its?.status === loss.serialStatus && (loss.status !== its.status || its.text !== mine?.text);
    }
  }
}

/** The letter of a lane in schedules: 1 is A. */
export function letterOf(lane: number): string {
  return String.fromCharCode(64 + lane);
}

/** The name of a request: by its letter where its lane is known. */
export function nameRequest(
  request: RequestId,
  lanes: readonly { lane: number; request?: RequestId }[],
  words: OrdersWords,
): string {
  const found = lanes.find((lane) => lane.request === request);
  return found === undefined ? words.requestNamed(request) : words.laneNamed(letterOf(found.lane));
}

/** A sentence for each request of a deadlock, without its full stop. */
export function tellDeadlock(
  { waits }: DeadlockView,
  lanes: readonly { lane: number; request?: RequestId }[],
  words: OrdersWords,
): string[] {
  return waits.map(({ request, what, holder, ended }) => {
    const tell = ended ? words.waitsForEnded : words.waitsFor;
    return tell(nameRequest(request, lanes, words), words.awaited(what), nameRequest(holder, lanes, words));
  });
}
