import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CommandBody, Notice } from "../../protocol/index.ts";
import type { Connection } from "../connection.ts";
import { completeAddress, createBrowserModel } from "./browser.ts";
import type { Place, PreviewFrame, Shown } from "./preview-frame.ts";

const workspace = "0123456789abcdef0123456789abcdef";
const root = `/~/${workspace}/A/`;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("it opens what the address bar says, in the workspace's own path", () => {
  const { browser, frame } = openBrowser();
  browser.typeAddress("suite.pih?x=1");
  browser.go();
  expect(frame.open).toHaveBeenCalledWith(`${root}suite.pih?x=1`);
  expect(browser.address.value).toBe("http://localhost/suite.pih?x=1");
});

test("the first page is the index, unless the learner was faster than the frame: then what was asked for", () => {
  const patient = openBrowser();
  patient.browser.begin();
  expect(patient.frame.open.mock.calls).toEqual([[`${root}index.html`]]);
  const hasty = openBrowser({ isAttached: false });
  hasty.browser.go("/suite.pih");
  hasty.attach();
  hasty.browser.begin();
  expect(hasty.frame.open.mock.calls).toEqual([[`${root}suite.pih`]]);
  const typing = openBrowser();
  typing.browser.typeAddress("/sui");
  typing.browser.begin();
  expect(typing.browser.address.value).toBe("/sui");
  expect(typing.frame.open.mock.calls).toEqual([[`${root}index.html`]]);
});

test("Enter in the bar gives the page the keyboard; the bar keeps an address that is no good", () => {
  const { browser, frame } = openBrowser();
  browser.typeAddress("http://elsewhere.example/");
  browser.enter();
  expect(browser.problem.value).toEqual({ kind: "outside", url: "http://elsewhere.example/" });
  expect(frame.focus).not.toHaveBeenCalled();
  browser.typeAddress("suite.pih");
  browser.enter();
  expect(frame.open).toHaveBeenCalledWith(`${root}suite.pih`);
  expect(frame.focus).toHaveBeenCalledOnce();
});

test("the address follows the page that came, as the server knows it", () => {
  const { browser, show } = openBrowser();
  show("debut.pih?monnom=A", "k1");
  expect(browser.address.value).toBe("http://localhost/debut.pih?monnom=A");
  expect(browser.url.value).toBe("http://localhost/debut.pih?monnom=A");
});

test("an address being typed stays when a page arrives, until the learner leaves the bar", () => {
  const { browser, show } = openBrowser();
  browser.typeAddress("/sui");
  show("index.html", "k1");
  expect(browser.address.value).toBe("/sui");
  browser.leaveAddress();
  show("suite.pih", "k2");
  expect(browser.address.value).toBe("http://localhost/suite.pih");
});

test("Back and Forward are offered only where there is a page of this browser", () => {
  const { browser, show, frame } = openBrowser();
  show("index.html", "k1");
  expect([browser.canGoBack.value, browser.canGoForward.value]).toEqual([false, false]);
  browser.back();
  expect(frame.back).not.toHaveBeenCalled();
  show("suite.pih", "k2");
  browser.back();
  expect(frame.back).toHaveBeenCalledOnce();
  show("index.html", "k1");
  expect([browser.canGoBack.value, browser.canGoForward.value]).toEqual([false, true]);
});

test("where the worker cannot see Back it is told first, and when the page is there", async () => {
  const { browser, show, frame, commands } = openBrowser({ announcesHistory: () => true });
  show("index.html", "k1");
  show("suite.pih", "k2");
  browser.back();
  expect(frame.back).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(frame.back).toHaveBeenCalledOnce());
  show("index.html", "k1");
  show("suite.pih", "k3");
  expect(commands).toEqual([
    { kind: "history-navigation", browser: "A", phase: "begin" },
    { kind: "history-navigation", browser: "A", phase: "end" },
  ]);
});

