/**
 * UTF-8 bytes to text, for unicode literals. Runs of bytes above ASCII are decoded one by one and error positions count
 * within such a run, as in CPython's `decode_utf8` (`Python/ast.c`).
 */

/**
 * Decodes a byte string.
 *
 * @param fail called with the end of CPython's message ("can't decode byte 0xe9 in position 0: …"); must throw.
 */
export function decodeUtf8(bytes: string, fail: (message: string) => never): string {
  return bytes.replace(/[\x80-\xff]+/g, (run) => decodeRun(run, fail));
}

function decodeRun(run: string, fail: (message: string) => never): string {
  let text = "";
  for (let at = 0; at < run.length; ) {
    const lead = run.charCodeAt(at);
    const length = sequenceLength(lead);
    if (length === 0) return fail(problem(run, at, 1, "invalid start byte"));
    let code = lead & (0xff >> (length + 1));
    for (let next = 1; next < length; next++) {
      if (at + next >= run.length) return fail(problem(run, at, next, "unexpected end of data"));
      const byte = run.charCodeAt(at + next);
      if (!isContinuation(lead, byte, next)) return fail(problem(run, at, next, "invalid continuation byte"));
      code = (code << 6) | (byte & 0x3f);
    }
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** The second byte's range also keeps out overlong forms and code points past U+10FFFF. Python 2 allows surrogates. */
function isContinuation(lead: number, byte: number, index: number): boolean {
  if (byte < 0x80 || byte > 0xbf) return false;
  if (index > 1) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}

function problem(run: string, at: number, length: number, reason: string): string {
  if (length > 1) return `can't decode bytes in position ${at}-${at + length - 1}: ${reason}`;
  return `can't decode byte 0x${run.charCodeAt(at).toString(16)} in position ${at}: ${reason}`;
}
