/** Where every commitment stands on a day, from what the database holds. */
import {
  type Charter,
  charter,
  charterId,
  office,
  type Unit,
  unit,
  type With,
} from "@verksam/domain/organisation";
import {
  type Account,
  factsOf,
  type Names,
  type Plan,
  type PlanRecord,
  plan as planArea,
  recordOf,
  reserve,
  statuses,
  type UnitPlaced,
} from "@verksam/domain/plan";
import { type Day, dayOf, founding, type Happened, type Instant, type Kernel } from "@verksam/kernel";
import { Effect, Stream } from "effect";
import { namesOf } from "./names.ts";

/** Everything that is told about the plan on the day. */
export interface Answer {
  readonly id: string;
  readonly plan: Plan;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly accounts: ReadonlyArray<Account>;
  readonly record: PlanRecord;
  readonly reserves: ReadonlyArray<With<ReserveState>>;
  /** The events of the plan itself: its adoption and amendments. */
  readonly history: ReadonlyArray<Happened>;
  readonly names: Names;
}
type ReserveState = NonNullable<NonNullable<(typeof reserve)["types"]>["state"]>;

export interface Question {
  readonly plan: string;
  readonly asOf: Day;
  /** Only what was recorded by the end of this day; everything where not given. */
  readonly knownOn: Day | undefined;
}

/** The answer, or undefined where no such plan was adopted. */
export const answerTo = Effect.fnUntraced(function* (kernel: Kernel, { plan: id, asOf, knownOn }: Question) {
  const zone = (yield* kernel.get(founding, "organisation"))?.state.zone ?? "UTC";
  const record = yield* kernel.gather(recordOf(id));
  const units = yield* Stream.runCollect(kernel.all(unit));
  const offices = yield* Stream.runCollect(kernel.all(office));
  const adopted: { readonly state: Charter } | undefined = yield* kernel.get(charter, charterId);
  const facts = factsOf(record, placesOf(units));
  const { plan } = record;
  if (plan === undefined || facts === undefined) return undefined;
  const knownAt = yield* lastRecorded(kernel, zone, knownOn);
  const organisation = { charter: adopted?.state, units, offices };
  const answer: Answer = {
    id,
    plan,
    asOf,
    knownAt,
    accounts: statuses(facts, asOf, { knownAt }),
    record,
    reserves: yield* Stream.runCollect(kernel.all(reserve)),
    history: yield* kernel.history(planArea.aggregates.plan, id),
    names: namesOf(plan, organisation, { on: asOf, knownAt }),
  };
  return answer;
});

/** Where every unit has stood, as populations of units are counted from it. */
const placesOf = (units: ReadonlyArray<With<Unit>>): ReadonlyArray<UnitPlaced> =>
  units.flatMap(({ id, state: { kind, places } }) =>
    places
      .filter(({ isOpen }) => isOpen)
      .map(({ under, from, to, recordedAt, replacedAt }) => ({
        unit: id,
        kind,
        parent: under,
        from,
        to,
        recordedAt,
        withdrawnAt: replacedAt,
      })),
  );

const never = "0001-01-01T00:00:00.000Z" as Instant;

/** When the last entry was recorded, of all or of those by the end of a day: nothing more was known until then. */
const lastRecorded = (kernel: Kernel, zone: string, by: Day | undefined) =>
  Stream.runFold(
    kernel.journal(),
    () => never,
    (last, { recorded }) =>
      recorded <= last || (by !== undefined && dayOf(recorded, zone) > by) ? last : recorded,
  );
