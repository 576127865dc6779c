/** The other side of `start`: Skulpt in its Python 2 mode. Its own two scripts have been run before this one. */
import { page } from "./start-page.ts";

/** The few names of Skulpt that a program needs; it comes without types. */
interface Skulpt {
  configure(options: object): void;
  importMainWithBody(name: string, dump: boolean, body: string, canSuspend: boolean): unknown;
  python2: unknown;
  builtinFiles: { files: Record<string, string> };
}

declare const Sk: Skulpt;

/** Runs the page and gives what it printed. */
export function run(): string {
  let printed = "";
  Sk.configure({
    output: (text: string) => {
      printed += text;
    },
    read: readBuiltin,
    __future__: Sk.python2,
  });
  Sk.importMainWithBody("<stdin>", false, page, false);
  return printed;
}

function readBuiltin(file: string): string {
  const text = Sk.builtinFiles.files[file];
  if (text === undefined) throw new Error(`File not found: '${file}'`);
  return text;
}
