/**
 * The frame of a simulated browser: an island whose pages Preact never touches.
 *
 * It is put in only when the probe has found the right `sandbox`, and its first page takes the place of the empty document, so that
 * the history starts there.
 */
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../app-model.ts";
import { handleKey } from "../keyboard.ts";
import type { BrowserModel } from "../models/browser.ts";
import { homePage } from "../models/home-page.ts";
import { createPreviewFrame } from "../models/preview-frame.ts";
import { wireLinks } from "./lazy-parts.ts";

export function PreviewIsland({ browser }: { browser: BrowserModel }) {
  const app = useApp();
  const words = app.preferences.words.value;
  const sandbox = app.sandbox.value;
  const element = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (sandbox === null || element.current === null) return;
    const frame = createPreviewFrame(element.current);
    const detach = browser.attach(frame);
    const wire = () => wireLinks(app, frame.documents());
    const stops = [
      effect(wire),
      frame.onUse(() => app.browsers.choose(browser.id)),
      frame.onKey((event) => handleKey(app, event)),
      frame.onChange((isDocument) => {
        // Another page, another story: the line that the last one cited is no longer marked.
        if (isDocument) app.inspector.visited.value = null;
        wire();
      }),
    ];
    browser.begin(homePage(app.files.pages.peek(), app.lesson.peek() !== null));
    return () => {
      for (const stop of stops) stop();
      detach();
    };
  }, [sandbox, browser, app]);
  if (sandbox === null) return <p class="preview-waiting">{words.serverStarting}</p>;
  return <iframe class="preview" ref={element} title={words.browserTitle(browser.id)} sandbox={sandbox} />;
}
