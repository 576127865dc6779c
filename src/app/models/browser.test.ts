import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CommandBody, Notice } from "../../protocol/index.ts";
import type { Connection } from "../connection.ts";
import { completeAddress, createBrowserModel } from "./browser.ts";
import type { PreviewFrame, Shown } from "./preview-frame.ts";

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

function openBrowser({ announcesHistory = (): boolean => false } = {}) {
  const commands: CommandBody[] = [];
  const noticed: ((notice: Notice) => void)[] = [];
  const connection = {
    onNotice: (listener: (notice: Notice) => void) => noticed.push(listener),
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
    focus: vi.fn(),
    swapWaiting: vi.fn((_request: number, _path: string) => false),
    onKey: () => () => {},
    onChange(listener: (isDocument: boolean) => void) {
      changed = listener;
      return () => {};
    },
  };
  browser.attach(frame satisfies PreviewFrame);
  const show = (path: string, slot: string, more: Partial<Shown> = {}) => {
    shown = {
      href: `http://app.test${root}${path}`,
      title: "",
      mediaType: "text/html",
      marker: { kind: "answer", request: 1 },
      slot,
      historyLength: 3,
      ...more,
    };
    changed(true);
  };
  const notify = (notice: Notice) => {
    for (const listener of noticed) listener(notice);
  };
  return { browser, frame, show, notify, commands };
}
