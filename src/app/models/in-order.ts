/**
 * Steps that each wait for something, and are yet taken in the order in which they were asked for.
 *
 * Ctrl+S writes the files and then reloads the page. Who goes to another address meanwhile, when the files are written already, must
 * not have that page taken away by the late reload.
 */

/** Takes `step` once `ready` has come and all steps asked for before are taken. Resolves then. */
export type Queue = (ready: Promise<unknown>, step: () => void) => Promise<void>;

/** A queue without steps. One that fails holds up nobody. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (ready, step) => {
    const taken = Promise.all([ready, last]).then(step);
    last = taken.catch(() => {});
    return taken;
  };
}
