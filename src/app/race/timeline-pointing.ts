/** What pointing at an event of the timeline lights, in the picture as in the list. */
import type { TraceEvent } from "../../trace/index.ts";
import type { AppModel } from "../app-model.ts";

/** Lights the request of `event` and the line that caused it. */
export function pointAt(inspector: AppModel["inspector"], { request, file, line }: TraceEvent): void {
  if (request === undefined) return;
  inspector.pointed.value = `request:${request}`;
  if (file !== undefined && line !== undefined) inspector.pointedLine.value = { file, line, request };
}

/** Nothing is pointed at any more. */
export function leave(inspector: AppModel["inspector"]): void {
  inspector.pointed.value = null;
  inspector.pointedLine.value = null;
}

/** Opens the file of `event` in the editor, if the site still has it. */
export function showLine({ files, layout }: AppModel, { file }: TraceEvent): void {
  if (file === undefined || !files.files.value.has(file)) return;
  files.active.value = file;
  layout.show("code");
}

/** The handlers of a row in the picture. Whoever uses no pointer has the list, where these are buttons. */
export function pointingAt(app: AppModel, event: TraceEvent) {
  return {
    onPointerEnter: () => pointAt(app.inspector, event),
    onPointerLeave: () => leave(app.inspector),
    onClick: () => showLine(app, event),
  };
}
