/** The dialogs of this part, one at a time: which, says `app.workDialog`. */
import { useSignal } from "@preact/signals";
import { useApp } from "../app-model.ts";
import { beginningOf } from "./incoming.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { beginWork } from "./open-work.ts";
import { placeOf } from "./place.ts";
import { type ReadZip, readZip } from "./read-zip.ts";
import { RunLink } from "./run-link.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { WorksDialog } from "./works-dialog.tsx";

export function WorkDialogs() {
  const app = useApp();
  const zip = useSignal<{ name: string; read: ReadZip } | null>(null);
  const close = () => {
    app.workDialog.value = null;
    zip.value = null;
  };
  const shown = zip.value;
  if (shown !== null) return <ZipDialog name={shown.name} read={shown.read} onClose={close} />;
  switch (app.workDialog.value) {
    case "share":
      return <ShareDialog onClose={close} />;
    case "works":
      return (
        <WorksDialog
          onClose={close}
          onImport={(file) =>
            void readZip(file, app.preferences.language.peek()).then((read) => {
              zip.value = { name: file.name, read };
            })
          }
        />
      );
    case "link":
      return <RunLink onClose={close} />;
    case null:
      return null;
  }
}

function ZipDialog({ name, read, onClose }: { name: string; read: ReadZip; onClose: () => void }) {
  const app = useApp();
  return (
    <LinkDialog
      shown={read.kind === "site" ? read : { kind: "zip-problem", problem: read.problem }}
      source={{ kind: "zip", name }}
      preferences={app.preferences}
      onLeave={onClose}
      onOpen={async () => {
        if (read.kind !== "site") return { ok: true };
        await app.files.save();
        const place = placeOf(app);
        const title = name.replace(/\.zip$/i, "").slice(0, 80);
        const begun = await beginWork(place, beginningOf(read.site, "zip", title));
        if (begun.ok) place.load();
        return begun;
      }}
    />
  );
}
