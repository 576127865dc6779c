/** Goes to another lesson: the newest work of it, or a new one. The page loads again. */
import type { AppModel } from "../app-model.ts";

/** A notice says it when that cannot be done. */
export async function openLesson(app: AppModel, id: string): Promise<void> {
  if (id === app.lesson.peek()) return app.layout.show("lesson");
  const work = await import("../work-part.ts").catch(() => null);
  if (work === null) app.notices.say(app.preferences.words.value.couldNotLoad, { tone: "trouble" });
  else await work.openLesson(app, id);
}
