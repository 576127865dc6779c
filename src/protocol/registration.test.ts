import { afterEach, expect, test, vi } from "vitest";
import { registerWorker } from "./registration.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a browser that registers nothing and says nothing is blocked", async () => {
  openPage({ register: async () => undefined });
  expect(await registerWorker("/sw-1.js", "/")).toEqual({ ok: false, problem: { kind: "blocked" } });
});

test("a browser that refuses is quoted", async () => {
  openPage({ register: () => Promise.reject(new Error("The operation is insecure.")) });
  expect(await registerWorker("/sw-1.js", "/")).toEqual({
    ok: false,
    problem: { kind: "failed", message: "The operation is insecure." },
  });
});

test("a browser without service workers is told from a page that may not have one", async () => {
  openPage(null);
  expect(await registerWorker("/sw-1.js", "/")).toMatchObject({ problem: { kind: "unsupported" } });
  openPage(null, { isSecureContext: false, protocol: "http:" });
  expect(await registerWorker("/sw-1.js", "/")).toMatchObject({
    problem: { kind: "insecure", protocol: "http:" },
  });
});

/** As much of a page as registration looks at before a worker is there. */
function openPage(
  container: { register(): Promise<unknown> } | null,
  { isSecureContext = true, protocol = "https:" } = {},
): void {
  const window: Record<string, unknown> = { isSecureContext };
  window["top"] = window["self"] = window;
  vi.stubGlobal("window", window);
  vi.stubGlobal("location", {
    protocol,
    origin: `${protocol}//example.org`,
    href: `${protocol}//example.org/`,
  });
  vi.stubGlobal("document", { createElement: () => ({}), head: { append() {} } });
  const serviceWorker = { controller: null, getRegistration: async () => undefined, ...container };
  vi.stubGlobal("navigator", container === null ? {} : { serviceWorker });
}
