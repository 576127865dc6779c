/**
 * What a browser makes of a page, as far as walks of lessons need it: its frames, its links, and a form that is filled in and sent.
 *
 * In the app the real browser does this. Here tags are found with the worker's own scanner; pages run no script, so that what is written
 * is what there is.
 */
import { decodeText, encodeText } from "../../src/server/index.ts";
import { scanTags, type Tag } from "../../src/worker/html-tags.ts";

/** A document that a browser shows: where it is (the real address), its text, and those in its frames. */
export interface ShownPage {
  url: string;
  html: string;
  frames: ShownPage[];
}

/** What sending a form asks for. */
export interface Sending {
  url: string;
  method: "GET" | "POST";
  /** Of a POST. */
  body: URLSearchParams;
}

/** The page and those in its frames, outer ones first. */
export function documentsOf(page: ShownPage): ShownPage[] {
  return [page, ...page.frames.flatMap(documentsOf)];
}

/** The addresses of the frames of `page`. */
export function frameAddresses({ url, html }: ShownPage): string[] {
  return scanTags(encodeText(html))
    .filter(({ name }) => name === "frame" || name === "iframe")
    .flatMap((tag) => attributeOf(tag, "src") ?? [])
    .map((src) => new URL(src, url).href);
}

/** The address of the first link of `page` that leads to `path`; undefined where there is none. `pathOf` makes a path of a real address. */
export function findLink(
  { url, html }: ShownPage,
  isThere: (address: string) => boolean,
): string | undefined {
  return scanTags(encodeText(html))
    .filter(({ name }) => name === "a" || name === "area")
    .flatMap((tag) => attributeOf(tag, "href") ?? [])
    .map((href) => new URL(href, url).href)
    .find(isThere);
}

/** The first form of `page` whose action `isWanted`, filled in with `fields` and sent by its first button; undefined where there is none. */
export function fillForm(
  { url, html }: ShownPage,
  fields: Readonly<Record<string, string>>,
  isWanted: (address: string) => boolean,
): Sending | undefined {
  const source = encodeText(html);
  const tags = scanTags(source);
  const form = tags.find(
    (tag) => tag.name === "form" && isWanted(new URL(attributeOf(tag, "action") ?? url, url).href),
  );
  if (form === undefined) return undefined;
  const end = /<\/form\b/gi;
  end.lastIndex = form.end;
  const last = end.exec(source)?.index ?? source.length;
  const controls = tags.filter(({ start }) => start > form.start && start < last);
  const entries = entriesOf(controls, source, fields);
  const action = new URL(attributeOf(form, "action") ?? url, url);
  action.hash = "";
  const isPost = attributeOf(form, "method")?.toLowerCase() === "post";
  if (!isPost) action.search = entries.toString();
  return { url: action.href, method: isPost ? "POST" : "GET", body: entries };
}

function entriesOf(
  controls: readonly Tag[],
  source: string,
  fields: Readonly<Record<string, string>>,
): URLSearchParams {
  const entries = new URLSearchParams();
  const unused = new Set(Object.keys(fields));
  let isSent = false;
  for (const control of controls) {
    const name = attributeOf(control, "name");
    const type = attributeOf(control, "type")?.toLowerCase() ?? "";
    if (isButton(control, type)) {
      if (!isSent && name) entries.append(name, attributeOf(control, "value") ?? "");
      isSent = true;
      continue;
    }
    if (!name || attributeOf(control, "disabled") !== undefined) continue;
    const wanted = fields[name];
    const value = sentBy(control, type, { source, wanted, controls });
    if (value === undefined) continue;
    if (wanted !== undefined) unused.delete(name);
    entries.append(name, value);
  }
  if (unused.size > 0) throw new Error(`The form has no field to fill in with ${[...unused].join(", ")}.`);
  return entries;
}

function isButton({ name }: Tag, type: string): boolean {
  if (name === "input") return type === "submit" || type === "image";
  return name === "button" && (type === "" || type === "submit");
}

/** What a control sends; undefined if nothing. `wanted` is what the learner puts there. */
function sentBy(
  control: Tag,
  type: string,
  { source, wanted, controls }: { source: string; wanted: string | undefined; controls: readonly Tag[] },
): string | undefined {
  const value = attributeOf(control, "value");
  switch (control.name) {
    case "textarea":
      return wanted ?? textFrom(source, control.end);
    case "select": {
      const options = optionsOf(control, controls, source);
      if (wanted !== undefined && !options.some((option) => option.value === wanted))
        throw new Error(
          `The list has no “${wanted}”, only ${options.map((option) => option.value).join(", ")}.`,
        );
      return wanted ?? (options.find(({ isSelected }) => isSelected) ?? options[0])?.value;
    }
    case "input":
      if (type === "reset" || type === "button") return undefined;
      if (type === "hidden") return value ?? "";
      if (type !== "checkbox" && type !== "radio") return wanted ?? value ?? "";
      if (wanted !== undefined) return wanted === (value ?? "on") ? wanted : undefined;
      return attributeOf(control, "checked") === undefined ? undefined : (value ?? "on");
    default:
      return undefined;
  }
}

function optionsOf(select: Tag, controls: readonly Tag[], source: string) {
  const end = source.toLowerCase().indexOf("</select", select.end);
  return controls
    .filter(({ name, start }) => name === "option" && start > select.start && (end < 0 || start < end))
    .map((option) => ({
      value: attributeOf(option, "value") ?? textFrom(source, option.end).trim(),
      isSelected: attributeOf(option, "selected") !== undefined,
    }));
}

/** From `at` to the next tag. */
function textFrom(source: string, at: number): string {
  return decodeText(/[^<]*/.exec(source.slice(at))?.[0] ?? "");
}

function attributeOf(tag: Tag, name: string): string | undefined {
  const value = tag.attributes.find((attribute) => attribute.name === name)?.value;
  return value === undefined ? undefined : decodeText(value);
}
