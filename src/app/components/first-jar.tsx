/** What the *Cookies* tab shows while the panel is still on its way: the empty jar that a first visit has. */
import { useApp } from "../app-model.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { EmptyPanel } from "./empty-panel.tsx";

export function FirstJar() {
  const { workspace, preferences } = useApp();
  const words = preferences.words.value;
  const [{ id, cookies } = { id: "A", cookies: [] }] = workspace.state.value?.browsers ?? [];
  return (
    <section>
      <h2 class="panel-title">
        <BrowserBadge id={id} />
        {words.cookiesOf(id)}
      </h2>
      {cookies.length === 0 && <EmptyPanel text={words.cookiesEmpty} />}
    </section>
  );
}
