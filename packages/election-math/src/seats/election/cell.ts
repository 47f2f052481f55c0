import { type ElectionInput, takingPartEverywhere, takingPartIn, tally } from "./input.ts";
import { electionRules } from "./rules.ts";

/** A party in a constituency where it takes part in the fixed seats, with what it has there so far. */
export interface Cell {
  readonly constituency: string;
  readonly party: string;
  readonly votes: number;
  fixed: number;
  adjustment: number;
}

/** A count under way: who takes part, and the seats so far. */
export interface Table {
  readonly input: ElectionInput;
  readonly cells: ReadonlyArray<Cell>;
  /** The parties over the bar of the whole, in order of id, with all their votes. */
  readonly parties: ReadonlyMap<string, number>;
  readonly fixedSeats: ReadonlyMap<string, number>;
}

export const tableOf = (input: ElectionInput): Table => {
  const rules = electionRules[input.rules];
  const everywhere = new Set(takingPartEverywhere(rules, input.constituencies));
  const { votes } = tally(input.constituencies);
  return {
    input,
    cells: input.constituencies.flatMap(({ id, votes }) =>
      takingPartIn(rules, votes, everywhere).map(([party, votes]) => ({
        constituency: id,
        party,
        votes,
        fixed: 0,
        adjustment: 0,
      })),
    ),
    parties: new Map([...everywhere].map((party) => [party, votes.get(party) ?? 0])),
    fixedSeats: new Map(input.constituencies.map(({ id, fixedSeats }) => [id, fixedSeats])),
  };
};

/** The fixed seats of a party in all constituencies. */
export const fixedOf = (party: string, { cells }: Table): number => {
  let sum = 0;
  for (const cell of cells) if (cell.party === party) sum += cell.fixed;
  return sum;
};

/** The fixed seats of parties that take part in single constituencies only. */
export const fixedOutside = ({ cells, parties }: Table): number => {
  let sum = 0;
  for (const cell of cells) if (!parties.has(cell.party)) sum += cell.fixed;
  return sum;
};
