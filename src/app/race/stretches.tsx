/** Live requests that the server worked on at the same time: each such stretch can be run again on a copy, or explored. */
import type { StretchView } from "../../protocol/index.ts";
import { type OrdersWords, useOrdersWords } from "./orders-words.ts";
import { useOrders } from "./use-orders.ts";
import "./orders.css";

/** All that are kept, newest first; nothing where there are none. */
export function Stretches() {
  const { race } = useOrders();
  const words = useOrdersWords();
  const stretches = race.value.stretches;
  if (stretches.length === 0) return null;
  return (
    <div class="stretches">
      <h3 title={words.togetherHint}>{words.together}</h3>
      <ul>
        {stretches.toReversed().map((stretch) => (
          <Stretch key={stretch.id} stretch={stretch} />
        ))}
      </ul>
    </div>
  );
}

/** Replays one of them: beside its requests, wherever they are shown. */
export function ReplayThis({ stretch }: { stretch: StretchView }) {
  const model = useOrders();
  const words = useOrdersWords();
  return (
    <button
      type="button"
      class="button"
      aria-label={`${words.replayThis}: ${listRequests(stretch, words)}`}
      title={words.stretch(listRequests(stretch, words))}
      onClick={() => void model.replay({ kind: "stretch", stretch: stretch.id })}
    >
      {words.replayThis}
    </button>
  );
}

function listRequests({ requests }: StretchView, words: OrdersWords): string {
  return words.listOf(requests.map(({ request }) => String(request)));
}

function Stretch({ stretch }: { stretch: StretchView }) {
  const model = useOrders();
  const words = useOrdersWords();
  const list = listRequests(stretch, words);
  return (
    <li>
      <span class="stretch-name">{words.stretch(list)}</span>
      <ReplayThis stretch={stretch} />
      <button
        type="button"
        class="button"
        aria-label={`${words.exploreThese}: ${list}`}
        disabled={model.isRunning.value}
        onClick={() => void model.explore({ kind: "stretch", stretch: stretch.id })}
      >
        {words.exploreThese}
      </button>
    </li>
  );
}
