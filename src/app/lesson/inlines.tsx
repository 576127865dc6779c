/** What stands in a line of a lesson's text. */
import type { ComponentChildren } from "preact";
import type { Inline } from "../../lessons/index.ts";
import { DoLink } from "./do-link.tsx";
import { PointLink } from "./point-link.tsx";

export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <InlineView key={index} inline={inline} />
      ))}
    </>
  );
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
