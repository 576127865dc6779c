/**
 * Pointing from the text at the page. While the pointer or the focus is on a link, what it names is lit; a click brings it into sight, whatever
 * hides it, and keeps it lit for a while.
 *
 * Controls say what they are by `data-place`, parts and tabs by their ids. What is lit has `data-pointed`, an attribute that no component draws,
 * so that none takes it away.
 */
import type { PlaceName, PointTarget } from "../../lessons/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { type InspectorTab, inspectorTabs } from "../models/inspector.ts";
import type { Part } from "../models/layout.ts";
import { findMark } from "./find-mark.ts";
import type { LessonModel } from "./lesson-model.ts";
import { lessonModelOf } from "./use-lesson.ts";
import "./pointing.css";

export interface Pointer {
  /** For the element that points. */
  handlers(target: PointTarget): {
    onPointerEnter: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
    onClick: (event: MouseEvent) => void;
  };
}

/** How long what was clicked at stays lit, in milliseconds. */
const stay = 3500;

const pointers = new WeakMap<AppModel, Pointer>();

export function usePointer(): Pointer {
  const app = useApp();
  const pointer = pointers.get(app) ?? createPointer(app, lessonModelOf(app));
  pointers.set(app, pointer);
  return pointer;
}

function createPointer(app: AppModel, model: LessonModel): Pointer {
  /** Until it rings, what was clicked at stays lit. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
    app.inspector.citedLines.value = null;
    for (const element of document.querySelectorAll("[data-pointed]"))
      element.removeAttribute("data-pointed");
  };
  const light = (target: PointTarget): readonly HTMLElement[] => {
    clear();
    if (target.kind === "mark") app.inspector.citedLines.value = markOf(app, model, target.name);
    const elements = target.kind === "place" ? elementsOf(target.name) : [];
    for (const element of elements) element.setAttribute("data-pointed", "");
    return elements;
  };
  const show = async (target: PointTarget, isByKeyboard: boolean) => {
    if (target.kind === "place") await reveal(app, target.name);
    else revealMark(app, model, target.name);
    await drawn();
    const elements = light(target);
    timer = setTimeout(clear, stay);
    elements[0]?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // Who does not see the light goes where it is.
    if (isByKeyboard) elements.find((element) => element.matches("button, input"))?.focus();
  };

  const leave = () => {
    if (timer === undefined) clear();
  };
  return {
    handlers: (target) => ({
      onPointerEnter: ({ pointerType }) => void (pointerType === "mouse" && light(target)),
      onPointerLeave: leave,
      onFocus: () => void light(target),
      onBlur: leave,
      onClick: ({ detail }) => void show(target, detail === 0),
    }),
  };
}

const parts: readonly Part[] = ["lesson", "code", "browser", "inspector"];

/** Where a control is, if not in the head of the page: the part, and the tab of the inspector. */
const homes: Partial<Record<PlaceName, Part | InspectorTab>> = {
  address: "browser",
  reload: "browser",
  back: "browser",
  "open-browser": "browser",
  hold: "race",
  explore: "race",
  crowd: "sessions",
  reset: "lesson",
  solution: "lesson",
};

/** What stands for a place now; where it is not seen yet, the way to it. */
function elementsOf(place: PlaceName): HTMLElement[] {
  if (parts.some((part) => part === place)) return seen(`#part-${place}`);
  if (inspectorTabs.some((tab) => tab === place))
    return seen(`#inspector-${place}, #inspector-panel[aria-labelledby=inspector-${place}]`);
  const [found] = seen(`[data-place="${place}"]`);
  if (found !== undefined) return [found];
  const home = homes[place];
  return home === undefined ? [] : elementsOf(home);
}

function seen(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.getClientRects().length > 0,
  );
}

/** Opens what hides a place. */
async function reveal(app: AppModel, place: PlaceName): Promise<void> {
  const home = homes[place] ?? place;
  const tab = inspectorTabs.find((name) => name === home);
  const part = parts.find((name) => name === home);
  if (part !== undefined) app.layout.show(part);
  if (tab === undefined) return;
  app.inspector.tab.value = tab;
  app.layout.show("inspector");
  if (home !== "race" || place === "race") return;
  const race = await import("../race-part.ts").catch(() => null);
  if (race !== null && place === "explore") race.raceModelOf(app).section.value = "orders";
}

function markOf(app: AppModel, { lesson, siteLanguage }: LessonModel, name: string) {
  const shown = lesson.value;
  return shown === null ? null : findMark(shown, siteLanguage.value, name, app.files.files.value);
}

function revealMark(app: AppModel, model: LessonModel, name: string): void {
  const mark = markOf(app, model, name);
  if (mark === null) return;
  app.files.active.value = mark.file;
  app.layout.show("code");
  const text = app.files.files.value.get(mark.file) ?? "";
  requestAnimationFrame(() => selectInPlainEditor(text, mark.from, mark.to));
}

/** On a phone, and until Monaco has come, the editor is a textarea, which can show lines only by selecting them. */
function selectInPlainEditor(text: string, from: number, to: number): void {
  const editor = document.querySelector<HTMLTextAreaElement>("textarea[data-focus=code]");
  if (editor === null) return;
  const ends = text.split("\n").map((line) => line.length + 1);
  const place = (lines: number) => ends.slice(0, lines).reduce((sum, length) => sum + length, 0);
  editor.focus();
  editor.setSelectionRange(place(from - 1), place(to) - 1);
  editor.scrollTop = (editor.scrollHeight * (from - 3)) / ends.length;
}

/** When what has just changed has been drawn. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
