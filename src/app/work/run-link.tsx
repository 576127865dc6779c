/** A link that is opened while the page is at work: the same questions as at the start, above a page that goes on as it is. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-model.ts";
import { editions } from "./editions.ts";
import { clearFragment, isLink } from "./fragment.ts";
import { beginningOf, type Incoming, readLink } from "./incoming.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { openLesson } from "./open-lesson.ts";
import { beginWork } from "./open-work.ts";
import { placeOf } from "./place.ts";

/** Open as long as it is there. */
export function RunLink({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const incoming = useSignal<Incoming | null>(null);
  useEffect(() => {
    const read = async () => {
      const hash = location.hash;
      const found = isLink(hash) ? await readLink(hash, editions) : null;
      // Another may have come meanwhile.
      if (found === null || location.hash !== hash) return;
      if (found.kind !== "lesson") {
        incoming.value = found;
        return;
      }
      clearFragment();
      onClose();
      await openLesson(app, found.lesson);
    };
    const onHash = () => void read();
    onHash();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  const shown = incoming.value;
  if (shown === null || shown.kind === "lesson") return null;
  return (
    <LinkDialog
      shown={shown}
      source={{ kind: "link" }}
      preferences={app.preferences}
      onLeave={() => {
        clearFragment();
        onClose();
      }}
      onOpen={async () => {
        if (shown.kind !== "site") return { ok: true };
        await app.files.save();
        const place = placeOf(app);
        const begun = await beginWork(place, beginningOf(shown.site, "link"));
        if (!begun.ok) return begun;
        clearFragment();
        place.load();
        return begun;
      }}
    />
  );
}
