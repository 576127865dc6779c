/** What a schema says of itself, in words: for the remedies of problems and for the tables of `tutorials/README.md`. */
import * as v from "valibot";

type Schema = v.GenericSchema;

/** The description of what stands at a path of a schema, with its type. */
export function describeAt(schema: Schema, path: readonly (string | number)[]): string {
  const found = schemaAt(schema, path);
  if (found === undefined) return "see tutorials/README.md.";
  const description = descriptionOf(found);
  return description === "" ? `${typeWords(found)}.` : `${description} (${typeWords(found)})`;
}

/** The keys that may stand in the object at a path. */
export function keysAt(schema: Schema, path: readonly (string | number)[]): string[] {
  const found = schemaAt(schema, path);
  return found === undefined ? [] : Object.keys(entriesOf(found) ?? {});
}

/** A row for each field of an object. */
export function fieldRows(
  schema: Schema,
): { name: string; type: string; optional: boolean; description: string }[] {
  return Object.entries(entriesOf(schema) ?? {}).map(([name, field]) => ({
    name,
    type: typeWords(field),
    optional: isOptional(field),
    description: descriptionOf(field),
  }));
}

/** The type of a value in an author's words. */
function typeWords(schema: Schema): string {
  const inner = unwrap(schema);
  switch (inner.type) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "true or false";
    case "unknown":
      return v.getTitle(inner) ?? "anything";
    case "picklist":
      return "options" in inner && Array.isArray(inner.options) ? inner.options.join(", ") : "text";
    case "array":
      return `list of ${itemWords(inner)}`;
    case "record":
      return `name → ${itemWords(inner)}`;
    case "strict_object":
      return `{ ${Object.keys(entriesOf(inner) ?? {}).join(", ")} }`;
    case "union":
      return "options" in inner && Array.isArray(inner.options)
        ? inner.options.map((option: Schema) => typeWords(option)).join(" or ")
        : "text";
    default:
      return inner.type;
  }
}

function itemWords(schema: Schema): string {
  const item = itemOf(schema);
  return item === undefined ? "values" : typeWords(item);
}

function schemaAt(schema: Schema, path: readonly (string | number)[]): Schema | undefined {
  let at: Schema | undefined = schema;
  for (const step of path) {
    if (at === undefined) return undefined;
    at = entriesOf(at)?.[step] ?? itemOf(at);
  }
  return at;
}

function entriesOf(schema: Schema): Record<string | number, Schema> | undefined {
  const inner = unwrap(schema);
  if ("options" in inner && Array.isArray(inner.options))
    return inner.options.map((option: Schema) => entriesOf(option)).find((entries) => entries !== undefined);
  return "entries" in inner ? (inner.entries as Record<string, Schema>) : undefined;
}

function itemOf(schema: Schema): Schema | undefined {
  const inner = unwrap(schema);
  if (inner.type === "array" && "item" in inner) return inner.item as Schema;
  return inner.type === "record" && "value" in inner ? (inner.value as Schema) : undefined;
}

/** Of the schema, or of what is optional in it. */
function descriptionOf(schema: Schema): string {
  return v.getDescription(schema) ?? v.getDescription(unwrap(schema)) ?? "";
}

function isOptional(schema: Schema): boolean {
  return schema.type === "exact_optional" || schema.type === "optional";
}

/** The schema inside of "optional". */
function unwrap(schema: Schema): Schema {
  return isOptional(schema) && "wrapped" in schema ? unwrap(schema.wrapped as Schema) : schema;
}
