/**
 * The page that a browser opens by itself, in a site with these paths; null where the learner is to open the first one: a lesson that begins with a
 * script leaves it to its text when that runs.
 */
export function homePage(paths: readonly string[], isLesson: boolean): string | null {
  const first =
    paths.find((path) => /^index\.\w+$/.test(path)) ?? paths.find((path) => /\.(pih|html?|py)$/.test(path));
  if (first === undefined) return isLesson ? null : "/";
  return isLesson && !first.endsWith(".html") ? null : `/${first}`;
}
