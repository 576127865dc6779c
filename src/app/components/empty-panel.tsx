/** What a panel shows while it has nothing to show. */
import { useApp } from "../app-model.ts";

/** An empty panel says what will appear and offers the first step. */
export function EmptyPanel({ text }: { text: string }) {
  const { browser, files, layout, preferences } = useApp();
  const words = preferences.words.value;
  const first = files.paths.value.find((path) => /^index\.\w+$/.test(path)) ?? files.paths.value[0];
  return (
    <div class="empty-state">
      <p>{text}</p>
      {first !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            layout.show("browser");
            browser.go(`/${first}`);
          }}
        >
          {words.openPage(first)}
        </button>
      )}
    </div>
  );
}
