/** What an object holds, piece by piece and always in the same order: the part that a fingerprint and an image have in common. */
import type { Plan, TypedArray } from "./catalogue.ts";
import { hasItsFields, Refusal } from "./refusal.ts";

/** Takes the pieces. */
export interface ContentSink {
  /** An item, an entry's key, an entry's value, a field, a property's value. */
  value(value: unknown): void;
  /** The name of a property of a plain object; its value follows. */
  key(name: string): void;
}

/** Hands everything in `object` to `sink`; the bytes of a typed array are no values. Throws a `Refusal` at what is not data. */
export function walkContents(object: object, plan: Plan, sink: ContentSink): void {
  switch (plan.kind) {
    case "instance":
      walkFields(object as Record<string, unknown>, plan, sink);
      return;
    case "array":
      for (const item of object as unknown[]) sink.value(item);
      return;
    case "map":
      for (const [key, value] of object as Map<unknown, unknown>) {
        sink.value(key);
        sink.value(value);
      }
      return;
    case "set":
      for (const item of object as Set<unknown>) sink.value(item);
      return;
    case "bytes":
      return;
    default:
      walkRecord(object as Record<string, unknown>, sink);
  }
}

/** @note `for…in` over the very object that is read is V8's fast path; see `copy.ts`. */
function walkFields(record: Record<string, unknown>, plan: Plan, sink: ContentSink): void {
  if (plan.fields.length !== plan.allFields.length) {
    walkSomeFields(record, plan, sink);
    return;
  }
  let at = 0;
  for (const field in record) {
    if (field !== plan.fields[at++]) throw new Refusal();
    sink.value(record[field]);
  }
  if (at !== plan.fields.length) throw new Refusal();
}

/** For classes with transient fields. */
function walkSomeFields(record: Record<string, unknown>, plan: Plan, sink: ContentSink): void {
  if (!hasItsFields(record, plan)) throw new Refusal();
  for (const field of plan.fields) sink.value(record[field]);
}

function walkRecord(record: Record<string, unknown>, sink: ContentSink): void {
  for (const key of Object.keys(record)) {
    sink.key(key);
    sink.value(record[key]);
  }
}

/** The number of items, entries or properties of a container. */
export function sizeOf(object: object, plan: Plan): number {
  if (plan.kind === "array") return (object as unknown[]).length;
  if (plan.kind === "map" || plan.kind === "set") return (object as Set<unknown>).size;
  return Object.keys(object).length;
}

/** The bytes a typed array shows, which may be part of a larger buffer. */
export function bytesOf(array: TypedArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
