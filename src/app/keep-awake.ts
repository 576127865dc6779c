/** The page's part in keeping a busy worker alive. */
import type { Connection } from "./connection.ts";

/**
 * Keeps the worker awake while `isBusy()`: the browser stops one that seems idle after some 30 s. Never while the page is
 * hidden, and never without a reason. Returns how to stop.
 */
export function keepAwake(connection: Connection, isBusy: () => boolean, period = 10_000): () => void {
  const ping = () => {
    if (isBusy() && document.visibilityState === "visible") connection.sendAndForget({ kind: "ping" });
  };
  const timer = setInterval(ping, period);
  document.addEventListener("visibilitychange", ping);
  addEventListener("pageshow", ping);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ping);
    removeEventListener("pageshow", ping);
  };
}
