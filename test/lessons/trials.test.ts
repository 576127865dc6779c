/**
 * Every lesson is tried out, in both languages and in every configuration that it names: at the start no goal is met; the walk without the
 * solution does not meet all of them, the walk with it does. What is met once stays met, as in the app.
 *
 * The walk without the solution leaves `solve` out, or begins with the site at the start where the walk has no `solve`; what cannot be
 * done then is left out too. A lesson that has nothing to solve is walked without its last action instead.
 */
import { describe, expect, test } from "vitest";
import { readTutorials } from "../../scripts/tutorials-folder.ts";
import {
  type Action,
  checkGoal,
  type Fact,
  type GoalCheck,
  type Lesson,
  type LessonLanguage,
  type LessonSite,
  type LessonTrial,
  lessonLanguages,
} from "../../src/lessons/index.ts";
import { type Configuration, editConfiguration, SERVER_INI } from "../../src/project/index.ts";
import { openTrial, type Trial } from "./trial.ts";

const patience = 120_000;

for (const { lesson, trial } of readTutorials().lessons)
  for (const language of lessonLanguages)
    for (const changes of trial.configurations) {
      const name = `${lesson.number}. ${lesson.id}, ${language}${Object.keys(changes).length === 0 ? "" : `, ${JSON.stringify(changes)}`}`;
      describe(name, () => {
        const setting = { lesson, trial, language, changes };
        if (lesson.checks.length === 0) {
          test("its site can be opened", () => walk(setting, { isSolved: false }), patience);
          return;
        }
        test(
          "without the solution not all goals are met, and none at the start",
          () => tryUnsolved(setting),
          patience,
        );
        test("with the solution all goals are met", () => trySolved(setting), patience);
      });
    }

interface Setting {
  lesson: Lesson;
  trial: LessonTrial;
  language: LessonLanguage;
  changes: Partial<Configuration>;
}

async function tryUnsolved(setting: Setting): Promise<void> {
  const { atStart, met } = await walk(setting, { isSolved: false });
  expect(atStart.join(", "), "goals that are met before anything was done").toBe("");
  if (met.length === setting.lesson.checks.length) expect.fail(toldAmiss(setting));
}

function toldAmiss({ lesson }: Setting): string {
  if (lesson.solution === null)
    return "All goals are met before the last action of the walk. End the walk with the action that meets the last goal.";
  return "All goals are met without the solution. Make one of them ask for what only the solution brings about.";
}

async function trySolved(setting: Setting): Promise<void> {
  const { met, facts } = await walk(setting, { isSolved: true });
  const unmet = setting.lesson.checks.filter(({ id }) => !met.includes(id));
  if (unmet.length > 0) expect.fail(unmet.map((check) => describeMiss(check, facts)).join("\n\n"));
}

/** The goals that are met at the start and in the end, in their order, and all facts of the way. */
async function walk(
  { lesson, trial, language, changes }: Setting,
  { isSolved }: { isSolved: boolean },
): Promise<{ atStart: string[]; met: string[]; facts: Fact[] }> {
  const start = configured(lesson.site[language], changes);
  const solution = lesson.solution === null ? null : configured(lesson.solution[language], changes);
  const solves = trial.walk.some(({ kind }) => kind === "solve");
  const running = await openTrial(isSolved && !solves && solution !== null ? solution : start, solution);
  const progress = createProgress(lesson.checks, running);
  await progress.look();
  const atStart = progress.met();
  for (const action of actionsOf(trial.walk, { isSolved, hasSolution: solution !== null })) {
    if (isSolved) await carryOut(running, action, trial.walk);
    else await running.carryOut(action).catch(() => {});
    await progress.look();
  }
  return { atStart, met: progress.met(), facts: progress.facts() };
}

function actionsOf(
  actions: readonly Action[],
  { isSolved, hasSolution }: { isSolved: boolean; hasSolution: boolean },
): readonly Action[] {
  if (isSolved) return actions;
  return hasSolution ? actions.filter(({ kind }) => kind !== "solve") : actions.slice(0, -1);
}

async function carryOut(running: Trial, action: Action, all: readonly Action[]): Promise<void> {
  try {
    await running.carryOut(action);
  } catch (error) {
    const place = `Action ${all.indexOf(action) + 1} of the walk, ${JSON.stringify(action)}`;
    throw new Error(`${place}, cannot be done: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function createProgress(checks: readonly GoalCheck[], running: Trial) {
  const met = new Set<string>();
  let facts: Fact[] = [];
  return {
    async look() {
      facts = await running.facts();
      for (const check of checks) if (checkGoal(check, facts)) met.add(check.id);
    },
    met: () => checks.map(({ id }) => id).filter((id) => met.has(id)),
    facts: () => facts,
  };
}

function configured(site: LessonSite, changes: Partial<Configuration>): LessonSite {
  return { ...site, [SERVER_INI]: editConfiguration(site[SERVER_INI] ?? "", changes) };
}

/** How far the goal came, and the last facts of the kind that was to come. */
function describeMiss(check: GoalCheck, facts: readonly Fact[]): string {
  const steps = check.steps.findIndex(
    (_, at) => !checkGoal({ ...check, steps: check.steps.slice(0, at + 1), after: [] }, facts),
  );
  const missing = check.steps[steps];
  if (missing === undefined) return `The goal “${check.id}” was met, but what must not come came afterwards.`;
  const { kind, fields } = missing.fact;
  const near = facts.filter((fact) => fact.kind === kind).slice(-5);
  const shown = near.map((fact) => {
    const named = Object.keys(fields).map((field) => [field, short(fact.fields[field])]);
    return `  ${fact.seq}: ${JSON.stringify(Object.fromEntries(named))}`;
  });
  return [
    `The goal “${check.id}” came to its pattern ${steps + 1}, ${kind} ${JSON.stringify(fields)}.`,
    near.length === 0 ? "There is no such fact." : "The last facts of this kind:",
    ...shown,
  ].join("\n");
}

function short(value: unknown): unknown {
  return typeof value === "string" && value.length > 120 ? `${value.slice(0, 120)}…` : (value ?? null);
}