test("where others share the session history, a step back is put in place with the answers it had", async () => {
  const { browser, show, frame, commands } = openBrowser({ sharesHistory: () => true });
  const first = show("index.html", "k1", { request: 1 });
  show("suite.pih", "k2", { request: 2 });
  browser.back();
  await vi.waitFor(() => expect(frame.restore).toHaveBeenCalledWith(first, true));
  expect(frame.back).not.toHaveBeenCalled();
  frame.restore.mockReturnValue(false);
  // In place: the slot is still the second step's.
  show("index.html", "k2", { request: 1 });
  expect([browser.canGoBack.value, browser.canGoForward.value]).toEqual([false, true]);
  expect(commands).toEqual([
    { kind: "history-navigation", browser: "A", phase: "begin", requests: [1] },
    { kind: "history-navigation", browser: "A", phase: "end" },
  ]);
});

test("and a step forward again, as often as the learner likes", async () => {
  const { browser, show, frame } = openBrowser({ sharesHistory: () => true });
  const first = show("index.html", "k1", { request: 1 });
  const second = show("suite.pih", "k2", { request: 2 });
  frame.restore.mockReturnValue(true);
  for (const [step, place, path] of [
    ["back", first, "index.html"],
    ["forward", second, "suite.pih"],
    ["back", first, "index.html"],
    ["forward", second, "suite.pih"],
  ] as const) {
    frame.restore.mockReset().mockReturnValue(true);
    browser[step]();
    await vi.waitFor(() => expect(frame.restore).toHaveBeenCalledWith(place, true));
    frame.restore.mockReturnValue(false);
    show(path, "k2", { request: place.request ?? 0 });
  }
  expect([browser.canGoBack.value, browser.canGoForward.value]).toEqual([true, false]);
  show("new.html", "k3");
  browser.back();
  await vi.waitFor(() => expect(frame.restore).toHaveBeenCalledWith(second, true));
});

test("two steps back asked for at once are two steps, however long the worker takes to hear of them", async () => {
  const { browser, show, frame } = openBrowser({ sharesHistory: () => true });
  const first = show("index.html", "k1", { request: 1 });
  show("debut.pih", "k2", { request: 2 });
  show("suite.pih", "k3", { request: 3 });
  browser.back();
  browser.back();
  await vi.waitFor(() => expect(frame.restore).toHaveBeenCalled());
  expect(frame.restore.mock.calls).toEqual([[first, true]]);
  frame.restore.mockReturnValue(false);
  show("index.html", "k3", { request: 1 });
  expect([browser.canGoBack.value, browser.canGoForward.value]).toEqual([false, true]);
});

test("an address that is opened while a step back is being told takes its place", async () => {
  const { browser, show, frame, commands } = openBrowser({ sharesHistory: () => true });
  show("index.html", "k1", { request: 1 });
  show("suite.pih", "k2", { request: 2 });
  browser.back();
  browser.go("/other.html");
  await vi.waitFor(() => expect(commands).toHaveLength(1));
  await Promise.resolve();
  expect(frame.restore).not.toHaveBeenCalled();
  show("other.html", "k3", { request: 3 });
  expect(browser.url.value).toBe("http://localhost/other.html");
});

test("a step with frames inside is under way until the frames are back too", async () => {
  const { browser, show, frame } = openBrowser({ sharesHistory: () => true });
  show("frames.html", "k1");
  show("other.html", "k2");
  browser.back();
  await vi.waitFor(() => expect(frame.restore).toHaveBeenCalledOnce());
  show("frames.html", "k2");
  expect(browser.canGoForward.value).toBe(false);
  frame.restore.mockReturnValue(false);
  show("frames.html", "k2");
  expect(browser.canGoForward.value).toBe(true);
});

test("a closed browser hears no more results", () => {
  const opened = openBrowser();
  opened.browser.close();
  expect(opened.noticed).toEqual([]);
});

test("an address on another host is refused in words and nothing moves", () => {
  const { browser, frame } = openBrowser();
  browser.go("https://example.com/");
  expect(browser.problem.value).toEqual({ kind: "outside", url: "https://example.com/" });
  expect(frame.open).not.toHaveBeenCalled();
});

test("a navigation that brings no document raises the banner, and Retry asks again", () => {
  const { browser, frame } = openBrowser();
  browser.go("/slow.pih");
  vi.advanceTimersByTime(100);
  expect(browser.problem.value).toEqual({ kind: "stalled" });
  browser.retry();
  expect(frame.open).toHaveBeenCalledTimes(2);
  expect(browser.problem.value).toBeNull();
});

