/**
 * Writes the tables behind `unicodedata.py` again, from what a real CPython 2.7 knows of the characters of Unicode 5.2:
 *
 *     PYTHON27=/path/to/python2.7 node scripts/run-ts.mjs scripts/python/unicode-tables.ts
 *
 * They are comments of modules without code, so that they are fetched like the library but never lie in a page's memory.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCPython } from "./cpython.ts";

/** Prints both files, one after the other. */
const program = `
import sys
import unicodedata as u
characters = [(c, ('\\\\U%08x' % c).decode('unicode-escape')) for c in range(0x110000)]

print '"""The names of characters (Unicode 5.2), for unicodedata.py, which reads the comments below.'
print
print 'A line is a name, of the character after that of the line above. Where such runs begin comes first: six digits of the first'
print 'character, and six of its place among the lines."""'
last = None
index, lines, length = [], [], 0
for c, text in characters:
    name = u.name(text, '')
    if name and not name.startswith(('CJK UNIFIED', 'HANGUL SYLLABLE ')):
        if last is None or last != c - 1:
            index.append('%06X%06X' % (c, length))
        lines.append('#%s\\n' % name)
        length += len(lines[-1])
        last = c
index.append('110000%06X' % length)
print '#index %d %s' % (len(index), ''.join(index))
sys.stdout.write(''.join(lines))
print '@@'

print '"""Properties of characters (Unicode 5.2), for unicodedata.py, which reads the comments below.'
print
print 'First the kinds: category, combining class, direction, mirrored, width. Then where a run of a kind begins: six digits and'
print 'the number of the kind in two. Then decompositions; then values as decimal, digit and number."""'
kinds, runs = [], []
for c, text in characters:
    kind = '%s,%d,%s,%d,%s' % (u.category(text), u.combining(text), u.bidirectional(text), u.mirrored(text), u.east_asian_width(text))
    if kind not in kinds:
        kinds.append(kind)
    if not runs or runs[-1][1] != kind:
        runs.append((c, kind))
print '#kinds ' + ' '.join(kinds)
print '#runs %d ' % len(runs) + ''.join('%06X%02X' % (c, kinds.index(kind)) for c, kind in runs)
for c, text in characters:
    if u.decomposition(text):
        print '#d%X %s' % (c, u.decomposition(text))
for c, text in characters:
    if u.numeric(text, None) is not None:
        print '#n%X %s %s %r' % (c, u.decimal(text, '-'), u.digit(text, '-'), u.numeric(text))
`;

const python = process.env["PYTHON27"];
if (python === undefined) throw new Error("Failed to write the tables: set PYTHON27 to a real python2.7.");
const folder = mkdtempSync(join(tmpdir(), "unicode-tables-"));
try {
  writeFileSync(join(folder, "tables.py"), program);
  const { out, err } = runCPython(python, folder, "tables.py");
  const [names, data] = out.toString("latin1").split("@@\n");
  if (names === undefined || data === undefined)
    throw new Error(`Failed to read the tables: ${err.toString("latin1")}`);
  writeFileSync("src/python/lib/_unicode_names.py", names);
  writeFileSync("src/python/lib/_unicode_data.py", data);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
