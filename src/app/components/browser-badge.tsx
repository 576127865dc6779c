/** The mark of a simulated browser. */
import { useApp } from "../app-model.ts";
import { browserHue } from "../models/inspector.ts";
import "./badge.css";

/** The letter of a browser. */
export function BrowserBadge({ id }: { id: string }) {
  const words = useApp().preferences.words.value;
  return (
    <span class="badge is-browser" style={`--hue: ${browserHue(id)}`} title={words.browserTitle(id)}>
      {id}
    </span>
  );
}
