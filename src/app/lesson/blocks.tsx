/** The text of a lesson, drawn from its typed pieces: nothing of it is ever read as HTML. */
import type { Block } from "../../lessons/index.ts";
import { Inlines } from "./inlines.tsx";
import { Prediction } from "./prediction.tsx";
import { Quote } from "./quote.tsx";

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={keyOf(block, index)} block={block} />
      ))}
    </>
  );
}

/** Questions and quotes have names of their own, so that they stay what they are in another language. */
function keyOf(block: Block, index: number): string {
  if (block.kind === "predict") return `predict ${block.id}`;
  return block.kind === "quote" ? `quote ${block.mark} ${index}` : `${block.kind} ${index}`;
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case "heading": {
      // The title of the lesson is the page's second level.
      const Heading = block.level === 2 ? "h3" : "h4";
      return (
        <Heading>
          <Inlines inlines={block.inlines} />
        </Heading>
      );
    }
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case "code":
      return (
        <pre class="lesson-code">
          <code>{block.text}</code>
        </pre>
      );
    case "aside":
      return (
        <div class="lesson-aside" role="note">
          <Blocks blocks={block.blocks} />
        </div>
      );
    case "quote":
      return <Quote mark={block.mark} text={block.text} />;
    case "predict":
      return <Prediction question={block} />;
  }
}
