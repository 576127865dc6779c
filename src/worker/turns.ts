/** Ways to let others have their turn. */

/**
 * Lets every message and event that is waiting be heard, and comes back as soon as they were. A message channel is not
 * throttled as timers are. Each breath has one of its own, because Node hears a thousand messages of a port before it looks at anything else.
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

/** What `promise` comes to, or null when that takes longer than `milliseconds`. No timer is left behind. */
export async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
