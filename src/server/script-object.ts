/** `THIS`: what a script can ask about itself. */
import { builtinType, PyList, PyObject, Table, type Value } from "../python/index.ts";
import { encodeText } from "./byte-strings.ts";
import type { Script } from "./task.ts";

export const scriptType = builtinType("Script");

/** The script as Karrigell describes it: `name`, `url`, `path`, `dirname`, `baseurl`, `subpath`, `parent`. */
export class ScriptObject extends PyObject {
  file: string;
  constructor(script: Script, parent: Value = null) {
    super(scriptType);
    this.file = script.file;
    this.attributes = new Table();
    const slash = script.file.lastIndexOf("/") + 1;
    const define = (name: string, value: Value): void => this.attributes?.set(name, name, value);
    define("name", encodeText(script.file.slice(slash)));
    define("url", encodeText(`/${script.file}`));
    define("path", encodeText(script.file));
    define("dirname", encodeText(script.file.slice(0, slash)));
    define("baseurl", encodeText(`/${script.file.slice(0, slash)}`));
    define("subpath", new PyList(script.subpath.map(encodeText)));
    define("parent", parent);
  }
}

scriptType.slots = { repr: (_vm, self: ScriptObject) => `<Script ${self.file}>` };
