/** What went wrong, a sentence per mark, under the picture that shows its number. */
import type { Mark, TraceEvent } from "../../trace/index.ts";
import type { TimelineWords } from "./timeline-words.ts";

/** More marks than this nobody reads one by one. */
const mostMarks = 50;

/** Without marks it says so, unless `isQuiet`. `onName` hears of the events that a sentence is about, while it is pointed at; `onShow` of one to scroll to. */
export function TimelineMarks({
  marks,
  words,
  isQuiet = false,
  onName,
  onShow,
}: {
  marks: readonly Mark[];
  words: TimelineWords;
  isQuiet?: boolean;
  onName: (events: readonly TraceEvent[]) => void;
  onShow: (event: TraceEvent) => void;
}) {
  const quiet = () => onName([]);
  return (
    <div class="timeline-marks" aria-live="polite">
      {marks.length === 0 && !isQuiet && <p>{words.noMarks}</p>}
      {marks.length > 0 && (
        <ol aria-label={words.marks}>
          {marks.slice(0, mostMarks).map((mark, at) => {
            const name = () => onName(Object.values(mark.events));
            return (
              <li key={`${mark.kind} ${mark.events.after.seq} ${at}`}>
                <button
                  type="button"
                  onPointerEnter={name}
                  onPointerLeave={quiet}
                  onFocus={name}
                  onBlur={quiet}
                  onClick={() => onShow(mark.events.after)}
                >
                  <span class="number" aria-hidden="true">
                    {at + 1}
                  </span>
                  <span>
                    <strong>{words.kinds[mark.kind]}</strong>
                    {words.colon}
                    {words.explain(mark)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {marks.length > mostMarks && <p>{words.moreMarks(marks.length - mostMarks)}</p>}
    </div>
  );
}
