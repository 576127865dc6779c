/** Saving the diagram: the colours of the theme of the moment, and the file. */
import type { Paint } from "./timeline-drawing.ts";
import type { Measure } from "./timeline-layout.ts";

/** How wide text of the timeline is, in the page's own font. */
export function createMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * 6.5;
  context.font = `12px ${fontOfPage()}`;
  return (text) => context.measureText(text).width;
}

/** The font family that the page is written in. */
export function fontOfPage(): string {
  return getComputedStyle(document.body).fontFamily;
}

/** What a paint is just now, as `#rrggbb`: programs that draw SVG know neither themes nor `oklch`. */
export function createColours(): (paint: Paint, hue: number | undefined) => string {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map<string, string>();
  return (paint, hue) => {
    const key = `${paint} ${hue}`;
    const colour = known.get(key) ?? readColour(paint, hue, context);
    known.set(key, colour);
    return colour;
  };
}

function readColour(paint: Paint, hue: number | undefined, context: CanvasRenderingContext2D | null): string {
  const probe = document.createElement("span");
  if (hue !== undefined) probe.style.setProperty("--hue", String(hue));
  probe.style.color = `var(--${paint})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  if (context === null) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Has the browser save `text` as the file `name`. */
export function saveSvg(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: Safari reads it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
