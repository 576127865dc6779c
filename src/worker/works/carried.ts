/**
 * Cookies and sessions that come with a link: they are put into a new world as the learner could do it by hand, under the same rules.
 * What may not be is left out, and the log says why.
 */
import { setCookie } from "../../browser/index.ts";
import { type CarriedState, simulatedHost } from "../../protocol/index.ts";
import type { Environment } from "../../server/index.ts";
import { sessionPath } from "../../sessions/index.ts";
import { openBrowser } from "../browsers.ts";
import { jarOf, type World } from "../world.ts";

/** Longest file of a session, in bytes; and of its id, in characters. */
const PICKLE_BYTES = 1024 * 1024;
const ID_LENGTH = 200;

/** Puts what is `carried` into `world`, which is new. */
export function carry(world: World, { jars, sessions }: CarriedState, env: Environment): void {
  const leftOut: string[] = [];
  for (const jar of jars) leftOut.push(...carryJar(world, jar, env));
  for (const session of sessions) {
    const reason = refuseSession(session);
    if (reason !== null) leftOut.push(reason);
    else world.server.disk.write(sessionPath(session.id), session.pickle, env.now());
  }
  if (leftOut.length === 0) return;
  const [first] = leftOut;
  const more = leftOut.length > 1 ? ` ${leftOut.length - 1} more were left out.` : "";
  env.emit({ kind: "log", level: "warning", message: `${first}${more}` });
}

/** Gives why cookies, or the whole jar, were left out. */
function carryJar(
  world: World,
  { browser, cookies }: CarriedState["jars"][number],
  env: Environment,
): string[] {
  const refusal = openBrowser(world, browser, env);
  if (refusal !== null) return [`Browser ${browser} of the link was left out: ${refusal.reason}`];
  const now = env.now();
  const jar = jarOf(world, browser);
  return cookies.flatMap((cookie) => {
    const edit = setCookie(jar, cookie, { was: null, host: simulatedHost, now });
    if (!edit.ok) return [`The cookie “${cookie.name}” of the link was left out: ${edit.reason}`];
    const { name, value, path } = edit.cookie;
    if (edit.isNews) env.emit({ kind: "cookie-edited", browser, change: "added", name, value, path });
    return [];
  });
}

function refuseSession({ id, pickle }: CarriedState["sessions"][number]): string | null {
  const name = id.length > 24 ? `${id.slice(0, 24)}…` : id;
  const leftOut = `The session “${name}” of the link was left out`;
  if (id.length > ID_LENGTH) return `${leftOut}: its id is longer than ${ID_LENGTH} characters.`;
  if (pickle.length > PICKLE_BYTES) return `${leftOut}: its file is larger than 1 MB.`;
  return /[^\0-\xff]/.test(pickle) ? `${leftOut}: its file is not made of bytes.` : null;
}
