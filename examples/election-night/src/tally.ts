/** A counted election as lines of figures, for tables of any kind. */
import { type ElectionRecord, OTHER } from "@verksam/election-math/seats";
import type { Bar } from "./figures.ts";

export interface PartyLine {
  readonly party: string;
  readonly votes: number;
  /** The bar of the whole, where the party is below it. */
  readonly below: Bar | undefined;
  readonly fixed: number;
  readonly adjustment: number;
}

export interface Held {
  readonly fixed: number;
  readonly adjustment: number;
}

export interface ConstituencyLine {
  readonly id: string;
  readonly name: string;
  readonly votes: number;
  readonly fixedSeats: number;
  readonly held: ReadonlyMap<string, Held>;
}

export interface Tally {
  readonly votes: number;
  readonly seats: number;
  /** Those with seats and those with a hundredth of the votes, the most seats first. */
  readonly parties: ReadonlyArray<PartyLine>;
  /** Everybody else; how many parties is not known where some stand under `OTHER`. */
  readonly rest: { readonly parties: number | undefined; readonly votes: number };
  readonly constituencies: ReadonlyArray<ConstituencyLine>;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

export const tallyOf = ({ input, steps, result }: ElectionRecord): Tally => {
  const constituencies = input.constituencies.map(
    ({ id, name, fixedSeats, votes }): ConstituencyLine => ({
      id,
      name: name ?? id,
      votes: sum(Object.values(votes)),
      fixedSeats,
      held: new Map(Object.entries(Object.hasOwn(result.seats, id) ? (result.seats[id] ?? {}) : {})),
    }),
  );
  const below = new Map(
    steps.flatMap((step) =>
      step.kind === "threshold" && step.constituency === undefined && !step.isMet
        ? [[step.party, barOf(step.share)] as const]
        : [],
    ),
  );
  const votes = new Map<string, number>();
  for (const { votes: own } of input.constituencies)
    for (const [party, count] of Object.entries(own)) votes.set(party, (votes.get(party) ?? 0) + count);
  const all = sum(votes.values());
  const lines = [...votes].map(([party, votes]): PartyLine => {
    const held = constituencies.map((one) => one.held.get(party));
    return {
      party,
      votes,
      below: below.get(party),
      fixed: sum(held.map((one) => one?.fixed ?? 0)),
      adjustment: sum(held.map((one) => one?.adjustment ?? 0)),
    };
  });
  const isTold = ({ party, votes, fixed, adjustment }: PartyLine): boolean =>
    party !== OTHER && (fixed + adjustment > 0 || votes * 100 >= all);
  const rest = lines.filter((line) => !isTold(line) && line.votes > 0);
  return {
    votes: all,
    seats: input.totalSeats,
    parties: lines.filter(isTold).sort((a, b) => seatsOf(b) - seatsOf(a) || b.votes - a.votes),
    rest: {
      parties: rest.some(({ party }) => party === OTHER) ? undefined : rest.length,
      votes: sum(rest.map(({ votes }) => votes)),
    },
    constituencies,
  };
};

/** Fixed and adjustment seats together. */
export const seatsOf = ({ fixed, adjustment }: Held): number => fixed + adjustment;

const barOf = (share: string): Bar => {
  const [n = "0", d = "1"] = share.split("/");
  return { n: BigInt(n), d: BigInt(d) };
};
