/** What types do before the late part has come, and that nothing of the time before stays when it has. */
import { expect, test } from "vitest";
import { compile } from "../front/index.ts";
import { createModule } from "../machine/imports.ts";
import { createInterpreter, Machine } from "../machine/machine.ts";
import { formatException } from "../machine/traceback.ts";
import { Thread } from "../objects/frame.ts";
import { listType, objectType } from "../objects/type.ts";

const interpreter = createInterpreter();
const { dict } = createModule(interpreter, "__main__");

/** What `source` prints in the one interpreter of this file, and the last line of its traceback. */
function run(source: string): string {
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 });
  const thread = new Thread();
  machine.start(thread, compile(source, "p.py", "exec"), dict);
  const stop = machine.run(thread, { kind: "end" });
  const printed = thread.output.join("");
  if (stop.kind !== "raised") return printed;
  return printed + formatException(machine, stop.exception).trimEnd();
}

test("text, lists of text and errors are printed before the late part, and all types are whole after it", async () => {
  expect(run("a = ['a', \"it's\", '\\xe9']\nprint a, 'b'")).toBe(`['a', "it's", '\\xe9'] b\n`);
  expect(run("print missing")).toBe("NameError: name 'missing' is not defined");
  expect(run("None.x")).toContain("AttributeError");
  expect([listType.lookup("append"), objectType.lookup("__hash__")]).toEqual([undefined, undefined]);
  await import("../late.ts");
  expect(run("a.sort()\nprint a, len(a), 'b'.upper(), [1, 2] < [1, 3]")).toBe(
    `['a', "it's", '\\xe9'] 3 B True\n`,
  );
  expect(run("class C(list): pass\nprint C(['c']), hash(C) == hash(C), 'append' in dir(C)")).toBe(
    "['c'] True True\n",
  );
  expect(run("print repr(ValueError(1, 'a')), ValueError(1, 'a').args")).toBe(
    "ValueError(1, 'a') (1, 'a')\n",
  );
});
