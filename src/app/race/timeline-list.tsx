/** The diagram as a plain ordered list: for screen readers, for the keyboard, and for whoever likes to read. */
import { useState } from "preact/hooks";
import { useApp } from "../app-model.ts";
import { tellRow } from "./timeline-drawing.ts";
import type { TimelineLayout } from "./timeline-layout.ts";
import { leave, pointAt, showLine } from "./timeline-pointing.ts";
import type { TimelineWords } from "./timeline-words.ts";

/** The rows of `layout`, one sentence each; numbers in front are those of the marks that are told at this row. */
export function TimelineList({ layout, words }: { layout: TimelineLayout; words: TimelineWords }) {
  const app = useApp();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="timeline-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.asList}</summary>
      {isOpen && (
        <ol>
          {layout.rows.map((placed) => {
            const { event } = placed.row;
            const marks = placed.badges.filter(({ isLast }) => isLast).map(({ n }) => layout.marks[n - 1]);
            const point = () => pointAt(app.inspector, event);
            const end = () => leave(app.inspector);
            return (
              <li key={event.seq} onPointerEnter={point} onPointerLeave={end}>
                {tellRow(placed, layout.columns, words)}
                {event.file !== undefined && event.line !== undefined && (
                  <button
                    type="button"
                    class="link-button"
                    onFocus={point}
                    onBlur={end}
                    onClick={() => showLine(app, event)}
                  >
                    {words.lineLink(event.file, event.line)}
                  </button>
                )}
                {marks.map(
                  (mark) => mark !== undefined && <strong key={mark.kind}>{words.kinds[mark.kind]}</strong>,
                )}
              </li>
            );
          })}
        </ol>
      )}
    </details>
  );
}
