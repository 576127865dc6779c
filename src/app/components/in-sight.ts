/** A row that is too long for its place scrolls sideways: what is chosen in it stays in sight, and nothing around the row moves. */

/** Scrolls `row` until its element `selector` is seen; nothing where there is neither. */
export function bringIntoSight(row: HTMLElement | null, selector: string): void {
  const chosen = row?.querySelector(selector)?.getBoundingClientRect();
  if (row === null || chosen === undefined) return;
  const seen = row.getBoundingClientRect();
  if (chosen.right > seen.right) row.scrollLeft += chosen.right - seen.right;
  if (chosen.left < seen.left) row.scrollLeft -= seen.left - chosen.left;
}
