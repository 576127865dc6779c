/** `_files`: the host's disk, for `os.py`, `posixpath.py` and `sqlite3.py`. */
import { PyFloat, PyList, type PyModule, PyTuple } from "../objects/builtin-objects.ts";
import { errnoText, type Files } from "../objects/files.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { str } from "../operations/index.ts";
import { type FunctionBody, functions, type Signature, unpacked } from "../types/define.ts";
import { makeModule } from "./define.ts";

/** A function of paths; where the host has no disk, nothing is found. */
function onDisk(
  arity: number,
  f: (files: Files, path: string, ...more: Value[]) => Value,
): readonly [Signature, FunctionBody] {
  return [
    unpacked(arity),
    (vm: VM, path: Value, ...more: Value[]) =>
      f(vm.host.files ?? raiseWith("OSError", [2, errnoText(2), path]), str(vm, path), ...more),
  ];
}

const listOf = (v: Value | undefined): PyList =>
  v instanceof PyList ? v : raiseError("TypeError", "a list is required");

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
  strerror: [unpacked(1), (_vm, errno: Value) => errnoText(Number(errno))],
});

/** The module for one interpreter. */
export function makeFiles(): PyModule {
  return makeModule("_files", filesFunctions);
}
