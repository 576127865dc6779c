/** `_files`: the host's disk, for `os.py`, `posixpath.py` and `sqlite3.py`. */

import { libraryFile } from "../library/manifest.ts";
import { PyDict, PyFloat, PyList, type PyModule, PyTuple } from "../objects/builtin-objects.ts";
import { errnoText, type Files } from "../objects/files.ts";
import type { VM } from "../objects/machine.ts";
import { registerVisible } from "../objects/natives.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import { str } from "../operations/index.ts";
import { type FunctionBody, functions, none, type Signature, unpacked } from "../types/define.ts";
import { onFile } from "../types/file.ts";
import { makeModule } from "./define.ts";

/** A function of paths; where the host has no disk, nothing is found. */
function onDisk(
  arity: number,
  f: (files: Files, path: string, ...more: Value[]) => Value,
): readonly [Signature, FunctionBody] {
  return [
    unpacked(arity),
    (vm: VM, path: Value, ...more: Value[]) => {
      const text = str(vm, path);
      vm.charge(20 + (text.length >> 2));
      vm.allocate(text.length);
      return f(vm.host.files ?? raiseWith("OSError", [2, errnoText(2), path]), text, ...more);
    },
  ];
}

const listOf = (v: Value | undefined): PyList =>
  v instanceof PyList ? v : raiseError("TypeError", "a list is required");

/** Files only, no folders: at once, so that nobody sees both names, or none. */
function rename(files: Files, old: string, given: Value = ""): Value {
  const found = files.look(old);
  const name = String(given);
  if (found?.kind !== "file") return 2;
  const errno = files.write(name, found.content);
  return errno !== 0 || files.absolute(old) === files.absolute(name) ? errno : files.remove(old, "file");
}

const filesFunctions = functions("_files", {
  absolute: onDisk(1, (files, path) => files.absolute(path)),
  // None; or (), of a folder; or (content, time of the last write)
  look: onDisk(1, (files, path) => {
    const state = files.look(path);
    if (state === undefined) return null;
    return new PyTuple(state.kind === "folder" ? [] : [state.content, new PyFloat(state.modified)]);
  }),
  // The others give an errno.
  write: onDisk(2, (files, path, content = "") => files.write(path, String(content))),
  remove: onDisk(2, (files, path, isFolder) => files.remove(path, isFolder === true ? "folder" : "file")),
  rename: onDisk(2, rename),
  mkdir: onDisk(1, (files, path) => files.makeFolder(path)),
  listdir: onDisk(1, (files, path) => {
    const names = files.list(path);
    return names === undefined ? null : new PyList(names);
  }),
  hold: onDisk(2, (files, path, owner) => files.hold(path, listOf(owner))),
  release: onDisk(2, (files, _path, owner) => {
    files.release(listOf(owner));
    return null;
  }),
  chdir: onDisk(1, (files, path) => files.enter?.(path) ?? 1),
  // The variables of the environment.
  environment: [
    none,
    ({ host }) => {
      const table = new Table();
      for (const [name, value] of Object.entries(host.environment ?? {})) table.set(name, name, value);
      return new PyDict(table);
    },
  ],
  // A number in [0, 1).
  random: [none, ({ host }) => new PyFloat(host.random())],
  strerror: [unpacked(1), (_vm, errno: Value) => errnoText(Number(errno))],
});

// What `os` and `os.path` do with the disk. `sqlite3` tells its own operations.
const operations: Readonly<Record<string, string>> = {
  look: "file-read",
  listdir: "file-read",
  write: "file-write",
  remove: "file-write",
  rename: "file-write",
  mkdir: "file-write",
};
for (const [name, kind] of Object.entries(operations))
  registerVisible(`_files.${name}`, (vm, [path]) =>
    isAskedBy(vm, "sqlite3") ? undefined : onFile(vm, kind, path),
  );

function isAskedBy(vm: VM, module: string): boolean {
  return vm.thread.frame?.code.filename === libraryFile(module);
}

/** The module for one interpreter. */
export function makeFiles(): PyModule {
  return makeModule("_files", filesFunctions);
}
