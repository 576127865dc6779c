/** At the end of a part's bar: fold the part to its bar, or give it the whole page; and back. A phone shows one part at a time anyway. */
import { useApp } from "../app-model.ts";
import type { Part } from "../models/layout.ts";
import { IconButton } from "./icon.tsx";
import { chevron, maximise, minimise } from "./icons.ts";

export function PartButtons({ part, name }: { part: Part; name: string }) {
  const { layout, preferences } = useApp();
  const words = preferences.words.value;
  const isMaximised = layout.maximised.value === part;
  const isFolded = layout.folded.value.has(part);
  return (
    <span class={`part-buttons ${isFolded ? "is-folded" : ""}`}>
      {!isMaximised && (
        <IconButton
          class="fold"
          icon={chevron}
          label={isFolded ? words.unfold(name) : words.fold(name)}
          onClick={() => layout.toggleFolded(part)}
        />
      )}
      <IconButton
        icon={isMaximised ? minimise : maximise}
        label={isMaximised ? words.restoreParts : words.maximise(name)}
        onClick={() => layout.toggleMaximised(part)}
      />
    </span>
  );
}
