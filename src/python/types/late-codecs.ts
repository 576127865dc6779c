/** The codecs that are not among what a page needs at first: `hex`, `utf-16`, `unicode-escape`, `cp1252` … */
import { registerCodecs } from "./codecs.ts";
import { byteCodecs } from "./codecs-bytes.ts";
import { charmapCodec } from "./codecs-charmap.ts";
import { escapeCodecs } from "./codecs-escape.ts";
import { wideCodecs } from "./codecs-wide.ts";

registerCodecs(
  (plain) =>
    wideCodecs[plain] ??
    escapeCodecs[plain] ??
    byteCodecs[plain.replace(/codec$/, "")] ??
    charmapCodec(plain),
);
