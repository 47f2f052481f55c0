import { sumOf } from "../votes.ts";
import { type Cell, fixedOf, fixedOutside, type Table, tableOf } from "./cell.ts";
import type { ElectionInput } from "./input.ts";
import { adjustmentSeats, type ElectionPhase, entitlement, fixedSeats, thresholds } from "./phases.ts";
import { moveSurplus } from "./returned.ts";
import { electionRules } from "./rules.ts";
import type { SetAsideStep } from "./step.ts";

/** The seats of a party in a constituency. */
export interface ConstituencySeats {
  readonly fixed: number;
  readonly adjustment: number;
}

/** Only who has a seat is listed. */
export interface ElectionResult {
  /** By constituency, then by party. */
  readonly seats: Readonly<Record<string, Readonly<Record<string, ConstituencySeats>>>>;
  /** By party. */
  readonly totals: Readonly<Record<string, number>>;
}

/** The count, phase by phase. */
export function* countElection(input: ElectionInput): ElectionPhase<ElectionResult> {
  const table = tableOf(input);
  yield* thresholds(table);
  yield* fixedSeats(table);
  if (input.constituencies.length > 1 || input.totalSeats > sumOf(table.fixedSeats.values())) {
    const entitled = yield* sharesOfTheWhole(table);
    yield* adjustmentSeats(table, entitled);
  }
  return resultOf(table);
}

/** What each party gets in all; those that were set aside are not among them. */
function* sharesOfTheWhole(table: Table): ElectionPhase<ReadonlyMap<string, number>> {
  const { parties, input } = table;
  const rules = electionRules[input.rules];
  let outside = fixedOutside(table);
  let entitled = yield* entitlement(table, parties, input.totalSeats - outside);
  if (rules.surplus === "returned") {
    const kept = new Set<Cell>();
    while (yield* moveSurplus(table, entitled, kept)) {
      // a party that is over the bar of one constituency only may have won or lost a seat
      if (fixedOutside(table) === outside) continue;
      outside = fixedOutside(table);
      entitled = yield* entitlement(table, parties, input.totalSeats - outside);
    }
  }
  const left = new Map(parties);
  for (;;) {
    const over = [...entitled].filter(([party, seats]) => fixedOf(party, table) > seats);
    if (over.length === 0) return entitled;
    for (const [party, seats] of over) {
      const fixed = fixedOf(party, table);
      const step: SetAsideStep = { kind: "setAside", party, seats, fixed, law: rules.law.setAside };
      yield step;
      left.delete(party);
      outside += fixed;
    }
    entitled = yield* entitlement(table, left, input.totalSeats - outside);
  }
}

const resultOf = ({ cells, input }: Table): ElectionResult => {
  const holding = cells.filter(({ fixed, adjustment }) => fixed + adjustment > 0);
  const totals = new Map<string, number>();
  for (const { party, fixed, adjustment } of holding)
    totals.set(party, (totals.get(party) ?? 0) + fixed + adjustment);
  return {
    // from entries, so that no id can mean something else to an object
    seats: Object.fromEntries(
      input.constituencies.map(({ id }) => [
        id,
        Object.fromEntries(
          holding
            .filter(({ constituency }) => constituency === id)
            .map(({ party, fixed, adjustment }) => [party, { fixed, adjustment }]),
        ),
      ]),
    ),
    totals: Object.fromEntries(totals),
  };
};