test("a page that comes in time raises nothing", () => {
  const { browser, show } = openBrowser();
  browser.go("/index.html");
  show("index.html", "k1");
  vi.advanceTimersByTime(1000);
  expect(browser.problem.value).toBeNull();
  expect(browser.loading.value).toBe(false);
});

test("a link inside the page is watched from its request on", () => {
  const { browser } = openBrowser();
  browser.noticeEvents([{ ...request, browser: "A" }]);
  vi.advanceTimersByTime(100);
  expect(browser.problem.value).toEqual({ kind: "stalled" });
});

test("while requests are held, one that brings no page is no reason to worry", () => {
  const { browser } = openBrowser({ isHolding: () => true });
  browser.noticeEvents([{ ...request, browser: "A" }]);
  vi.advanceTimersByTime(100);
  expect(browser.problem.value).toBeNull();
});

test("an answer that was taken back before it was shown is not shown when its request waits again", () => {
  const { frame, notify, show } = openBrowser();
  const told = { workspace, bootId: "b", buildId: "v", request: 4, waitingUrl: "w", resultUrl: "r" };
  notify({ kind: "result", ...told });
  notify({ kind: "taken-back", ...told });
  frame.swapWaiting.mockClear();
  show("slow.pih", "k1", { marker: { kind: "waiting", request: 4 } });
  expect(frame.swapWaiting).not.toHaveBeenCalled();
});

test("an answered request of a link is no reason to worry", () => {
  const { browser } = openBrowser();
  browser.noticeEvents([
    { ...request, browser: "A" },
    {
      seq: 2,
      time: 1,
      browser: "A",
      request: 1,
      kind: "response",
      status: 200,
      statusText: "OK",
      raw: "",
      bytes: 0,
      mediaType: "image/png",
    },
  ]);
  vi.advanceTimersByTime(1000);
  expect(browser.problem.value).toBeNull();
});

const refused = {
  seq: 2,
  time: 1,
  browser: "A",
  request: 1,
  kind: "response",
  status: 401,
  statusText: "Unauthorized",
  raw: 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="Le coffre"\r\n\r\n',
  bytes: 0,
  mediaType: "text/html",
} as const;

test("a page that answers 401 is a question for name and password, whichever comes first, page or event", () => {
  const { browser, show } = openBrowser();
  browser.noticeEvents([refused]);
  expect(browser.problem.value).toEqual({ kind: "login", realm: "Le coffre" });
  show("coffre.pih", "k1");
  expect(browser.problem.value).toEqual({ kind: "login", realm: "Le coffre" });
  browser.dismiss();
  expect(browser.problem.value).toBeNull();
});

test("the next page that is shown ends the question", () => {
  const { browser, show } = openBrowser();
  browser.noticeEvents([refused]);
  show("coffre.pih", "k1");
  browser.noticeEvents([{ ...request, request: 2, browser: "A" }]);
  show("coffre.pih", "k2");
  expect(browser.problem.value).toBeNull();
});

test("a page that is here before its events ends the question of the one before it", () => {
  const { browser, show } = openBrowser();
  browser.noticeEvents([refused]);
  show("coffre.pih", "k1");
  show("coffre.pih", "k2", { request: 2 });
  expect(browser.problem.value).toBeNull();
  browser.noticeEvents([
    { ...request, request: 2, browser: "A" },
    { ...refused, request: 2, status: 200 },
  ]);
  expect(browser.problem.value).toBeNull();
});

test("HTML without the worker's marker did not come from the server", () => {
  const { browser, show } = openBrowser();
  show("index.html", "k1", { marker: null });
  expect(browser.problem.value).toEqual({ kind: "not-from-server" });
  show("style.css", "k2", { marker: null, mediaType: "text/css" });
  expect(browser.problem.value).toBeNull();
});

