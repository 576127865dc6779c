/**
 * The race lab, as any engine can do it: a page of two frames and another browser are held, stepped by mouse and by keys, taken back and
 * answered, and wait longer than an engine lets a request wait when `HOLD_SECONDS` says so.
 */
import assert from "node:assert/strict";
import { pause, stepsOf } from "./steps.mjs";

/** Each frame reads the number before it writes the next. */
const update = `<%
session = Session()
n = session.n
session.n = n + 1
print 'now', session.n
%>`;
const site = {
  "server.ini": "[server]\nserver = multithread\n",
  "start.pih": "<%\nSession().n = 0\nprint 'set to 0'\n%>",
  "set.html":
    '<frameset cols="50%,50%"><frame name="one" src="one.pih"><frame name="two" src="two.pih"></frameset>',
  "one.pih": update,
  "two.pih": update,
  "form.html": "<form method=post action=sent.pih><input name=title><button>Send</button></form>",
  "sent.pih": "<%\nsession = Session()\nsession.n = session.n + 1\nprint 'got', _title, session.n\n%>",
};

const held = "This request is held";
const isNew = "find the page";

/** Two frames that race, from the first page held to the last answer; the requests of both browsers wait so many `seconds`. */
export async function walkRace(driver, url, seconds) {
  const { shows, frameShows, click, fill, write, visit, press, lanesSay, pointInto, panelShows, turn } =
    stepsOf(driver);
  await driver.open(url);
  await shows("Qui êtes-vous ?");
  await write(site);
  await visit("start.pih");
  await shows("set to 0");
  await press("Race");
  await turn("Hold requests", "on");
  await visit("set.html");
  await shows(held);
  // Browser B waits for its first page as long as all this takes.
  await press("Open another browser");
  const [outer] = await lanesSay("/set.html", isNew);
  const run = (lane) => press(`Run ${requestOf(lane)} to the end`);
  await run(outer);
  await framesWait();

  // Back to before the frames were asked for, and there again.
  await press("Step back");
  await lanesSay(isNew, isNew);
  await shows("/set.html has reached the server");
  await run(outer);
  const lanes = await framesWait();
  const one = lanes.find((lane) => lane.includes("/one.pih"));
  const two = lanes.find((lane) => lane.includes("/two.pih"));

  // The keys of the page are heard in its frames.
  const saying = (lane, text) => lanes.map((other) => (other === lane ? text : ""));
  await pointInto("two");
  await driver.key("3");
  await lanesSay("", "", "start", isNew);
  await driver.key("ArrowLeft");
  await lanesSay("", "", isNew, isNew);

  for (const lane of [one, two]) {
    for (const next of ["open the session", "read n", "write n = 1"]) {
      await press(`Step ${requestOf(lane)} to next session operation`);
      await lanesSay(...saying(lane, next));
    }
  }
  await pause(seconds * 1000);
  for (const [lane, name] of [
    [one, "one"],
    [two, "two"],
  ]) {
    await frameShows(name, held);
    await run(lane);
    await frameShows(name, "now 1");
  }
  // The second answer is taken back: its frame waits again, the other keeps its page.
  await press("Step back");
  await frameShows("two", held);
  await frameShows("one", "now 1");
  await run(two);
  await frameShows("two", "now 1");

  // A form is sent once, however often its answer is taken back. Firefox sends none of a page that is not to be seen.
  await press("Browser A");
  await visit("form.html");
  await shows(held);
  await run(await lastLane(5));
  await shows("Send");
  await fill("title", "Sido");
  await click("button");
  await shows("/sent.pih has reached the server");
  const sent = await lastLane(6);
  await run(sent);
  await shows("got Sido 2");
  await press("Step back");
  await shows(held);
  await run(sent);
  await shows("got Sido 2");

  // A page that is loaded anew waits for nothing that it had asked for. Without the switch, all go on by themselves.
  await driver.reload();
  await shows(held);
  await press("Race");
  await panelShows("nobody is waiting any more");
  await turn("Hold requests", "off");
  await shows("Qui êtes-vous ?");

  async function lastLane(count) {
    const lanes = await lanesSay(...Array.from({ length: count - 1 }, () => ""), isNew);
    return lanes[count - 1];
  }

  async function framesWait() {
    await frameShows("one", held);
    await frameShows("two", held);
    return lanesSay("answered 200", isNew, isNew, isNew);
  }
}

/** `Request 7`, as the buttons of a lane name it. */
function requestOf(lane) {
  const [, number] = /^Request (\d+)/.exec(lane) ?? [];
  assert.ok(number, `a lane without a request: ${lane}`);
  return `request ${number}`;
}
