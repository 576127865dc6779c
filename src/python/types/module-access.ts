/**
 * Attributes of the site's own modules, as visible operations: what is in them is shared by all requests of a process.
 *
 * Only data counts. Functions, classes, modules and locks are found in a module and stay there; their reading is no news. What a
 * module imported with `from etat import n` is a name of the page's own.
 */
import { isLibraryFile } from "../library/manifest.ts";
import { PyClass, PyModule } from "../objects/builtin-objects.ts";
import { PyFunction } from "../objects/frame.ts";
import { PyLock } from "../objects/lock.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative } from "../objects/natives.ts";
import type { Access, Operation } from "../objects/slots.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";

/** What `access` to `module` would be: `module-read`, `module-write`, `module-delete`; undefined when nobody would notice. */
export function moduleOperation(vm: VM, module: PyModule, access: Access): Operation | undefined {
  if (access.kind === "call" || access.name.startsWith("__") || !isOfSite(module)) return undefined;
  const { kind, name } = access;
  const value = kind === "write" ? access.value : module.dict.get(name);
  // What its functions find in the built-in namespace (`True`, `len`) is none of its attributes.
  if (!isData(value) || (value === undefined && vm.interpreter.builtins.has(name))) return undefined;
  const operation = {
    kind: `module-${kind}`,
    object: `module:${module.name}`,
    name: `${module.name}.${name}`,
  };
  return kind === "write" ? { ...operation, value: vm.host.display?.(access.value) ?? "…" } : operation;
}

function isOfSite({ dict }: PyModule): boolean {
  const file = dict.get("__file__");
  return typeof file === "string" && !isLibraryFile(file);
}

function isData(value: Value | undefined): boolean {
  return !(
    value instanceof PyFunction ||
    value instanceof PyNative ||
    value instanceof PyType ||
    value instanceof PyClass ||
    value instanceof PyModule ||
    value instanceof PyLock
  );
}
