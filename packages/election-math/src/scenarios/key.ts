import { canonicalJson } from "../exact/canonical.ts";
import { Checks } from "../input.ts";
import { OTHER } from "../seats/threshold.ts";
import type { Votes } from "../seats/votes.ts";
import { readGame } from "./chamber.ts";
import { type CheckedDistinctions, type Distinctions, readDistinctions } from "./distinctions.ts";
import { majorityOf, membersOf, minimalSets } from "./game.ts";
import { mostParties } from "./model.ts";
import { Outcome, standings } from "./outcome.ts";
import { readNames, readWithin } from "./reading.ts";

export type BlocStanding = (typeof standings)[number];

/** What outcomes of one key have in common. */
export interface KeyParts {
  /** The parties over the bar, in order of id. */
  readonly over: ReadonlyArray<string>;
  /** The coalitions with a majority that need every one of their parties for it; absent where they make no difference. */
  readonly minimalWinning?: ReadonlyArray<ReadonlyArray<string>>;
  /** By bloc. */
  readonly blocs: Readonly<Record<string, BlocStanding>>;
  /** The band of one's own seats; without end where `below` is absent. */
  readonly own?: { readonly party: string; readonly atLeast: number; readonly below?: number };
}

/** One key for all outcomes that need not be told apart. */
export interface Key {
  /** The canonical JSON of the parts: the same text wherever it is computed. */
  readonly key: string;
  readonly parts: KeyParts;
}

/** The key of the outcome that was read last. */
export const keyOfOutcome = (outcome: Outcome, distinctions: CheckedDistinctions): Key => {
  const { parties, coalitions, blocs, own } = distinctions;
  const names = (positions: ReadonlyArray<number>) => positions.map((p) => parties[p] ?? "");
  const total = outcome.seats.reduce((sum, seats) => sum + seats, 0);
  const seated = [...parties.keys()].filter((p) => (outcome.seats[p] ?? 0) > 0);
  const seats = seated.map((p) => outcome.seats[p] ?? 0);
  const parts: KeyParts = {
    over: names(membersOf(outcome.over)),
    ...(coalitions && {
      minimalWinning: minimalSets(seats, seats.length, majorityOf(total)).map((set) =>
        names(membersOf(set).map((member) => seated[member] ?? 0)),
      ),
    }),
    blocs: Object.fromEntries(
      blocs.map(({ id }, b) => [id, standings[outcome.blocStanding[b] ?? 0] ?? "neither"]),
    ),
    ...(own !== undefined && { own: bandOf(outcome.band, own.bands, parties[own.party] ?? "") }),
  };
  return { key: canonicalJson(parts), parts };
};

const bandOf = (band: number, bands: ReadonlyArray<number>, party: string) => {
  const below = bands[band];
  return { party, atLeast: bands[band - 1] ?? 0, ...(below !== undefined && { below }) };
};

/**
 * The key of seats by party: every party is named, those without seats too. `over` are the parties over the bar of the
 * whole; where it is left out, those with seats. Throws `InvalidInput`.
 */
export const keyOf = (
  seats: Votes,
  distinctions: Distinctions = {},
  over: ReadonlyArray<string> | undefined = undefined,
): Key => {
  const checks = new Checks();
  const { all } = readGame({ seats }, checks);
  const parties = [...all.keys()];
  const mayWin = parties.filter((party) => party !== OTHER);
  if (mayWin.length > mostParties) checks.problem("seats", `more than ${mostParties} parties`);
  const checked = readWithin(distinctions, "distinctions", checks, (given, own) =>
    readDistinctions(given, parties, mayWin, own),
  );
  const named =
    over === undefined
      ? mayWin.filter((party) => (all.get(party) ?? 0) > 0)
      : readNames(over, "over", mayWin, "a party that gets seats", checks);
  checks.done();
  // without a problem the distinctions were read
  const known = checked as CheckedDistinctions;
  const outcome = new Outcome(known);
  const bits = named.reduce((set, party) => set | (1 << parties.indexOf(party)), 0);
  outcome.read(
    parties.map((party) => all.get(party) ?? 0),
    0,
    bits,
  );
  return keyOfOutcome(outcome, known);
};
