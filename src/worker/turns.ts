/** Ways to let others have their turn. */

/**
 * Lets every message and event that is waiting be heard, and comes back as soon as they were. A message channel is not
 * throttled as timers are.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Null, after `milliseconds`. */
export function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