test("a finished answer replaces the waiting page, also one that comes into sight later", () => {
  const { frame, show, notify } = openBrowser();
  frame.swapWaiting.mockReturnValue(false);
  notify({
    kind: "result",
    workspace,
    bootId: "b",
    buildId: "v",
    request: 4,
    waitingUrl: "w",
    resultUrl: "r",
  });
  expect(frame.swapWaiting).toHaveBeenCalledWith(4, "r");
  frame.swapWaiting.mockReturnValue(true);
  show("slow.pih", "k1", { marker: { kind: "waiting", request: 4 } });
  show("slow.pih", "k1");
  expect(frame.swapWaiting).toHaveBeenCalledTimes(2);
});

test("an answer for another browser is none of its business", () => {
  const { frame, notify, show } = openBrowser();
  const waitingUrl = `/~/${workspace}/B/slow.pih`;
  notify({ kind: "result", workspace, bootId: "b", buildId: "v", request: 4, waitingUrl, resultUrl: "r" });
  show("slow.pih", "k1", { marker: { kind: "waiting", request: 4 } });
  expect(frame.swapWaiting).not.toHaveBeenCalled();
});

test("while the waiting page is shown the browser is loading", () => {
  const { browser, show } = openBrowser();
  show("slow.pih", "k1", { marker: { kind: "waiting", request: 4 } });
  expect(browser.loading.value).toBe(true);
});

test.each([
  ["suite.pih", "http://localhost/suite.pih"],
  ["/panier/voir.pih?a=1", "http://localhost/panier/voir.pih?a=1"],
  [" http://localhost ", "http://localhost/"],
  ["localhost/x", "http://localhost/x"],
  ["", "http://localhost/"],
  ["https://example.com/a", "https://example.com/a"],
])("what is typed as %j means %s", (typed, url) => {
  expect(completeAddress(typed)).toBe(url);
});

const request = {
  seq: 1,
  time: 0,
  request: 1,
  kind: "request",
  method: "GET",
  url: "http://localhost/",
  raw: "",
  bytes: 0,
} as const;

function openBrowser({
  announcesHistory = (): boolean => false,
  sharesHistory = (): boolean => false,
  isHolding = (): boolean => false,
  isAttached = true,
} = {}) {
  const commands: CommandBody[] = [];
  let noticed: ((notice: Notice) => void)[] = [];
  const connection = {
    onNotice(listener: (notice: Notice) => void) {
      noticed.push(listener);
      return () => {
        noticed = noticed.filter((other) => other !== listener);
      };
    },
    async send(body: CommandBody) {
      commands.push(body);
    },
    sendAndForget: (body: CommandBody) => commands.push(body),
  } as unknown as Connection;
  const browser = createBrowserModel({
    id: "A",
    base: "/",
    workspace,
    connection,
    announcesHistory,
    sharesHistory,
    isHolding,
    patience: 50,
  });
  let shown: Shown | null = null;
  let changed = (_isDocument: boolean) => {};
  const frame = {
    look: () => shown,
    open: vi.fn(),
    reload: vi.fn(),
    back: vi.fn(),
    forward: vi.fn(),
    restore: vi.fn((_place: Place, _exactly: boolean) => true),
    focus: vi.fn(),
    swapWaiting: vi.fn((_request: number, _path: string) => false),
    onKey: () => () => {},
    onUse: () => () => {},
    documents: () => [],
    onChange(listener: (isDocument: boolean) => void) {
      changed = listener;
      return () => {};
    },
  };
  const attach = () => browser.attach(frame satisfies PreviewFrame);
  if (isAttached) attach();
  const show = (
    path: string,
    slot: string,
    { request = 1, ...more }: Partial<Shown> & { request?: number } = {},
  ): Place => {
    const place = { href: `http://app.test${root}${path}`, request, inner: [] };
    shown = {
      href: `http://app.test${root}${path}`,
      title: "",
      mediaType: "text/html",
      marker: { kind: "answer", request },
      slot,
      historyLength: 3,
      place,
      ...more,
    };
    changed(true);
    return place;
  };
  const notify = (notice: Notice) => {
    for (const listener of noticed) listener(notice);
  };
  return {
    browser,
    frame,
    attach,
    show,
    notify,
    commands,
    get noticed() {
      return noticed;
    },
  };
}
