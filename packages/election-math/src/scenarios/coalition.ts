import { Checks, inOrder } from "../input.ts";
import { sumOf } from "../seats/votes.ts";
import { type Chamber, type Game, gameOf, readGame } from "./chamber.ts";
import { membersOf, minimalSets, sumsOf } from "./game.ts";
import { readNames } from "./reading.ts";

/** Parties that act together, in order of id. */
export type Coalition = ReadonlyArray<string>;

const named = ({ parties }: Game, set: number): Coalition =>
  membersOf(set).map((position) => parties[position] ?? "");

/** All coalitions with a majority, at most 65 535 of 16 parties. Parties without seats are in none. Throws `InvalidInput`. */
export const winning = (chamber: Chamber): ReadonlyArray<Coalition> => {
  const game = gameOf(chamber);
  const sums = new Int32Array(1 << game.parties.length);
  sumsOf(game.seats, game.parties.length, sums);
  return [...sums.keys()].filter((set) => (sums[set] ?? 0) >= game.quota).map((set) => named(game, set));
};

/** The coalitions with a majority that need every one of their parties for it. Throws `InvalidInput`. */
export const minimalWinning = (chamber: Chamber): ReadonlyArray<Coalition> => {
  const game = gameOf(chamber);
  return minimalSets(game.seats, game.parties.length, game.quota).map((set) => named(game, set));
};

/** The coalitions that can stop every decision, as nobody has a majority without them, and need all their parties for it. */
export const minimalBlocking = (chamber: Chamber): ReadonlyArray<Coalition> => {
  const game = gameOf(chamber);
  const quota = game.total - game.quota + 1;
  return minimalSets(game.seats, game.parties.length, quota).map((set) => named(game, set));
};

/** What a coalition is in a chamber. */
export interface Standing {
  readonly seats: number;
  /** The seats a decision needs. */
  readonly quota: number;
  readonly isWinning: boolean;
  /** Nobody has a majority without it. */
  readonly isBlocking: boolean;
  /** The parties whose leaving ends its majority, in order of id; none where it has none. */
  readonly pivotal: Coalition;
}

/** What a coalition of parties of the chamber can do, and whom it needs for it. Throws `InvalidInput`. */
export const standingOf = (chamber: Chamber, coalition: Coalition): Standing => {
  const checks = new Checks();
  const game = readGame(checks.object(chamber, "chamber"), checks);
  const parties = readNames(coalition, "coalition", [...game.all.keys()], "a party of the chamber", checks);
  checks.done();
  const seatsOf = (party: string): number => game.all.get(party) ?? 0;
  const seats = sumOf(parties.map(seatsOf));
  const { quota, total } = game;
  const isWinning = seats >= quota;
  return {
    seats,
    quota,
    isWinning,
    isBlocking: total - seats < quota,
    pivotal: parties.filter((party) => isWinning && seats - seatsOf(party) < quota).sort(inOrder),
  };
};

/** Whether a government stands, and what it depends on. */
export interface Toleration {
  readonly isTolerated: boolean;
  /** The seats of those against. */
  readonly against: number;
  /** So many against and it falls. */
  readonly fallsFrom: number;
}

/**
 * Whether a government with those parties against it is tolerated: it falls only where more than half of all members vote
 * against it, 175 of 349 in the Riksdag, and whoever abstains helps it (RF 6:4). Throws `InvalidInput`.
 */
export const tolerated = (
  chamber: Chamber,
  { government, against }: { readonly government: Coalition; readonly against: Coalition },
): Toleration => {
  const checks = new Checks();
  const game = readGame(checks.object(chamber, "chamber"), checks);
  const known = [...game.all.keys()];
  const governing = readNames(government, "government", known, "a party of the chamber", checks);
  const opposed = readNames(against, "against", known, "a party of the chamber", checks);
  opposed.forEach((party, at) => {
    if (party !== "" && governing.includes(party)) checks.problem(`against[${at}]`, "in the government");
  });
  checks.done();
  const seats = sumOf(opposed.map((party) => game.all.get(party) ?? 0));
  return { isTolerated: seats < game.quota, against: seats, fallsFrom: game.quota };
};
