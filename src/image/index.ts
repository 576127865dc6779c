/**
 * The image room: copies, fingerprints, writes and reads a graph of engine objects.
 *
 * What may be in such a graph is said once, in a catalogue; see `catalogue.ts`.
 */
export { Catalogue, type CatalogueParts, createCatalogue, type Shape } from "./catalogue.ts";
export { copy } from "./copy.ts";
export { difference } from "./difference.ts";
export { ImageError } from "./explanation.ts";
export { fingerprint } from "./fingerprint.ts";
export { type ReadResult, read } from "./read.ts";
export { write } from "./write.ts";
export { writeUnexplained } from "./write-unexplained.ts";
