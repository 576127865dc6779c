/** One of the sides of `bench -- python`: Pyodide, which is CPython 3 as WebAssembly. */
import { loadPyodide } from "pyodide";

let printed = "";
const pyodide = await loadPyodide();
pyodide.setStdout({
  batched: (line) => {
    printed += `${line}\n`;
  },
});

export function run(source) {
  printed = "";
  const globals = pyodide.toPy({ __name__: "__main__" });
  pyodide.runPython(source, { globals });
  globals.destroy();
  return printed;
}
