/**
 * What an address with `?embed` asks for: `?embed&parts=code,browser&panel=race` shows these parts of the page only, and that panel of the inspector first.
 */
import { type InspectorTab, inspectorTabs } from "../models/inspector.ts";

/** In the order in which they stand. */
export const embedParts = ["lesson", "code", "browser", "inspector"] as const;
export type EmbedPart = (typeof embedParts)[number];

export interface EmbedOptions {
  /** At least one. */
  parts: readonly EmbedPart[];
  panel: InspectorTab | null;
}

/** Names that are not known are passed over; with none that is, all parts are shown. */
export function parseEmbed(search: string): EmbedOptions {
  const fields = new URLSearchParams(search);
  const wanted = fields.get("parts")?.split(",") ?? [];
  const parts = embedParts.filter((part) => wanted.includes(part));
  return {
    parts: parts.length === 0 ? embedParts : parts,
    panel: inspectorTabs.find((tab) => tab === fields.get("panel")) ?? null,
  };
}
