/** Where the plan stands on a day, from what the database holds. */
import { charter, charterId, office, standings, unit } from "@verksam/domain/organisation";
import { planAccount, plan as planArea, recordOf, reserve } from "@verksam/domain/plan";
import { type Day, dayOf, founding, type Instant, type Kernel } from "@verksam/kernel";
import { Effect, Stream } from "effect";
import { referencesOf } from "./names.ts";

export interface Question {
  readonly plan: string;
  readonly asOf: Day;
  /** Only what was recorded by the end of this day; everything where not given. */
  readonly knownOn: Day | undefined;
}

/** Everything that is told about the plan on the day. */
export type Answer = NonNullable<Effect.Success<ReturnType<typeof answerTo>>>;

/** The answer, or undefined where no such plan was adopted. */
export const answerTo = Effect.fnUntraced(function* (kernel: Kernel, { plan, asOf, knownOn }: Question) {
  const zone = (yield* kernel.get(founding, "organisation"))?.state.zone ?? "UTC";
  const knownAt = yield* lastRecorded(kernel, zone, knownOn);
  const record = yield* kernel.gather(recordOf(plan));
  const units = yield* Stream.runCollect(kernel.all(unit));
  const offices = yield* Stream.runCollect(kernel.all(office));
  const adopted = yield* kernel.get(charter, charterId);
  const account = planAccount({
    record,
    units: standings(units, knownAt),
    history: yield* kernel.history(planArea.aggregates.plan, plan),
    reserves: yield* Stream.runCollect(kernel.all(reserve)),
    references: referencesOf({ charter: adopted?.state, units, offices }, { on: asOf, knownAt }),
    asOf,
    knownAt,
  });
  return account === undefined ? undefined : { ...account, id: plan, asOf };
});

const never = "0001-01-01T00:00:00.000Z" as Instant;

/** When the last entry was recorded, of all or of those by the end of a day: nothing more was known until then. */
const lastRecorded = (kernel: Kernel, zone: string, by: Day | undefined) =>
  Stream.runFold(
    kernel.journal(),
    () => never,
    (last, { recorded }) =>
      recorded <= last || (by !== undefined && dayOf(recorded, zone) > by) ? last : recorded,
  );
