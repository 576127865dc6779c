/** The door of the share room: a site as the fragment of an address, and as a zip. See `decisions/0010`. */
export { fingerprintOf } from "./fingerprint.ts";
export { decodeLink, encodeLink, UnshareableSite } from "./link.ts";
export type {
  DecodedLink,
  Edition,
  Editions,
  LinkProblem,
  SharedCookie,
  SharedJar,
  SharedRace,
  SharedSite,
} from "./shared-site.ts";
export { type Unzipped, unzipSite, type ZipProblem, zipSite } from "./zip.ts";
