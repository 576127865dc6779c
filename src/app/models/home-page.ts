/**
 * The page that a browser opens by itself, in a site with these paths; null where the learner is to open the first one: a lesson that does not
 * begin with a plain `index.html` leaves it to its text when scripts run.
 */
export function homePage(paths: readonly string[], isLesson: boolean): string | null {
  if (isLesson) return paths.includes("index.html") ? "/index.html" : null;
  const first =
    paths.find((path) => /^index\.\w+$/.test(path)) ?? paths.find((path) => /\.(pih|html?|py)$/.test(path));
  return `/${first ?? ""}`;
}
