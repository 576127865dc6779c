/** Frames for tests: documents that say what they answer or wait for, in windows that note where they are sent. */
import { vi } from "vitest";

const workspace = "0123456789abcdef0123456789abcdef";

/** The address in the real browser of a page of browser A. */
export function previewOf(path: string): string {
  return `/~/${workspace}/A${path}`;
}

/** A document that `marker` marks ("answer 4", "waiting 4"), inside of `outer` or on its own. */
export function fakeDocument(marker: string, path: string, outer?: Document): Document {
  const replace = vi.fn();
  const view: Record<string, unknown> = {
    location: { href: `http://app.test${previewOf(path)}`, replace },
    length: 0,
  };
  const around = outer?.defaultView as Record<string, unknown> | null | undefined;
  view["parent"] = around ?? view;
  if (around) {
    around[Number(around["length"])] = view;
    around["length"] = Number(around["length"]) + 1;
  }
  return {
    contentType: "text/html",
    defaultView: view,
    firstChild: { nodeType: 8, nodeValue: `biscuiterie ${marker}` },
  } as unknown as Document;
}

/** Where the frame of `document` was sent. */
export function sentTo({ defaultView }: Document): unknown[] {
  return vi.mocked(defaultView?.location.replace ?? vi.fn()).mock.calls.flat();
}
