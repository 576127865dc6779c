/**
 * The header fields that the simulated server sees. A worker may not read all that a browser sends (no `Host`, `Cookie`, `Referer`),
 * and should not show what this playground adds; so a short, honest list is made: what the real request says where it says it,
 * and what every browser says otherwise. The jar adds `Cookie`.
 */
import { parsePreviewUrl } from "../protocol/index.ts";
import type { Field } from "../server/index.ts";

const documentTypes = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/** The fields of `request`, whose body has `length` bytes, in the order browsers send them. */
export function requestFields(
  request: Request,
  length: number,
  { origin, base }: { origin: string; base: string },
): Field[] {
  const { headers } = request;
  const fields: Field[] = [
    ["Host", "localhost"],
    ["User-Agent", headers.get("user-agent") ?? globalThis.navigator?.userAgent ?? "Biscuiterie"],
    ["Accept", acceptOf(headers.get("accept"))],
    ["Accept-Language", languages(headers.get("accept-language"))],
  ];
  const type = headers.get("content-type");
  if (type !== null && request.method !== "GET" && request.method !== "HEAD") {
    fields.push(["Content-Type", type], ["Content-Length", String(length)]);
  }
  const referrer = simulatedReferrer(request.referrer, origin, base);
  if (referrer !== null) fields.push(["Referer", referrer]);
  const authorization = headers.get("authorization");
  if (authorization !== null) fields.push(["Authorization", authorization]);
  return fields;
}

function acceptOf(value: string | null): string {
  return value === null || value === "*/*" ? documentTypes : value;
}

function languages(value: string | null): string {
  if (value !== null && value !== "*") return value;
  const known = globalThis.navigator?.languages ?? ["en"];
  return known.slice(0, 4).map(withQuality).join(",");
}

/** The first language without a quality, then 0.9, 0.8, …, as browsers write them. */
function withQuality(language: string, rank: number): string {
  return rank === 0 ? language : `${language};q=${(1 - rank / 10).toFixed(1)}`;
}

/** The address of the page with the link, as the pages know it (RFC 9110 §10.1.3: without fragment); null for the app's own. */
function simulatedReferrer(referrer: string, origin: string, base: string): string | null {
  if (!referrer.startsWith(origin + base)) return null;
  return parsePreviewUrl(base, referrer)?.url.split("#")[0] ?? null;
}
