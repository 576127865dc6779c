/**
 * Where the held requests of a workspace are moved, taken back and looked at: all of it that the first page can do without. What
 * is held, and the moments to go back to, are in the workspace's holdings.
 */
import type { CommandBody, RaceView } from "../../protocol/index.ts";
import { updateWaiting } from "../../server/index.ts";
import type { RequestId } from "../../trace/index.ts";
import type { World } from "../world.ts";
import { viewRace } from "./lane-view.ts";
import { Mover, type MoverPlace } from "./mover.ts";
import { type AnswerPlace, noteCommand, stepBack } from "./step-back.ts";

/** What the desk needs of the workspace. */
export interface DeskPlace extends MoverPlace {
  /** Whoever waits for the answer to a request waits in vain. */
  neverAnswered(request: RequestId): void;
  /** These answers are to be taken out of their frames. */
  takenBack(answers: readonly AnswerPlace[]): void;
}

export class RaceDesk {
  readonly mover: Mover;
  readonly #place: DeskPlace;

  constructor(place: DeskPlace) {
    this.#place = place;
    this.mover = new Mover(place);
  }

  /** The world as it was before the last move; why not, or null. */
  stepBack(): string | null {
    const { holdings, environment, neverAnswered, takenBack } = this.#place;
    const back = stepBack(holdings);
    if (typeof back === "string") return back;
    this.mover.clear();
    const env = environment();
    env.emit({ kind: "stepped-back", to: back.to });
    // The locks may be others by now: the configuration is not taken back.
    updateWaiting(holdings.world.server, env);
    for (const request of back.gone) neverAnswered(request);
    takenBack(back.takenBack);
    return null;
  }

  /** After a command was done. `before` are the server's processes before it. */
  noteCommand(body: CommandBody, before: World["server"]["processes"]): void {
    noteCommand(this.#place.holdings, body, before);
  }

  /** The race, as far as it is real. */
  view(): RaceView {
    const { moving } = this.mover;
    return { ...viewRace(this.#place.holdings), ...(moving !== undefined && { moving }) };
  }
}
