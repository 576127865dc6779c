/** What a panel shows while it has nothing to show. */
import { useApp } from "../app-model.ts";

/** An empty panel says what will appear and offers the first step. */
export function EmptyPanel({ text }: { text: string }) {
  const { browsers, files, layout, preferences } = useApp();
  const words = preferences.words.value;
  const first = files.pages.value.find((path) => /^index\.\w+$/.test(path)) ?? files.pages.value[0];
  return (
    <div class="empty-state">
      <p>{text}</p>
      {first !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            layout.show("browser");
            browsers.current.value.go(`/${first}`);
          }}
        >
          {words.openPage(first)}
        </button>
      )}
    </div>
  );
}
