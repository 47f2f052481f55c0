import { Allocator } from "../../allocator/allocator.ts";
import { electionAt, type Field } from "../../allocator/field.ts";
import { type Decide, run, type Tie, tieKey } from "../../count/counting.ts";
import type { Lot } from "../../count/lot.ts";
import { OTHER } from "../threshold.ts";
import { sumOf } from "../votes.ts";
import { countElection, type ElectionResult } from "./count.ts";
import type { ElectionInput } from "./input.ts";
import type { ElectionAbout } from "./step.ts";

/** The seats of one party, in all constituencies and in one. */
export interface Seats {
  readonly all: number;
  readonly here: number;
}

/** An election counted again and again with other votes for one party in one constituency. */
export class Recount {
  readonly #parties: ReadonlyArray<string>;
  readonly #field: Field;
  readonly #votes: Float64Array;
  readonly #allocator: Allocator;
  readonly #lots: ReadonlyMap<string, string>;

  /** Of the parties only those given are told apart; all others are counted together. */
  constructor(
    { rules, totalSeats, constituencies }: ElectionInput,
    lots: ReadonlyArray<Lot<ElectionAbout>>,
    parties: Iterable<string>,
  ) {
    const named = [...new Set(parties)].filter((party) => party !== OTHER);
    this.#parties = [...named, OTHER];
    this.#field = { rules, totalSeats, constituencies, parties: this.#parties };
    this.#votes = Float64Array.from(
      constituencies.flatMap(({ votes }) => {
        const own = named.map((party) => (Object.hasOwn(votes, party) ? (votes[party] ?? 0) : 0));
        return [...own, sumOf(Object.values(votes)) - sumOf(own)];
      }),
    );
    this.#allocator = new Allocator(this.#field);
    this.#lots = new Map(lots.map((lot) => [tieKey(lot), lot.drawn]));
  }

  /** The party's seats with so many more votes in the constituency, or fewer; new ties fall for it or against it. */
  seats(party: string, constituency: number, more: number, falls: "for" | "against"): Seats {
    const p = this.#parties.indexOf(party);
    const cell = constituency * this.#parties.length + p;
    const votes = this.#votes[cell] ?? 0;
    this.#votes[cell] = votes + more;
    try {
      if (this.#allocator.allocate(this.#votes)) {
        const { totals, fixed, adjustment } = this.#allocator;
        return { all: totals[p] ?? 0, here: (fixed[cell] ?? 0) + (adjustment[cell] ?? 0) };
      }
      return this.#stepByStep(party, constituency, falls);
    } finally {
      this.#votes[cell] = votes;
    }
  }

  #stepByStep(party: string, constituency: number, falls: "for" | "against"): Seats {
    const id = this.#field.constituencies[constituency]?.id ?? "";
    const decide: Decide<ElectionAbout> = (tie) =>
      this.#lots.get(tieKey(tie)) ?? fallen(tie, party, id, falls === "for");
    const counting = countElection(electionAt(this.#field, this.#votes, 0));
    const ended = run(counting, decide, () => {});
    if ("tie" in ended) return { all: 0, here: 0 };
    return seatsOf(ended.result, party, id);
  }
}

/** A lot that favours the party in the constituency, or harms it; where it touches neither, the first of the tied. */
const fallen = (
  { among, about }: Tie<ElectionAbout>,
  party: string,
  constituency: string,
  isFor: boolean,
): string | undefined => {
  const isOurs = "party" in about && about.party === party;
  const wanted = isOurs ? constituency : party;
  // a seat that is returned is a loss for the one drawn
  const wants = isOurs && about.kind === "returned" ? !isFor : isFor;
  return among.includes(wanted) && wants ? wanted : (among.find((one) => one !== wanted) ?? among[0]);
};

const seatsOf = ({ seats, totals }: ElectionResult, party: string, constituency: string): Seats => {
  // asked as own properties, so that no id can mean something else to an object
  const there = Object.hasOwn(seats, constituency) ? seats[constituency] : undefined;
  const { fixed, adjustment } = (there && Object.hasOwn(there, party) && there[party]) || none;
  return { all: (Object.hasOwn(totals, party) && totals[party]) || 0, here: fixed + adjustment };
};

const none = { fixed: 0, adjustment: 0 };
