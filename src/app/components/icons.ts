/** Icons of the lucide set, each the text of its drawing (see `vite.config.ts`), so that a part of the page brings only those that it shows. */

export { default as tabs } from "lucide-static/icons/app-window.svg?raw";
export { default as arrowLeft } from "lucide-static/icons/arrow-left.svg?raw";
export { default as arrowRight } from "lucide-static/icons/arrow-right.svg?raw";
export { default as chevron } from "lucide-static/icons/chevron-down.svg?raw";
export { default as failure } from "lucide-static/icons/circle-x.svg?raw";
export { default as code } from "lucide-static/icons/code-xml.svg?raw";
export { default as beside } from "lucide-static/icons/columns-2.svg?raw";
export { default as copy } from "lucide-static/icons/copy.svg?raw";
export { default as ellipsis } from "lucide-static/icons/ellipsis-vertical.svg?raw";
export { default as globe } from "lucide-static/icons/globe.svg?raw";
export { default as info } from "lucide-static/icons/info.svg?raw";
export { default as keyboard } from "lucide-static/icons/keyboard.svg?raw";
export { default as maximise } from "lucide-static/icons/maximize-2.svg?raw";
export { default as minimise } from "lucide-static/icons/minimize-2.svg?raw";
export { default as moon } from "lucide-static/icons/moon.svg?raw";
export { default as pencil } from "lucide-static/icons/pencil.svg?raw";
export { default as plus } from "lucide-static/icons/plus.svg?raw";
export { default as power } from "lucide-static/icons/power.svg?raw";
export { default as reload } from "lucide-static/icons/rotate-cw.svg?raw";
export { default as search } from "lucide-static/icons/scan-search.svg?raw";
export { default as stop } from "lucide-static/icons/square.svg?raw";
export { default as sun } from "lucide-static/icons/sun.svg?raw";
export { default as sunMoon } from "lucide-static/icons/sun-moon.svg?raw";
export { default as trash } from "lucide-static/icons/trash-2.svg?raw";
export { default as warning } from "lucide-static/icons/triangle-alert.svg?raw";
export { default as close } from "lucide-static/icons/x.svg?raw";
