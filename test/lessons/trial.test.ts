import { expect, test } from "vitest";
import { factKinds } from "../../src/lessons/index.ts";
import { openTrial, type Trial } from "./trial.ts";

const files = {
  "index.html":
    "<form action=in.pih method=post><input type=hidden name=id value=7><input name=nom></form><a href=n.pih>n</a>",
  "in.pih": "<% print _id, _nom %>",
  "n.pih":
    "<%\nsession = Session()\nif not hasattr(session, 'n'): session.n = 0\nsession.n = session.n + 1\nprint session.n\n%>",
  "frames.html": "<iframe src=n.pih></iframe><iframe src=n.pih?2></iframe>",
  "server.ini": "[server]\nserver = multithread\n",
};

test("browser A begins with the site's index, and so does every other", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "open-browser", browser: "B" });
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "C" });
  expect(await pages(trial)).toEqual(["A /index.html", "B /index.html", "C /n.pih"]);
});

test("a form is sent with its hidden fields, a link is followed", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "submit", fields: { nom: "Zoë" }, browser: "A" });
  expect(await lastPage(trial)).toMatchObject({ method: "POST", form: "id=7&nom=Zoë", text: "7 Zoë" });
  await trial.carryOut({ kind: "visit", path: "/index.html", browser: "A" });
  await trial.carryOut({ kind: "follow", to: "/n.pih", browser: "A" });
  expect(await lastPage(trial)).toMatchObject({ path: "/n.pih", text: "1" });
});

test("frames are asked for at once; where requests are held they wait, and their answers are shown in the end", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "A" });
  await trial.carryOut({ kind: "hold", on: true });
  await trial.carryOut({ kind: "visit-frames", path: "/frames.html", frames: ["/n.pih"], browser: "A" });
  expect((await trial.facts()).find(({ kind }) => kind === "race")?.fields).toMatchObject({
    lanes: 2,
    answered: 0,
  });
  // Left reads, right does it all, left writes.
  for (let moves = 0; moves < 4; moves++)
    await trial.carryOut({ kind: "move", lane: 1, length: "operation" });
  await trial.carryOut({ kind: "move", lane: 2, length: "end" });
  await trial.carryOut({ kind: "run-all" });
  const conflicts = (await trial.facts()).filter(({ kind }) => kind === "conflict");
  expect(conflicts.map(({ fields }) => fields["what"])).toContain("lost-update");
  expect((await pages(trial)).slice(-2)).toEqual(["A /n.pih", "A /n.pih"]);
});

test("orders are explored to their end", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "A" });
  await trial.carryOut({ kind: "explore", pages: ["/n.pih", "/n.pih"], browser: "A" });
  const explored = (await trial.facts()).find(({ kind }) => kind === "explored");
  expect(explored?.fields).toMatchObject({
    complete: true,
    requests: 2,
    paths: "/n.pih /n.pih",
    serialisable: false,
  });
});

test("a crowd comes and goes", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "crowd", count: 20, path: "/n.pih" });
  const crowd = (await trial.facts()).find(({ kind }) => kind === "crowd");
  expect(crowd?.fields).toMatchObject({ state: "done", done: 20, created: 20 });
});

test("cookies are written, copied and deleted", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "set-cookie", browser: "A", name: "x", value: "1" });
  await trial.carryOut({ kind: "set-cookie", browser: "A", name: "x", value: "2" });
  await trial.carryOut({ kind: "copy-cookie", browser: "A", name: "x", to: "B" });
  await trial.carryOut({ kind: "delete-cookie", browser: "A" });
  const cookies = (await trial.facts()).filter(({ kind }) => kind === "cookie-now");
  expect(cookies.map(({ fields }) => `${fields["browser"]} ${fields["name"]}=${fields["value"]}`)).toEqual([
    "B x=2",
  ]);
});

test("the solution takes the place of the whole site, and what was stored stays", async () => {
  const { "in.pih": _, ...rest } = files;
  const trial = await openTrial(files, { ...rest, "index.html": "mended" });
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "A" });
  await trial.carryOut({ kind: "solve" });
  await trial.carryOut({ kind: "visit", path: "/in.pih", browser: "A" });
  expect(await lastPage(trial)).toMatchObject({ status: 404 });
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "A" });
  expect(await lastPage(trial)).toMatchObject({ text: "2" });
});

test("what cannot be done is told", async () => {
  const trial = await openTrial(files);
  const refusal = (action: Parameters<Trial["carryOut"]>[0]) =>
    trial.carryOut(action).then(
      () => "done",
      (error: Error) => error.message,
    );
  expect(await refusal({ kind: "follow", to: "/nowhere.pih", browser: "A" })).toBe(
    "The page that browser A shows has no link to /nowhere.pih.",
  );
  expect(await refusal({ kind: "submit", fields: {}, to: "/x.pih", browser: "A" })).toBe(
    "The page that browser A shows has no form to /x.pih.",
  );
  expect(await refusal({ kind: "move", lane: 1, length: "step" })).toBe("There is no lane 1, only 0.");
  expect(await refusal({ kind: "open-file", path: "x.pih" })).toBe("There is no file x.pih.");
  expect(await refusal({ kind: "delete-cookie", browser: "A", name: "x" })).toBe(
    "Browser A has no cookie x.",
  );
  expect(
    await refusal({ kind: "visit-frames", path: "/frames.html", frames: ["/a.pih"], browser: "A" }),
  ).toBe("/frames.html has no frame /a.pih, only: /n.pih, /n.pih?2.");
  expect(await refusal({ kind: "close-browser", browser: "A" })).toContain("This is the only browser.");
});

test("every fact of a real site is described, with all its fields", async () => {
  const trial = await openTrial(files);
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "A" });
  await trial.carryOut({ kind: "configure", changes: { session_lock: "request", persistent_session: true } });
  await trial.carryOut({ kind: "visit", path: "/n.pih", browser: "B" });
  await trial.carryOut({ kind: "crowd", count: 2, path: "/n.pih" });
  await trial.carryOut({ kind: "explore", pages: ["/n.pih", "/n.pih"], browser: "B" });
  const facts = await trial.facts();
  expect(new Set(facts.map(({ kind }) => kind)).size).toBeGreaterThan(15);
  for (const { kind, fields } of facts)
    expect(Object.keys(factKinds[kind]?.fields ?? {}), kind).toEqual(
      expect.arrayContaining(Object.keys(fields)),
    );
});

async function pages(trial: Trial): Promise<string[]> {
  const facts = (await trial.facts()).filter(({ kind }) => kind === "page");
  return facts.map(({ fields }) => `${fields["browser"]} ${fields["path"]}`);
}

async function lastPage(trial: Trial) {
  return (await trial.facts()).findLast(({ kind }) => kind === "page")?.fields;
}
