/** Giving an aggregate's rules a command, as the kernel would, with made-up circumstances. */
import {
  type Actor,
  type Aggregate,
  AlreadyExists,
  type Day,
  dayOf,
  type Given,
  type Instant,
  InvalidInput,
  type Need,
  NotFound,
  type Tagged,
} from "@verksam/kernel";
import * as Result from "effect/Result";
import { Unexpected } from "./difference.ts";
import type { About, Folded, Plain } from "./history.ts";

/** What a command is given beside its input. Without it: noon on 2026-06-01 in UTC, person `p-1`, id `a-1`, new id `new-1`. */
export interface Circumstances {
  readonly id?: string;
  readonly now?: string;
  /** The day of `now` in UTC where not given. */
  readonly today?: string;
  /** The day the decision takes effect; today where not given. */
  readonly on?: string;
  readonly actor?: Actor;
  readonly newId?: string;
  readonly reason?: string;
  /** The facts that the command declares, by name; one not given does not exist, or nothing was found. */
  readonly facts?: { readonly [name: string]: unknown };
}

/** The instance a command is about, where nothing else is said. */
export const usualId = "a-1";

/** What the rules answer: their events or refusal, and, where it came so far, the power that the guard asks for. */
export interface Asked {
  readonly answer: Result.Result<ReadonlyArray<Tagged>, unknown>;
  readonly need?: Need;
}

/** Asks as the kernel does: the input must fit, and the aggregate exist or not as the command needs it. */
export const ask = (
  aggregate: Aggregate,
  command: string,
  { version, state }: Folded,
  input: unknown,
  circumstances: Circumstances,
): Asked => {
  const { machine, shape } = aggregate;
  const { id = usualId } = circumstances;
  const checked = machine.check(command, input);
  if (Result.isFailure(checked)) {
    const label = `${aggregate.area}.${aggregate.name}.${command}`;
    return { answer: Result.fail(new InvalidInput({ command: label, problems: checked.failure })) };
  }
  const about = { aggregate: shape.table, id };
  const isCreating = machine.creates.has(command);
  if (isCreating && version > 0) return { answer: Result.fail(new AlreadyExists(about)) };
  if (!isCreating && version === 0) return { answer: Result.fail(new NotFound(about)) };
  const given = givenTo(aggregate, command, checked.success, { ...circumstances, id });
  return {
    need: machine.guard(command, checked.success, state, given),
    answer: machine.decide(command, checked.success, state, given),
  };
};

const someone: Actor = { person: "p-1" };

const givenTo = (
  aggregate: Aggregate,
  command: string,
  input: Plain,
  circumstances: Circumstances & { readonly id: string },
): Given => {
  const { now, on } = timeOf(circumstances);
  const { id, actor = someone, newId = "new-1", today = dayOf(now, "UTC"), reason } = circumstances;
  const facts = factsOf(aggregate, command, input, circumstances);
  // A day by its form; a wrong one would be the test's own.
  return { id, now, today: today as Day, on, actor, newId, hasReason: reason !== undefined, facts };
};

const factsOf = (
  { machine }: Aggregate,
  command: string,
  input: Plain,
  { id, facts = {} }: Circumstances & { readonly id: string },
) => {
  const declared = machine.facts(command, input, id);
  for (const name of Object.keys(facts))
    if (!Object.hasOwn(declared, name))
      throw new Unexpected(`${command} declares no such fact`, name, Object.keys(declared));
  return Object.fromEntries(
    Object.entries(declared).map(([name, { _tag }]) => [
      name,
      facts[name] ?? (_tag === "Found" ? [] : undefined),
    ]),
  );
};

const timeOf = ({ now: at = "2026-06-01T12:00:00.000Z", today, on }: Circumstances) => {
  const now = at as Instant;
  return { now, on: (on ?? today ?? dayOf(now, "UTC")) as Day };
};

/** What the journal would tell of the events decided. */
export const aboutOf = (circumstances: Circumstances): Required<About> => {
  const { now, on } = timeOf(circumstances);
  const { actor = someone, reason = null } = circumstances;
  return "system" in actor
    ? { recorded: now, effective: on, maker: `system:${actor.system}`, office: null, reason }
    : { recorded: now, effective: on, maker: actor.person, office: actor.office ?? null, reason };
};
