/** Keeps the place of the menu of lessons in the head of the page until it has come. */
import { useApp } from "../app-model.ts";

export function LessonsStandIn() {
  return <span class="lesson-menu-button">{useApp().preferences.words.value.lessons}</span>;
}
