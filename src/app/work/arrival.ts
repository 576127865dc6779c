/**
 * What a page is to know and do when it is loaded again: a note beside the id of the tab's workspace, read once.
 */

export interface Arrival {
  /** The lesson that stands beside it, so that its place is there from the first paint. */
  lesson?: string;
  /** The file that is open. */
  open?: string;
  /** A race came with the work and is ready to be replayed. */
  race?: true;
}

const noteOf = (tabKey: string) => `${tabKey} arrival`;

/** Leaves the note for the next load; `tabKey` is where the tab keeps its workspace. */
export function leaveArrival(storage: Pick<Storage, "setItem">, tabKey: string, arrival: Arrival): void {
  storage.setItem(noteOf(tabKey), JSON.stringify(arrival));
}

/** Leaves the note unless there is one: what was meant to come next comes first. */
export function leaveLast(
  storage: Pick<Storage, "getItem" | "setItem">,
  tabKey: string,
  arrival: Arrival,
): void {
  if (storage.getItem(noteOf(tabKey)) === null) leaveArrival(storage, tabKey, arrival);
}

/** Takes the note; empty when there is none, or none that can be read. */
export function takeArrival(storage: Pick<Storage, "getItem" | "removeItem">, tabKey: string): Arrival {
  const text = storage.getItem(noteOf(tabKey));
  if (text === null) return {};
  storage.removeItem(noteOf(tabKey));
  try {
    const { lesson, open, race }: Record<string, unknown> = JSON.parse(text) ?? {};
    return {
      ...(typeof lesson === "string" && { lesson }),
      ...(typeof open === "string" && { open }),
      ...(race === true && { race }),
    };
  } catch {
    return {};
  }
}
