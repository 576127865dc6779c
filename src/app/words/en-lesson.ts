/** The words of the Lesson part, in English; `fr-lesson.ts` has the same keys. Both come with the part. */

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const enLesson = {
  // The menu and the bar
  contents: "Lessons",
  choose: "Choose a lesson",
  lessonTitle: (number: number, title: string) => `${number}. ${title}`,
  shown: "shown now",
  unfold: "Unfold the lesson",
  couldNotLoad: "This lesson could not be loaded. Check the connection.",
  unknown: "This lesson is no longer in the course. Choose another one at the top of the page.",
  tryAgain: "Try again",

  // Goals and hints
  goals: "Goals",
  goalsMet: (met: number, all: number) => `${met} of ${plural(all, "goal", "goals")} met`,
  goalMet: (goal: string) => `Goal met: ${goal}`,
  allMet: "Every goal of this lesson is met.",
  isMet: "met",
  isNotMet: "not met yet",
  hints: "Hints",
  hint: (number: number) => `Hint ${number}`,
  showHint: (shown: number): string => (shown === 0 ? "Show a hint" : "Show another hint"),
  hintsLeft: (n: number) => `${n} left`,

  // Questions and quotes
  predict: "Predict first",
  answer: "This is my answer",
  right: "Right.",
  notQuite: "Not quite.",
  rightAnswer: "the right answer",
  yourAnswer: "your answer",
  quoteOf: (file: string, from: number, to: number) =>
    from === to ? `${file}, line ${from}` : `${file}, lines ${from} to ${to}`,
  showLines: "Show in the editor",

  // Steps
  running: "running…",
  stopStep: "Stop",
  stepFailed: "This step could not be done.",

  // Solution and reset
  showSolution: "Show the solution",
  solutionTitle: "The solution",
  solutionSays: "One way to meet the goals. This is what it changes in your files; you can undo it.",
  noDifference: "Your files are as in the solution.",
  apply: "Apply",
  cancel: "Cancel",
  close: "Close",
  fileAdded: "new file",
  fileRemoved: "removed",
  changes: (added: number, removed: number) => `${plural(added, "line", "lines")} added, ${removed} removed`,
  lineAdded: "added",
  lineRemoved: "removed",
  applied: "The solution is in place.",
  reset: "Reset",
  resetHint: "Begin this lesson again: its files, no cookies, no sessions",
  wasReset: "The lesson begins again: its files are back, cookies and sessions are gone.",
  undone: "It is as it was before.",
  templates: "Begin with another site",
  couldNotChange: "The site could not be changed.",
  undo: "Undo",

  // Going on
  previous: "Previous lesson",
  next: "Next lesson",
  lessons: "Lessons before and after",

  // Progress
  progress: "My progress",
  progressSays:
    "Kept in this browser only. A goal that you have met once stays here, even when you begin its lesson again.",
  progressOf: (met: number, all: number) =>
    `${met} of ${plural(all, "goal", "goals")}: ${tellShare(met, all)}`,
  finished: (n: number, all: number) => `${n} of ${plural(all, "lesson", "lessons")} finished`,
  noGoals: "no goals",
  isDone: "finished",
  name: "Your name, if your teacher wants to know whose file it is",
  export: "Export",
  exportHint: "A small file with lessons, goals and dates: for a teacher, or for another browser",
  forget: "Forget all",
  forgotten: "Your progress is forgotten.",
  metOn: (date: string) => `met on ${date}`,
};

/** A share in words. */
function tellShare(met: number, all: number): string {
  if (met === 0) return "nothing yet";
  if (met === all) return "everything";
  const percent = Math.max(1, Math.min(99, Math.round((100 * met) / all)));
  return percent === 50 ? "one half" : `${percent} percent`;
}

export type LessonWords = typeof enLesson;
