import { Checks, inOrder } from "../input.ts";
import { checkedVotes, sumOf } from "../seats/votes.ts";
import { majorityOf } from "./game.ts";
import { mostParties } from "./model.ts";

/** An assembly that decides by seats. */
export interface Chamber {
  /** By party. */
  readonly seats: Readonly<Record<string, number>>;
  /** The seats a decision needs; more than half of all where it is left out. */
  readonly quota?: number | undefined;
}

export interface Game {
  /** Those with seats, in order of id, and how many each has. */
  readonly parties: ReadonlyArray<string>;
  readonly seats: ReadonlyArray<number>;
  /** The seats of all parties, those without any with them. */
  readonly all: ReadonlyMap<string, number>;
  readonly total: number;
  readonly quota: number;
}

/** Sums of seats are told in 31 bits. */
const mostSeats = 2 ** 31 - 1;

export const readGame = (given: Readonly<Record<string, unknown>>, checks: Checks): Game => {
  // an object puts ids that are whole numbers first
  const all = Object.entries(checkedVotes(given.seats, "seats", checks)).sort(([a], [b]) => inOrder(a, b));
  const seated = all.filter(([, seats]) => seats > 0);
  const total = sumOf(seated.map(([, seats]) => seats));
  if (seated.length === 0) checks.problem("seats", "none");
  if (seated.length > mostParties) checks.problem("seats", `more than ${mostParties} parties with seats`);
  if (total > mostSeats) checks.problem("seats", "above 2^31 - 1 in all");
  const quota = given.quota === undefined ? majorityOf(total) : checks.whole(given.quota, "quota", 1);
  if (given.quota !== undefined && quota > total) checks.problem("quota", "more than all seats");
  return {
    parties: seated.map(([party]) => party),
    seats: seated.map(([, seats]) => seats),
    all: new Map(all),
    total,
    quota,
  };
};

/** Throws `InvalidInput`. */
export const gameOf = (chamber: Chamber): Game => {
  const checks = new Checks();
  const game = readGame(checks.object(chamber, "chamber"), checks);
  checks.done();
  return game;
};
