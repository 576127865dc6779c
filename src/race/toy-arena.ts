/**
 * A toy to race in this room's tests: lanes that read and write numbered cells, take locks, and go two ways.
 *
 *     ["r0", "w0"]     reads cell 0, writes one more into it: two such lanes make the classic lost update
 *     ["+1"]           adds one to cell 1 at once
 *     ["l0", "u0"]     takes lock 0, gives it back
 *     ["?0", …]        leaves out the operation after it when cell 0 is odd
 *     ["v0", "s0"]     reads cell 0, and writes one more if nobody has written it since; else the lane is refused
 */
import type { Arena, Lane, Outcome } from "./arena.ts";

/** What every lane does. */
export type Program = readonly (readonly string[])[];

export interface ToyWorld {
  /** How far each lane is. */
  places: number[];
  /** What each lane has read. */
  read: number[];
  cells: number[];
  /** How often each cell was written. */
  versions: number[];
  /** Which lane has each lock, or -1. */
  locks: number[];
  refused: Lane[];
  withdrawn: Lane[];
}

export interface ToyOutcome extends Outcome {
  cells: number[];
}

/** The arena of `program`, and its world at the beginning. Without `commuting`, it never knows what commutes. */
export function createToy(
  program: Program,
  { commuting = true } = {},
): { arena: Arena<ToyWorld, ToyOutcome>; world: ToyWorld } {
  const toy = new ToyArena(program);
  const { movable, unfinished, move, copy, fingerprint, outcome, withdraw, commute } = toy;
  const basic = { movable, unfinished, move, copy, fingerprint, outcome, withdraw };
  return { arena: commuting ? { ...basic, commute } : basic, world: startOf(program) };
}

function startOf(program: Program): ToyWorld {
  const cells = new Array<number>(10).fill(0);
  const lanes = program.map(() => 0);
  return {
    places: [...lanes],
    read: [...lanes],
    cells,
    versions: [...cells],
    locks: cells.map(() => -1),
    refused: [],
    withdrawn: [],
  };
}

class ToyArena implements Arena<ToyWorld, ToyOutcome> {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  movable = (world: ToyWorld): Lane[] =>
    this.unfinished(world).filter((lane) => {
      const { kind, target } = this.#next(world, lane);
      return kind !== "l" || world.locks[target] === -1;
    });

  unfinished = (world: ToyWorld): Lane[] =>
    this.#program.flatMap((operations, lane) =>
      world.withdrawn.includes(lane) || (world.places[lane] ?? 0) >= operations.length ? [] : [lane],
    );

  move = (world: ToyWorld, lane: Lane): void => {
    const { kind, target } = this.#next(world, lane);
    const length = this.#program[lane]?.length ?? 0;
    const cell = world.cells[target] ?? 0;
    world.places[lane] = (world.places[lane] ?? 0) + 1;
    if (kind === "r") world.read[lane] = cell;
    else if (kind === "w") write(world, target, (world.read[lane] ?? 0) + 1);
    else if (kind === "+") write(world, target, cell + 1);
    else if (kind === "l") world.locks[target] = lane;
    else if (kind === "u") world.locks[target] = -1;
    else if (kind === "?") world.places[lane] = Math.min(length, (world.places[lane] ?? 0) + (cell % 2));
    else if (kind === "v") world.read[lane] = world.versions[target] ?? 0;
    else if (kind === "s" && world.versions[target] === world.read[lane]) write(world, target, cell + 1);
    else if (kind === "s") {
      world.refused = [...world.refused, lane].sort();
      world.places[lane] = length;
    }
  };

  copy = (world: ToyWorld): ToyWorld => structuredClone(world);

  fingerprint = (world: ToyWorld): string => JSON.stringify(world);

  outcome = (world: ToyWorld): ToyOutcome => {
    const { cells, refused } = world;
    const stuck = this.unfinished(world);
    const effect = `${cells}${stuck.length > 0 ? ` stuck ${stuck}` : ""}`;
    return { key: `${effect} refused ${refused}`, effect, refused, stuck, cells };
  };

  withdraw = (world: ToyWorld, lanes: readonly Lane[]): void => {
    world.withdrawn.push(...lanes);
  };

  commute = (world: ToyWorld, first: Lane, second: Lane): boolean => {
    const [left, right] = [this.#next(world, first), this.#next(world, second)];
    const isReading = (kind: string) => kind === "r" || kind === "?" || kind === "v";
    return left.target !== right.target || (isReading(left.kind) && isReading(right.kind));
  };

  #next(world: ToyWorld, lane: Lane): { kind: string; target: number } {
    const operation = this.#program[lane]?.[world.places[lane] ?? 0] ?? "";
    return { kind: operation.charAt(0), target: Number(operation.slice(1)) };
  }
}

function write(world: ToyWorld, cell: number, value: number): void {
  world.cells[cell] = value;
  world.versions[cell] = (world.versions[cell] ?? 0) + 1;
}
