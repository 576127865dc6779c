/**
 * Damages valid programs at random and compares what our front says of each with what CPython 2.7 says: the kind of error, its
 * message, its line, its offset and the text it quotes. Even seeds are read as files, odd ones as strings.
 *
 *     PYTHON27=/path/to/python2.7 node scripts/run-ts.mjs scripts/python/random-damage.ts [HOW_MANY [FIRST_SEED]]
 *
 * The programs are the samples of `test/python`. Each seed picks one and deletes, inserts, swaps or doubles one to three tokens or
 * characters of it, or cuts off its end. A seed means the same
 * program as long as no sample is added or changed. A difference is printed with its seed; the exit status is 1 when fewer than 99.5 % agree.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, PyTuple, SourceError } from "../../src/python/index.ts";
import { syntaxError } from "../../src/python/machine/exceptions.ts";

const folder = "test/python";
const usualCount = 5000;
const requiredShare = 0.995;

/** What a compiler says of a text: null when it has no objection. */
type Verdict = [kind: string, message: unknown, line: unknown, offset: unknown, text: unknown] | null;

/** A program and how it is read. */
interface Damaged {
  text: string;
  isFile: boolean;
}

/** What CPython is asked to do; it reads the texts and writes the verdicts as JSON. */
const asker = `
import json, os, sys, tempfile, warnings
warnings.simplefilter('ignore')
path = tempfile.mkstemp()[1]
class Begun(Exception):
    pass
def stop(*event):
    raise Begun
def execute(text):
    with open(path, 'wb') as file:
        file.write(text)
    sys.settrace(stop)
    try:
        execfile(path, {})
    except Begun:
        pass
    finally:
        sys.settrace(None)
def verdict((text, isFile)):
    try:
        if isFile:
            execute(text.encode('latin-1'))
        else:
            compile(text.encode('latin-1'), '<text>', 'exec')
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.text]
    except Exception as error:
        return [type(error).__name__, str(error), None, None, None]
def plain(value):
    return value.decode('latin-1') if isinstance(value, str) else value
texts = json.load(sys.stdin)
json.dump([found and map(plain, found) for found in map(verdict, texts)], sys.stdout)
os.remove(path)
`;

/** Marsaglia's xorshift, 32 bits: whole numbers below a bound. */
function chance(seed: number): (bound: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}

/** Where tokens begin and end, roughly: damage need not know the grammar. */
const tokenPattern = /"""|'''|"[^"\n]*"|'[^'\n]*'|\w+|\n[ \t]*|[ \t]+|[^\s\w]/g;

const insertions = [
  ..."( ) [ ] { } : ; , . = == <> ` @ \\ # ' \" ''' * ** + ~ 0 08 1L 0x 1e u'\\N' $ ? !".split(" "),
  ..." if else elif for in while def class try except finally with as lambda return yield".split(" "),
  ..." del global exec print import from raise pass break continue not and or is None".split(" "),
  "\n",
  "\n  ",
  "\t",
  "  ",
];

/** The text that `seed` makes of one of `programs`. */
function damaged(seed: number, programs: readonly string[]): string {
  const next = chance(seed);
  next(2);
  let text = programs[next(programs.length)] ?? "";
  for (let count = 1 + (next(2) && next(3)); count > 0; count--) text = damagedOnce(text, next);
  return text;
}

function damagedOnce(program: string, next: (bound: number) => number): string {
  if (program === "") return program;
  const parts = next(3) === 0 ? [...program] : (program.match(tokenPattern) ?? []);
  const at = next(parts.length);
  const part = parts[at] ?? "";
  switch (next(6)) {
    case 0:
      parts.splice(at, 1);
      break;
    case 1:
      parts.splice(at, 0, ` ${insertions[next(insertions.length)]} `);
      break;
    case 2:
      parts.splice(at, 0, insertions[next(insertions.length)] ?? "");
      break;
    case 3:
      parts.splice(at, 0, part);
      break;
    case 4:
      if (next(3) === 0) parts.length = at;
      break;
    default: {
      const other = next(parts.length);
      parts[at] = parts[other] ?? "";
      parts[other] = part;
    }
  }
  return parts.join("");
}

function ours({ text, isFile }: Damaged): Verdict {
  try {
    compile(text, isFile ? "text.py" : "<text>", isFile ? "file" : "exec");
    return null;
  } catch (error) {
    if (!(error instanceof SourceError)) return ["our mistake", String(error), null, null, null];
    const { type, args } = syntaxError(error);
    const place = args[1] instanceof PyTuple ? args[1].items : [];
    const [, line = null, offset = null, quoted = null] = place;
    return [type.name, args[0] ?? null, line, offset, quoted];
  }
}

function theirs(python: string, programs: readonly Damaged[]): Verdict[] {
  const input = JSON.stringify(programs.map(({ text, isFile }) => [text, isFile]));
  const run = spawnSync(python, ["-c", asker], { input, maxBuffer: 2 ** 30, timeout: 60_000 });
  if (run.status !== 0) throw new Error(`Failed to ask ${python}: ${run.error ?? run.stderr}.`);
  return JSON.parse(run.stdout.toString());
}

/** Valid programs, as text of bytes. */
function readPrograms(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".py") && !/^(syntax|indentation)-/.test(name))
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .filter((text) => text.length < 6000 && !/[^\n -~]/.test(text))
    .filter((text) => ours({ text, isFile: false }) === null);
}

function main(): number {
  const { PYTHON27: python } = process.env;
  if (python === undefined) {
    console.error("Failed to compare: PYTHON27 is not set. Set it to the path of a CPython 2.7.");
    return 2;
  }
  const [count = usualCount, first = 1] = process.argv.slice(2).map(Number);
  const programs = readPrograms();
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const texts = seeds.map((seed) => ({ text: damaged(seed, programs), isFile: seed % 2 === 0 }));
  const expected = theirs(python, texts);
  let agreed = 0;
  let refused = 0;
  texts.forEach((text, index) => {
    const wanted = JSON.stringify(expected[index]);
    const found = JSON.stringify(ours(text));
    if (expected[index] !== null) refused++;
    if (wanted === found) agreed++;
    else console.log(`seed ${seeds[index]}:\n  CPython ${wanted}\n  ours    ${found}`);
  });
  console.log(`${count} damaged programs, ${refused} of them refused by CPython; ${agreed} agree`);
  return agreed < count * requiredShare ? 1 : 0;
}

process.exitCode = main();
