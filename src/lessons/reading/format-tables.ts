/**
 * The tables of `tutorials/README.md`, made of the schemas and the vocabulary of goals, so that what authors read is what is checked.
 * In the file each stands between `<!-- table: name -->` and `<!-- end -->`.
 */
import type * as v from "valibot";
import { factKinds } from "../fact-kinds.ts";
import { placeNames } from "../lesson.ts";
import { actionForms, configureDescription } from "./read-actions.ts";
import { fieldForms } from "./read-goals.ts";
import { frontSchema, lessonSchema, markSchema, partSchema, templateSchema } from "./schema.ts";
import { fieldRows } from "./schema-words.ts";

/** By name, as Markdown. */
export const formatTables: Readonly<Record<string, string>> = {
  "part.yaml": schemaTable(partSchema),
  "lesson.yaml": schemaTable(lessonSchema),
  mark: schemaTable(markSchema),
  template: schemaTable(templateSchema),
  "front matter": schemaTable(frontSchema),
  actions: actionTable(),
  "field patterns": table(
    ["pattern", "fits"],
    Object.entries(fieldForms).map(([name, { description }]) => [`\`{ ${name}: … }\``, description]),
  ),
  places: placeNames.map((name) => `\`${name}\``).join(", "),
  "common fields": commonTable(),
  "facts: what happened": factTable(false),
  "facts: what is so now": factTable(true),
};

/** A text with its tables as they are now. A table of another name is left as it is. */
export function withTables(text: string): string {
  return text.replace(
    /(<!-- table: (.+?) -->\n).*?(<!-- end -->)/gs,
    (whole, open: string, name: string, close: string) =>
      Object.hasOwn(formatTables, name) ? `${open}\n${formatTables[name]}\n\n${close}` : whole,
  );
}

/** The names of the tables that a text has. */
export function tablesIn(text: string): string[] {
  return [...text.matchAll(/<!-- table: (.+?) -->/g)].map(([, name = ""]) => name);
}

function schemaTable(schema: v.GenericSchema): string {
  const rows = fieldRows(schema).map(({ name, type, optional, description }) => [
    `\`${name}\`${optional ? "" : " (always)"}`,
    type,
    description,
  ]);
  return table(["key", "value", "what it is"], rows);
}

function actionTable(): string {
  const rows = [...actionForms].map(([kind, { schema, short, description }]) => {
    const fields = fieldRows(schema).map(
      ({ name, optional, description: about }) => `\`${name}\`${optional ? " (optional)" : ""}: ${about}`,
    );
    const shorthand =
      short === undefined ? (fields.length === 0 ? `\`${kind}\`` : "–") : `\`${kind}: …\` is \`${short}\``;
    return [`\`${kind}\``, description, fields.join(" ") || "–", shorthand];
  });
  const configure = ["`configure`", configureDescription, "The options of `server.ini`.", "–"];
  return table(["action", "what it does", "fields", "shorthand"], [configure, ...rows]);
}

/** Fields that every event has if it has them at all. */
function commonFields(): [string, string][] {
  const events = Object.values(factKinds).filter(({ isNow }) => !isNow);
  const [first] = events;
  return Object.entries(first?.fields ?? {}).filter(
    ([name, about]) => events.filter(({ fields }) => fields[name] === about).length > events.length / 2,
  );
}

function commonTable(): string {
  return table(
    ["field", "what it says"],
    commonFields().map(([name, about]) => [`\`${name}\``, about]),
  );
}

function factTable(isNow: boolean): string {
  const common = new Map(isNow ? [] : commonFields());
  const kinds = Object.entries(factKinds).filter(([, kind]) => kind.isNow === isNow);
  const rows = kinds.map(([kind, { about, fields }]) => {
    const own = Object.entries(fields).filter(([name, words]) => common.get(name) !== words);
    return [`\`${kind}\``, about, own.map(([name, words]) => `\`${name}\`: ${words}`).join(" ") || "–"];
  });
  return table(["fact", "what it says", "fields"], rows);
}

/** In columns of equal width, as editors format them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\|/g, "\\|")));
  const lines = cells.map((row) => `| ${row.join(" | ")} |`);
  return [lines[0], `| ${head.map(() => "---").join(" | ")} |`, ...lines.slice(1)].join("\n");
}
