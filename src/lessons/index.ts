/** The door of the lessons room: what a lesson is, and when its goals are met. Reading folders is for the build: `reading/`. */
export type { Action, BrowserLetter } from "./actions.ts";
export { checkGoal } from "./check-goals.ts";
export { type FactKind, factKinds } from "./fact-kinds.ts";
export { type FactState, readFacts } from "./facts.ts";
export type { Fact, FactPattern, FieldPattern, GoalCheck, GoalStep } from "./goals.ts";
export {
  type Block,
  type Course,
  type CoursePart,
  type Inline,
  type Lesson,
  type LessonLanguage,
  type LessonOutline,
  type LessonSite,
  type LessonText,
  type LessonTrial,
  lessonLanguages,
  type Mark,
  type PlaceName,
  type PointTarget,
  type Template,
} from "./lesson.ts";
