/** Times of the site's own clock, which begins when the site is first opened. */

/** Virtual milliseconds as minutes and seconds, and hours when there are some: `0:07`, `1:02:30`. */
export function siteTime(time: number): string {
  const seconds = Math.max(0, Math.floor(time / 1000));
  const two = (number: number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const start = hours > 0 ? `${hours}:${two(minutes % 60)}` : String(minutes);
  return `${start}:${two(seconds % 60)}`;
}
