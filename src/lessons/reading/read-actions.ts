/**
 * Actions as authors write them: an object with one key, its kind, and below it a shorthand or an object; or the kind alone where there is nothing
 * to say. Each form here reads one kind.
 */
import * as v from "valibot";
import { type Configuration, optionNames, parseConfiguration, SERVER_INI } from "../../project/index.ts";
import type { Action } from "../actions.ts";
import { placeNames } from "../lesson.ts";
import { listNames, type Tell } from "./problems.ts";
import { readAs, type YamlFile } from "./yaml-file.ts";

type Path = readonly (string | number)[];
type Value = string | number | boolean;

const described = <Schema extends v.GenericSchema>(schema: Schema, text: string) =>
  v.pipe(schema, v.description(text));
const letter = v.pipe(v.string(), v.regex(/^[A-Z]$/, "Browsers are named by a letter: A, B, …"));
const url = v.pipe(v.string(), v.regex(/^\//, "Addresses begin with “/”: /index.html."));
const whole = (least: number) =>
  v.pipe(
    v.number(),
    v.integer("Write a whole number."),
    v.minValue(least, `Write a number from ${least} on.`),
  );
const browser = described(v.optional(letter, "A"), "Its letter. Missing: A.");
const onOff = v.pipe(
  v.union([v.boolean(), v.picklist(["on", "off"])]),
  v.transform((value) => value === true || value === "on"),
);
const place = v.picklist(placeNames, `Write a place: ${placeNames.join(", ")}.`);

interface Form {
  description: string;
  /** What stands below the kind, as an object. */
  schema: v.GenericSchema<unknown, unknown>;
  /** The field that a value alone stands for. */
  short?: string;
  read(value: unknown): Action;
}

/** A form whose action is its fields. */
function form<Entries extends v.ObjectEntries>(
  kind: Action["kind"],
  description: string,
  entries: Entries,
  make: (fields: v.InferOutput<v.StrictObjectSchema<Entries, undefined>>) => Action,
  short?: keyof Entries & string,
): [string, Form] {
  const schema = v.strictObject(entries);
  return [
    kind,
    {
      description,
      schema,
      ...(short !== undefined && { short }),
      read: (value) => make(v.parse(schema, value)),
    },
  ];
}

/** By kind, in the order of `actions.ts`. */
export const actionForms: ReadonlyMap<string, Form> = new Map([
  form(
    "visit",
    "Goes to an address, opening the browser if need be.",
    { path: described(url, "Where to, with its query."), browser },
    (fields) => ({ kind: "visit", ...fields }),
    "path",
  ),
  form(
    "submit",
    "Fills in the first form of the page that is shown, and sends it.",
    {
      fields: described(
        v.optional(v.record(v.string(), v.pipe(v.union([v.string(), v.number()]), v.transform(String))), {}),
        "Name of a field: what is typed. Hidden fields go along.",
      ),
      to: v.exactOptional(
        described(v.string(), "The form whose action has this path, where there are several."),
      ),
      browser,
    },
    (fields) => ({ kind: "submit", ...fields }),
  ),
  form(
    "follow",
    "Follows the first link of the page that leads to a path.",
    { to: described(url, "The path."), browser },
    (fields) => ({ kind: "follow", ...fields }),
    "to",
  ),
  form(
    "visit-frames",
    "Opens a page, and at once the pages of its frames.",
    {
      path: described(url, "The page."),
      frames: described(v.array(url), "The pages of its frames."),
      browser,
    },
    (fields) => ({ kind: "visit-frames", ...fields }),
  ),
  form("restart", "Restarts the server.", {}, () => ({ kind: "restart" })),
  form(
    "open-browser",
    "Opens a browser.",
    { browser: described(letter, "Its letter.") },
    (fields) => ({ kind: "open-browser", ...fields }),
    "browser",
  ),
  form(
    "close-browser",
    "Closes a browser.",
    { browser: described(letter, "Its letter.") },
    (fields) => ({ kind: "close-browser", ...fields }),
    "browser",
  ),
  form(
    "set-cookie",
    "Writes a cookie into a browser.",
    { name: described(v.string(), "Its name."), value: described(v.string(), "Its value."), browser },
    (fields) => ({ kind: "set-cookie", ...fields }),
  ),
  form(
    "delete-cookie",
    "Deletes cookies of a browser.",
    { name: v.exactOptional(described(v.string(), "Its name. Missing: all of them.")), browser },
    (fields) => ({ kind: "delete-cookie", ...fields }),
    "name",
  ),
  form(
    "copy-cookie",
    "Copies a cookie to another browser.",
    { name: described(v.string(), "Its name."), to: described(letter, "The other browser."), browser },
    (fields) => ({ kind: "copy-cookie", ...fields }),
  ),
  form(
    "crowd",
    "Sends a crowd of visitors, each with a session of its own.",
    { count: described(whole(1), "How many."), path: described(url, "The page they visit.") },
    (fields) => ({ kind: "crowd", ...fields }),
  ),
  form(
    "hold",
    "Holds requests from now on, or no longer.",
    { on: described(onOff, "on or off.") },
    (fields) => ({ kind: "hold", ...fields }),
    "on",
  ),
  form(
    "move",
    "Moves a held request.",
    {
      lane: described(whole(1), "Which, from 1."),
      length: described(v.picklist(["step", "operation", "end"]), "How far: `step`, `operation` or `end`."),
    },
    (fields) => ({ kind: "move", ...fields }),
  ),
  form("run-all", "Lets all held requests go.", {}, () => ({ kind: "run-all" })),
  form(
    "explore",
    "Tries all orders of pages that are asked for at once.",
    {
      pages: described(v.pipe(v.array(url), v.minLength(1, "Name at least one page.")), "The pages."),
      browser,
    },
    (fields) => ({ kind: "explore", ...fields }),
    "pages",
  ),
  form(
    "show",
    "Brings a part or a panel into sight.",
    { target: described(place, "A place that `point:` knows.") },
    (fields) => ({ kind: "show", ...fields }),
    "target",
  ),
  form(
    "open-file",
    "Opens a file in the editor.",
    { path: described(v.string(), "The file.") },
    (fields) => ({ kind: "open-file", ...fields }),
    "path",
  ),
  form(
    "solve",
    "Only in a walk: puts the solution in place. A walk without it has the solution from the start.",
    {},
    () => ({ kind: "solve" }),
  ),
]);

/** The description of `configure`, whose fields are the options of `server.ini`. */
export const configureDescription = "Changes options of the server: `configure: { server: multithread }`.";

/** Where actions stand. */
export interface ActionContext {
  file: YamlFile;
  tell: Tell;
  /** The paths of the site's files. */
  paths: readonly string[];
  /** Why `solve` cannot stand here; null where it can. */
  whyNoSolve: { message: string; remedy: string } | null;
}

/** One action or a list of them, which stand at `path` of the file. What is wrong is told and left out. */
export function readActions(value: unknown, path: Path, context: ActionContext): Action[] {
  if (!Array.isArray(value)) return readAction(value, path, context);
  return value.flatMap((item: unknown, index) => readAction(item, [...path, index], context));
}

function readAction(value: unknown, path: Path, context: ActionContext): Action[] {
  const { file, tell } = context;
  const line = file.lineOf(path);
  const [kind, below, ...more] =
    typeof value === "string" ? [value, null] : isObject(value) ? Object.entries(value).flat() : [];
  if (typeof kind !== "string" || more.length > 0) {
    tell(line, "An action is an object with one key.", "Write for instance “visit: /index.html”.");
    return [];
  }
  const inner = typeof value === "string" ? path : [...path, kind];
  if (kind === "configure") {
    const changes = readOptions(below, inner, file, tell);
    return changes === null ? [] : [{ kind, changes }];
  }
  const found = actionForms.get(kind);
  if (found === undefined) {
    const known = ["configure", ...actionForms.keys()];
    tell(line, `“${kind}” is not an action.`, `There are: ${listNames(known)}.`);
    return [];
  }
  const isShort = found.short !== undefined && below !== null && !isObject(below);
  const fields = isShort && found.short !== undefined ? { [found.short]: below } : (below ?? {});
  if (readAs(found.schema, fields, file, tell, inner) === null) return [];
  const action = found.read(fields);
  tellMisplaced(action, line, context);
  return [action];
}

/** A file that is not there, and `solve` where it means nothing. */
function tellMisplaced(action: Action, line: number, { tell, paths, whyNoSolve }: ActionContext): void {
  if (action.kind === "open-file" && !paths.includes(action.path))
    tell(line, `“${action.path}” is not in the site.`, `There are: ${listNames(paths)}.`);
  if (action.kind === "solve" && whyNoSolve !== null) tell(line, whyNoSolve.message, whyNoSolve.remedy);
}

/** Options of the server, read as `server.ini` reads them. Null where one is wrong, which is told. */
export function readOptions(
  value: unknown,
  path: Path,
  file: YamlFile,
  tell: Tell,
): Partial<Configuration> | null {
  const options = readAs(
    v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
    value,
    file,
    tell,
    path,
  );
  if (options === null) return null;
  const wrong = Object.entries(options).flatMap(([name, option]) => {
    const [error] = parseOption(name, option).errors;
    return error === undefined ? [] : [{ name, message: error.message }];
  });
  for (const { name, message } of wrong)
    tell(
      file.lineOf([...path, name]),
      `“${name}” cannot be set like this.`,
      `As in ${SERVER_INI}: ${message}`,
    );
  if (wrong.length > 0) return null;
  const named = optionNames.filter((name) => Object.hasOwn(options, name));
  return Object.fromEntries(
    named.map((name) => [name, parseOption(name, options[name] ?? "").configuration[name]]),
  );
}

function parseOption(name: string, value: Value): ReturnType<typeof parseConfiguration> {
  return parseConfiguration(`[server]\n${name.replace(/\n/g, " ")} = ${String(value).replace(/\n/g, " ")}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
