/**
 * The functions of the engine that the pages of the example call, by their modules (in `src/python/`): the worker's own script has them, all others come
 * late (`split-late.ts`).
 *
 * A name too many makes each start a little slower; a name too few, and a page fails that is asked for before the late parts are there. So `first-page.test.ts` has the pages do
 * whatever a visitor can have them do, and tells of what is not here; those of `limits.ts`, and what an old-style class wants for the page of
 * `npm run bench -- start`, are here besides.
 */
const names = {
  "builtins/index.ts": "createBuiltins",
  "library/imported-names.ts": "collect importedNames",
  "library/manifest.ts": "isHiddenFile isLibraryFile requiredModules",
  "machine/arguments.ts": "bindArguments",
  "machine/calls.ts": "callNative callObject invoke",
  "machine/exceptions.ts": "endsLoop handle toRaised unwind",
  "machine/frames.ts": "currentLine ownFrame popFrame pushFrame",
  "machine/functions.ts": "enterFunction",
  "machine/imports.ts": "builtinModule createModule",
  "machine/instances.ts": "buildClass findMetaclass instantiateOld makeOldClass",
  "machine/instructions.ts": "findName leaveFrame makeFunction perform",
  "machine/limits.ts": "memoryReached outputReached stepsReached",
  "machine/loop.ts": "execute",
  "machine/machine.ts": "createInterpreter",
  "machine/operands.ts": "callOnStack collectCall giveDefaults isPlain",
  "machine/printing.ts":
    "printed printItem printNewline resolve setSoftspace standardOutput takeSoftspace wantsSpace write writeOut",
  "machine/traceback.ts":
    "formatEntry formatException formatSyntaxError formatTraceback limited messageOf qualifiedName quoter tracebackEntries",
  "machine/visible.ts": "forgetAnnounced",
  "modules/index.ts": "countModules registerModules",
  "objects/exception.ts": "derive exceptionType",
  "objects/natives.ts":
    "declareFunctions defineFunctions defineMethods findNative nativeImplementation registerNative registerNatives registerVisible",
  "objects/raise.ts": "makeException raiseError",
  "objects/slots.ts": "inheritSlots",
  "objects/type.ts": "builtinType giveFirstSlots",
  "operations/attributes.ts":
    "bind bindNative findAttribute findMethod genericAttribute genericSetAttribute getAttribute isDataDescriptor setAttribute",
  "operations/classes.ts": "lookupOld oldOrder",
  "operations/coding.ts": "isAscii",
  "operations/depth.ts": "deeper enter leave",
  "operations/text.ts": "repr str",
  "operations/type-of.ts": "typeOf unwrap",
  "shapes.ts": "blankCode blankFrame countNamed namedInType pythonNamed",
  "types/define.ts": "attributes between methods taking",
  "types/each-character.ts": "eachCharacter",
  "types/fill-later.ts": "fillLater",
  "types/first.ts": "baseStr reprItems reprList reprStr reprTuple",
  "types/old-attributes.ts": "attribute bindOld plainAttribute setInstanceAttribute",
  "types/recursion.ts": "guarded",
  "types/text-repr.ts": "bytesRepr escaped hex quoteFor",
};

/** Does a first page call `name`, a function of `module`, which is a path? */
export function isOfFirstPage(module: string, name: string): boolean {
  const own = (names as Record<string, string>)[module.replace("src/python/", "")];
  return own?.split(" ").includes(name) === true;
}
