/** The page as `open-work.ts` needs it. */
import { buildId } from "virtual:worker-url";
import type { Sandbox } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import { createConnection, createWorkerWire } from "../connection.ts";
import { workspaceKey } from "../workspace-id.ts";
import { leaveArrival } from "./arrival.ts";
import type { WorkPlace } from "./open-work.ts";

/** Of a page whose tab keeps its workspace under `key`; `sandbox` waits until the server is there. */
export function createPlace(sandbox: () => Promise<Sandbox | null>, key = workspaceKey): WorkPlace {
  let registration: ServiceWorkerRegistration | null = null;
  const wire = createWorkerWire(() => registration);
  return {
    sandbox,
    async connect(workspace) {
      registration = await navigator.serviceWorker.ready;
      return createConnection(wire, { workspace, buildId });
    },
    remember(workspace, arrival) {
      sessionStorage.setItem(key, workspace);
      leaveArrival(sessionStorage, key, arrival);
    },
    load: () => location.reload(),
  };
}

/** Of a page that is at work, or about to be. */
export const placeOf = ({ sandbox }: Pick<AppModel, "sandbox">): WorkPlace =>
  createPlace(
    () =>
      new Promise((resolve) => {
        const stop = sandbox.subscribe((found) => {
          // Not before `stop` is there: a signal tells its value at once.
          if (found !== null) queueMicrotask(() => [stop(), resolve(found)]);
        });
      }),
  );
