/** The phases of an election that give seats by comparison numbers: the fixed seats, each party's share, the adjustment seats. */
import type { Counting } from "../../count/counting.ts";
import { distribute } from "../distribute.ts";
import { oddNumbers } from "../method.ts";
import { OTHER, thresholdStep } from "../threshold.ts";
import { sumOf } from "../votes.ts";
import { fixedOf, type Table } from "./cell.ts";
import { tally } from "./input.ts";
import { electionRules } from "./rules.ts";
import type {
  AdjustmentSeatStep,
  ElectionAbout,
  ElectionStep,
  EntitledStep,
  FixedSeatStep,
  WholeSeatStep,
} from "./step.ts";

export type ElectionPhase<Result = void> = Counting<ElectionStep, ElectionAbout, Result>;

/** The bar of the whole for every party, and of its constituency for each that is over that alone. */
export function* thresholds({ input, cells, parties }: Table): ElectionPhase {
  const { constituencies } = input;
  const { threshold, localThreshold, law } = electionRules[input.rules];
  const { votes, of } = tally(constituencies);
  const share = threshold(constituencies.length > 1);
  for (const [party, own] of votes)
    if (party !== OTHER) yield thresholdStep(party, own, of, share, { law: law.threshold });
  if (localThreshold === undefined) return;
  for (const { constituency, party, votes } of cells) {
    if (parties.has(party)) continue;
    const there = constituencies.find(({ id }) => id === constituency);
    const ofThem = sumOf(Object.values(there?.votes ?? {}));
    yield thresholdStep(party, votes, ofThem, localThreshold, { constituency, law: law.threshold });
  }
}

/** The fixed seats of each constituency among the parties that take part there. */
export function* fixedSeats({ input, cells }: Table): ElectionPhase {
  const { firstDivisor, law } = electionRules[input.rules];
  for (const { id: constituency, fixedSeats } of input.constituencies) {
    const contenders = cells.flatMap((cell) =>
      cell.constituency === constituency ? [{ id: cell.party, votes: cell.votes, held: 0, cell }] : [],
    );
    let seat = 0;
    yield* distribute<(typeof contenders)[number], FixedSeatStep, ElectionAbout>({
      contenders,
      seats: fixedSeats,
      comparisonOf: oddNumbers(firstDivisor),
      about: (comparison) => ({ kind: "fixedSeat", constituency, comparison }),
      step: ({ id, cell }, deciding) => {
        cell.fixed++;
        return { kind: "fixedSeat", constituency, seat: ++seat, to: id, ...deciding, law: law.fixedSeat };
      },
    });
  }
}

/** What each party is entitled to: so many seats over the whole as one constituency, among the parties given. */
export function* entitlement(
  table: Table,
  parties: ReadonlyMap<string, number>,
  seats: number,
): ElectionPhase<ReadonlyMap<string, number>> {
  const { firstDivisor, law } = electionRules[table.input.rules];
  const contenders = [...parties].map(([id, votes]) => ({ id, votes, held: 0 }));
  let seat = 0;
  yield* distribute<(typeof contenders)[number], WholeSeatStep, ElectionAbout>({
    contenders,
    seats,
    comparisonOf: oddNumbers(firstDivisor),
    about: (comparison) => ({ kind: "wholeSeat", comparison }),
    step: ({ id }, deciding) => ({
      kind: "wholeSeat",
      seat: ++seat,
      of: seats,
      to: id,
      ...deciding,
      law: law.wholeSeat,
    }),
  });
  for (const { id, held } of contenders) {
    const entitled: EntitledStep = {
      kind: "entitled",
      party: id,
      seats: held,
      fixed: fixedOf(id, table),
      law: law.wholeSeat,
    };
    yield entitled;
  }
  return new Map(contenders.map(({ id, held }) => [id, held]));
}

/** What a party lacks of its share, placed one seat at a time in its constituencies by the odd numbers from 1. */
export function* adjustmentSeats(table: Table, entitled: ReadonlyMap<string, number>): ElectionPhase {
  const { law } = electionRules[table.input.rules];
  for (const [party, seats] of entitled) {
    const contenders = table.cells.flatMap((cell) =>
      cell.party === party ? [{ id: cell.constituency, votes: cell.votes, held: cell.fixed, cell }] : [],
    );
    yield* distribute<(typeof contenders)[number], AdjustmentSeatStep, ElectionAbout>({
      contenders,
      seats: seats - fixedOf(party, table),
      comparisonOf: oddNumbers({ n: 1n, d: 1n }),
      about: (comparison) => ({ kind: "adjustmentSeat", party, comparison }),
      step: ({ id, cell }, deciding) => {
        cell.adjustment++;
        return { kind: "adjustmentSeat", party, to: id, ...deciding, law: law.adjustmentSeat };
      },
    });
  }
}
