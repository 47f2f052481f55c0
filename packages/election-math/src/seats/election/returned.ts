/** Fixed seats beyond a party's share: taken back where they were won with the smallest numbers, and given anew. */

import { chosen } from "../../count/counting.ts";
import { inOrder } from "../../input.ts";
import { deciding, greatest } from "../distribute.ts";
import { type Comparison, compareNumbers, comparisonText, oddNumbers } from "../method.ts";
import { type Cell, fixedOf, type Table } from "./cell.ts";
import type { ElectionPhase } from "./phases.ts";
import { electionRules } from "./rules.ts";
import type { ElectionAbout, ReassignedStep, ReturnedStep } from "./step.ts";

interface NumberedCell {
  readonly cell: Cell;
  readonly number: Comparison;
}

/** A seat taken back that waits to be given to another party of the constituency. */
interface Returned {
  readonly constituency: string;
  readonly from: Cell;
}

/**
 * Takes back what parties have beyond their shares and gives it to others, as far as the rules let it; `kept` gathers
 * the cells whose seats nobody else may take, and says whether anything was moved.
 */
export function* moveSurplus(
  table: Table,
  entitled: ReadonlyMap<string, number>,
  kept: Set<Cell>,
): ElectionPhase<boolean> {
  const waiting: Array<Returned> = [];
  for (const [party, seats] of entitled) {
    const surplus = fixedOf(party, table) - seats;
    if (surplus > 0) waiting.push(...(yield* takeBack(table, party, surplus, kept)));
  }
  yield* giveAnew(table, entitled, waiting, kept);
  return waiting.length > 0;
}

function* takeBack(
  table: Table,
  party: string,
  surplus: number,
  kept: ReadonlySet<Cell>,
): ElectionPhase<ReadonlyArray<Returned>> {
  const { firstDivisor, returnsFrom, law } = electionRules[table.input.rules];
  const comparisonOf = oddNumbers(firstDivisor);
  const returned: Array<Returned> = [];
  const mayReturn = (cell: Cell) =>
    cell.party === party &&
    cell.fixed > 0 &&
    !kept.has(cell) &&
    (table.fixedSeats.get(cell.constituency) ?? 0) >= returnsFrom;
  for (let left = surplus; left > 0; left--) {
    const won = table.cells
      .filter(mayReturn)
      .map((cell) => ({ cell, number: comparisonOf(BigInt(cell.votes), cell.fixed - 1) }));
    const last = yield* chosen(
      greatest(won, (a, b) => compareNumbers(b, a)),
      left,
      ({ cell }) => cell.constituency,
      ({ number }): ElectionAbout => ({ kind: "returned", party, comparison: comparisonText(number) }),
    );
    if (last === undefined) break;
    const { cell } = last;
    cell.fixed--;
    returned.push({ constituency: cell.constituency, from: cell });
    const step: ReturnedStep = {
      kind: "returned",
      constituency: cell.constituency,
      from: party,
      votes: cell.votes,
      comparison: comparisonText(last.number),
      law: law.returned,
    };
    yield step;
  }
  return returned;
}

/** The greatest comparison number of all constituencies with a seat waiting is served first, until none can be. */
function* giveAnew(
  table: Table,
  entitled: ReadonlyMap<string, number>,
  returned: ReadonlyArray<Returned>,
  kept: Set<Cell>,
): ElectionPhase {
  const { firstDivisor, law } = electionRules[table.input.rules];
  const comparisonOf = oddNumbers(firstDivisor);
  const waiting = [...returned];
  while (waiting.length > 0) {
    const competing = table.cells
      .filter((cell) => mayReceive(cell, table, entitled, waiting))
      .map((cell) => ({ cell, number: comparisonOf(BigInt(cell.votes), cell.fixed) }));
    const tied = greatest(competing);
    const winner = yield* firstServed(tied, table, entitled, waiting);
    if (winner === undefined) break;
    const { constituency, party } = winner.cell;
    const rivals = competing.filter(({ cell }) => cell.constituency === constituency);
    const step: ReassignedStep = {
      kind: "reassigned",
      constituency,
      to: party,
      ...deciding(winner, rivals, ({ cell }) => ({ id: cell.party, votes: cell.votes })),
      law: law.reassigned,
    };
    yield step;
    winner.cell.fixed++;
    waiting.splice(
      waiting.findIndex((seat) => seat.constituency === constituency),
      1,
    );
  }
  for (const { constituency, from } of waiting) {
    from.fixed++;
    kept.add(from);
    yield { kind: "kept", constituency, party: from.party };
  }
}

/** A seat waits in the party's constituency and it has less than its share; whoever gave a seat back has not. */
const mayReceive = (
  { party, constituency }: Cell,
  table: Table,
  entitled: ReadonlyMap<string, number>,
  waiting: ReadonlyArray<Returned>,
): boolean => lacking(party, table, entitled) > 0 && waitingIn(constituency, waiting) > 0;

/** How many seats a party may still receive; a party that takes part in single constituencies only has no share to fill. */
const lacking = (party: string, table: Table, entitled: ReadonlyMap<string, number>): number =>
  (entitled.get(party) ?? Number.POSITIVE_INFINITY) - fixedOf(party, table);

const waitingIn = (constituency: string, waiting: ReadonlyArray<Returned>): number =>
  waiting.filter((seat) => seat.constituency === constituency).length;

/** One of those with the greatest number; a lot only where not all of them can be served. */
function* firstServed(
  tied: ReadonlyArray<NumberedCell>,
  table: Table,
  entitled: ReadonlyMap<string, number>,
  waiting: ReadonlyArray<Returned>,
): ElectionPhase<NumberedCell | undefined> {
  const there = (constituency: string) => tied.filter(({ cell }) => cell.constituency === constituency);
  const of = (party: string) => tied.filter(({ cell }) => cell.party === party);
  const isShort = ({ cell }: NumberedCell) =>
    there(cell.constituency).length > waitingIn(cell.constituency, waiting);
  const isFull = ({ cell }: NumberedCell) => of(cell.party).length > lacking(cell.party, table, entitled);
  const free = tied.find((one) => !isShort(one) && !isFull(one));
  if (free !== undefined) return free;
  const [first] = [...tied].sort((a, b) => inOrder(a.cell.constituency, b.cell.constituency));
  if (first === undefined) return undefined;
  const comparison = comparisonText(first.number);
  const { constituency, party } = first.cell;
  if (isShort(first))
    return yield* chosen(
      there(constituency),
      0,
      ({ cell }) => cell.party,
      (): ElectionAbout => ({ kind: "reassigned", constituency, comparison }),
    );
  return yield* chosen(
    of(party),
    0,
    ({ cell }) => cell.constituency,
    (): ElectionAbout => ({ kind: "reassigned", party, comparison }),
  );
}
