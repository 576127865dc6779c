/** WebKitGTK's MiniBrowser through WebKitWebDriver, under a virtual screen; it stands in for Safari. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { findCommand, installPackages } from "../../scripts/find-browser.mjs";

export const name = "WebKitGTK";

/** Starts driver and browser; throws with the reason when they are not to be had. */
export async function start() {
  if (findCommand("WebKitWebDriver") === null || findCommand("Xvfb") === null || findMiniBrowser() === null) {
    installPackages(["webkit2gtk-driver", "xvfb"]);
  }
  const binary = findMiniBrowser();
  if (findCommand("WebKitWebDriver") === null || findCommand("Xvfb") === null || binary === null) {
    throw new Error(
      "WebKitWebDriver, MiniBrowser or Xvfb is missing and could not be installed (Debian: webkit2gtk-driver xvfb)",
    );
  }
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: screen.display,
      LIBGL_ALWAYS_SOFTWARE: "1",
      GDK_BACKEND: "x11",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const send = (method, path, body) => call(port, method, path, body);
  const options = { binary, args: ["--automation"] };
  const created = await retry(() =>
    send("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } }),
  );
  const session = `/session/${created.sessionId}`;
  const act = (...actions) => send("POST", `${session}/actions`, { actions });
  await send("POST", `${session}/window/rect`, { width: 1280, height: 860 });
  return {
    version: created.capabilities.browserVersion,
    open: (url) => send("POST", `${session}/url`, { url }),
    evaluate: (code, ...words) =>
      send("POST", `${session}/execute/sync`, {
        script: `return (${code}).apply(null, arguments)`,
        args: words,
      }),
    key: (name) => act({ type: "key", id: "keys", actions: pressed("key", { value: keys[name] ?? name }) }),
    point: (x, y) =>
      act({
        type: "pointer",
        id: "mouse",
        actions: [{ type: "pointerMove", x, y }, ...pressed("pointer", { button: 0 })],
      }),
    look: async () => Buffer.from(await send("GET", `${session}/screenshot`), "base64"),
    reload: () => send("POST", `${session}/refresh`, {}),
    async close() {
      await send("DELETE", session).catch(() => {});
      driver.kill();
      screen.process.kill();
    },
  };
}

/** WebDriver's names of keys that print nothing. */
const keys = { ArrowLeft: "\ue012" };

const pressed = (what, which) => [
  { type: `${what}Down`, ...which },
  { type: `${what}Up`, ...which },
];

function findMiniBrowser() {
  const listed = spawnSync("dpkg", ["-L", "libwebkit2gtk-4.1-0"], { encoding: "utf8" }).stdout ?? "";
  const path = listed.split("\n").find((line) => line.endsWith("/MiniBrowser"));
  if (path !== undefined && existsSync(path)) return path;
  return findCommand("MiniBrowser");
}

/** A virtual X screen on the first display that is free. */
async function startScreen() {
  let number = 90 + (process.pid % 400);
  while (existsSync(`/tmp/.X${number}-lock`)) number++;
  const screen = spawn("Xvfb", [`:${number}`, "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: "ignore",
  });
  screen.on("error", () => {});
  await retry(async () => {
    if (!existsSync(`/tmp/.X11-unix/X${number}`)) throw new Error("the virtual screen did not start");
  });
  return { display: `:${number}`, process: screen };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function call(port, method, path, body) {
  const request = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, request);
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error ?? response.status}: ${value?.message ?? ""}`);
  return value;
}

async function retry(work) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
