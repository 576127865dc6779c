/** A server is data: copied or stored in the middle of a request, it goes on exactly alike. */
import { expect, test } from "vitest";
import { copy, createCatalogue, fingerprint, read, write } from "../../src/image/index.ts";
import type { Configuration } from "../../src/project/index.ts";
import { pythonNamed, pythonShapes } from "../../src/python/index.ts";
import {
  runLive,
  runnableTasks,
  type Server,
  serverNamed,
  serverShapes,
  step,
} from "../../src/server/index.ts";
import { sessionNamed, sessionShapes } from "../../src/sessions/index.ts";
import { createRandom, createWorld, send, visit, type World } from "./harness.ts";

const catalogue = createCatalogue({
  shapes: [...pythonShapes, ...sessionShapes, ...serverShapes],
  named: [...pythonNamed(), ...sessionNamed, ...serverNamed],
});

const files = {
  "p.pih": [
    "<% s = Session() %>",
    "<% SET_COOKIE['a'] = _x %>",
    "<% s.list = getattr(s, 'list', []) + [_x] %>",
    "<% for each in s.list: %>",
    "<p><%= each %> <%= HEADERS.get('cookie', 'none') %></p>",
    "<% end %>",
    "<% RESPONSE['X-Count'] = len(s.list) %>",
  ].join("\n"),
};

function rest(world: World): string {
  while (runLive(world.server, world.env).working);
  return JSON.stringify(world.events);
}

/** A world whose second request has taken `steps` steps. */
function worldAt(steps: number, persistent_session: boolean): World {
  const world = createWorld(files, { persistent_session });
  visit(world, "A", "/p.pih?x=1");
  const task = send(world, "A", "/p.pih?x=2");
  for (let n = 0; n < steps && task.phase !== "done"; n++)
    step(world.server, task, world.env, { kind: "statement" });
  world.events.length = 0;
  world.env.random = createRandom(1);
  return world;
}

function through(server: Server, way: "copy" | "bytes"): Server {
  if (way === "copy") return copy(server, catalogue);
  const result = read(write(server, catalogue), catalogue);
  if (!result.ok) throw new Error(result.reason);
  return result.root as Server;
}

const ways = ["copy", "bytes"] as const;
const cases = ways.flatMap((way) => [false, true].map((persistent) => ({ way, persistent })));

test.each(cases)("at every step a copy goes on as the original does (%o)", ({ way, persistent }) => {
  for (let steps = 0; steps < 14; steps++) {
    const original = worldAt(steps, persistent);
    const twin = worldAt(steps, persistent);
    twin.server = through(twin.server, way);
    expect(fingerprint(twin.server, catalogue)).toBe(fingerprint(original.server, catalogue));
    expect(rest(twin)).toBe(rest(original));
  }
});

const locks = ways.flatMap((way) =>
  (["request", "version"] as const).flatMap((session_lock) =>
    [false, true].map((persistent_session) => ({ way, session_lock, persistent_session })),
  ),
);

/** Two threads on one session, each `steps` steps on its way as far as it may move. */
function raceAt(steps: number, configuration: Partial<Configuration>): World {
  const world = createWorld(
    { "p.py": "s = Session()\ns.list = getattr(s, 'list', [])\ns.list.append(_x)\ns.save()\nprint s.list" },
    { server: "multithread", ...configuration },
  );
  visit(world, "A", "/p.py?x=0");
  const tasks = [send(world, "A", "/p.py?x=1"), send(world, "A", "/p.py?x=2")];
  for (let n = 0; n < steps; n++)
    for (const task of runnableTasks(world.server).filter((each) => tasks.includes(each)))
      step(world.server, task, world.env, { kind: "statement" });
  world.env.random = createRandom(1);
  return world;
}

test.each(locks)(
  "with locks held, waited for and broken, a copy goes on alike (%o)",
  ({ way, ...configuration }) => {
    const seen = new Set<string>();
    for (let steps = 0; steps < 9; steps++) {
      const original = raceAt(steps, configuration);
      const twin = raceAt(steps, configuration);
      twin.server = through(twin.server, way);
      expect(fingerprint(twin.server, catalogue)).toBe(fingerprint(original.server, catalogue));
      expect(rest(twin)).toBe(rest(original));
      for (const { kind } of original.events) seen.add(kind);
    }
    expect(seen).toContain(configuration.session_lock === "request" ? "session-waiting" : "session-conflict");
  },
);
