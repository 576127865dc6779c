/** One of the sides of `bench -- python`: MicroPython as WebAssembly. */
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

let printed = "";
const micropython = await loadMicroPython({
  heapsize: 256 * 1024 * 1024,
  linebuffer: true,
  stdout: (line) => {
    printed += `${line}\n`;
  },
});

export function run(source) {
  printed = "";
  micropython.runPython(source);
  return printed;
}
