/** What can be decided about the mandates of an office. */
import { accept, Day, type Given, Id, maxDay, refuse } from "@verksam/kernel";
import type * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { PersonId } from "../shared/ids.ts";
import { Code } from "./code.ts";
import {
  corrected,
  granted,
  isSuspendedOn,
  isWithin,
  type Mandate,
  Role,
  resumedOn,
  revised,
  standing,
} from "./mandate.ts";
import {
  AlreadySuspended,
  EndsBeforeStart,
  MandateKnown,
  NotSuspended,
  OutsideMandate,
  UnknownMandate,
} from "./refusals.ts";
import { problemOf, type Seated } from "./seats.ts";
import { trial } from "./timeline.ts";

const span = { from: Day, to: Schema.NullOr(Day) };
const entry = { mandate: Id, replaces: Id };

export const mandateEvents = {
  MandateGranted: { mandate: Id, person: PersonId, role: Role, ...span },
  MandateCorrected: { ...entry, person: PersonId, role: Role, ...span, cause: Schema.NullOr(Code) },
  MandateEnded: { ...entry, on: Day, cause: Code },
  MandateAnnulled: entry,
  MandateSuspended: { ...entry, ...span },
  MandateResumed: { ...entry, on: Day },
};

export const mandateCommands = {
  grant: {
    mandate: Schema.optionalKey(Id),
    person: PersonId,
    role: Schema.optionalKey(Role),
    from: Day,
    to: Schema.optionalKey(Day),
  },
  /** Puts right what was recorded; `to` null: it is open. */
  correct: {
    mandate: Id,
    person: Schema.optionalKey(PersonId),
    role: Schema.optionalKey(Role),
    from: Schema.optionalKey(Day),
    to: Schema.optionalKey(Schema.NullOr(Day)),
    cause: Schema.optionalKey(Schema.NullOr(Code)),
  },
  /** The effective day is the mandate's last. */
  end: { mandate: Id, cause: Code },
  /** The mandate never was. */
  annul: { mandate: Id },
  suspend: { mandate: Id, from: Day, to: Schema.optionalKey(Day) },
  /** From the effective day on it is no longer suspended. */
  resume: { mandate: Id },
};

type Input<C extends keyof typeof mandateCommands> = Schema.Struct<(typeof mandateCommands)[C]>["Type"];

/** The decision, unless the mandates it would leave break the office's rules. */
const checked = <const E extends { readonly _tag: string }>(
  office: Seated,
  mandates: Seated["mandates"],
  event: E,
) => {
  const problem = problemOf({ ...office, mandates });
  return problem === undefined ? accept(event) : refuse(problem);
};

/** The decision on a mandate that there is. */
const about = <R>(
  office: Seated,
  mandate: string,
  decide: (old: Mandate) => R,
): R | Result.Result<never, UnknownMandate> => {
  const old = standing(office.mandates, mandate);
  return old === undefined ? refuse(new UnknownMandate({ mandate })) : decide(old);
};

export const decideMandates = {
  grant: ({ person, from, ...input }: Input<"grant">, office: Seated, { newId }: Given) => {
    const { mandate = newId, role = "ordinary", to = null } = input;
    if (office.mandates.some((entry) => entry.mandate === mandate))
      return refuse(new MandateKnown({ mandate }));
    const terms = { mandate, person, role, from, to };
    const mandates = granted(office.mandates, trial, { ...terms, cause: null, suspended: [] });
    return checked(office, mandates, { _tag: "MandateGranted", ...terms });
  },
  correct: ({ mandate, ...by }: Input<"correct">, office: Seated) =>
    about(office, mandate, (old) => {
      const { suspended: _, ...terms } = corrected(old, by);
      const mandates = revised(office.mandates, trial, old.id, () => corrected(old, by));
      return checked(office, mandates, { _tag: "MandateCorrected", mandate, replaces: old.id, ...terms });
    }),
  end: ({ mandate, cause }: Input<"end">, office: Seated, { on }: Given) =>
    about(office, mandate, (old) => {
      if (on < old.from) return refuse(new EndsBeforeStart({ from: old.from, to: on }));
      if (!isWithin(old, on)) return refuse(new OutsideMandate({ mandate, on }));
      return accept({ _tag: "MandateEnded", mandate, replaces: old.id, on, cause });
    }),
  annul: ({ mandate }: Input<"annul">, office: Seated) =>
    about(office, mandate, (old) => accept({ _tag: "MandateAnnulled", mandate, replaces: old.id })),
  suspend: ({ mandate, from, ...input }: Input<"suspend">, office: Seated) =>
    about(office, mandate, (old) => {
      const { to = null } = input;
      if (to !== null && to < from) return refuse(new EndsBeforeStart({ from, to }));
      const outside = [from, ...(to === null ? [] : [to])].find((on) => !isWithin(old, on));
      if (outside !== undefined) return refuse(new OutsideMandate({ mandate, on: outside }));
      const other = old.suspended.find((span) => isWithin(span, from) || isWithin({ from, to }, span.from));
      if (other !== undefined) return refuse(new AlreadySuspended({ mandate, on: maxDay(other.from, from) }));
      return accept({ _tag: "MandateSuspended", mandate, replaces: old.id, from, to });
    }),
  resume: ({ mandate }: Input<"resume">, office: Seated, { on }: Given) =>
    about(office, mandate, (old) => {
      if (!isSuspendedOn(old, on)) return refuse(new NotSuspended({ mandate, on }));
      const mandates = revised(office.mandates, trial, old.id, () => resumedOn(old, on));
      return checked(office, mandates, { _tag: "MandateResumed", mandate, replaces: old.id, on });
    }),
};
