/** Where a world holds something that is not data: a mistake of ours, for the console. What finds that out comes late. */
import { write } from "../image/index.ts";
import { type World, worldCatalogue } from "./world.ts";

/** Says in the console what of `world` cannot be stored, and where it is. */
export function explainRefusal(world: World): void {
  try {
    write(world, worldCatalogue());
  } catch (error) {
    console.error(error);
  }
}
