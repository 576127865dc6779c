/** What stands in a line of a lesson's text. */
import type { ComponentChildren } from "preact";
import type { Inline } from "../../lessons/index.ts";
import { DoLink } from "./do-link.tsx";
import { PointLink } from "./point-link.tsx";

export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => {
        const signs = isButton(inline) ? signsOf(inlines[index + 1]) : "";
        if (signs === "") return <InlineView key={index} inline={withoutSigns(inline, inlines[index - 1])} />;
        return (
          <span key={index} class="with-signs">
            <InlineView inline={inline} />
            {signs}
          </span>
        );
      })}
    </>
  );
}

// Browsers break a line behind any button; a full stop or a comma does not begin one.

function isButton(inline: Inline | undefined): boolean {
  return inline?.kind === "point" || inline?.kind === "do";
}

/** The signs with which a text begins, the blank before them that holds them included. */
function signsOf(inline: Inline | undefined): string {
  return inline?.kind === "text" ? (/^[\u00a0\u202f]?[.,:;!?…)»”]+/u.exec(inline.text)?.[0] ?? "") : "";
}

/** What is left of a text when its signs stand with the button before it. */
function withoutSigns(inline: Inline, before: Inline | undefined): Inline {
  return inline.kind === "text" && isButton(before)
    ? { ...inline, text: inline.text.slice(signsOf(inline).length) }
    : inline;
}

function InlineView({ inline }: { inline: Inline }): ComponentChildren {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code>{inline.text}</code>;
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      );
    case "break":
      return <br />;
    case "link":
      return (
        <a href={inline.href} target="_blank" rel="noopener">
          <Inlines inlines={inline.inlines} />
        </a>
      );
    case "point":
      return (
        <PointLink target={inline.target}>
          <Inlines inlines={inline.inlines} />
        </PointLink>
      );
    case "do":
      return (
        <DoLink step={inline.step}>
          <Inlines inlines={inline.inlines} />
        </DoLink>
      );
  }
}
