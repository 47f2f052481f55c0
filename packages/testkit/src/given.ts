/** Given these events, when this command, then these events or this refusal: a rule as a sentence, pure, in any test runner. */
import {
  type Actor,
  type Aggregate,
  AlreadyExists,
  type CommandsIn,
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
import { assertEqual, Unexpected } from "./difference.ts";
import {
  type EventGiven,
  type Folded,
  fold,
  type Plainly,
  type StateGiven,
  stored,
  unborn,
} from "./history.ts";

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

type RefusalIn<A extends Aggregate, C extends keyof CommandsIn<A>> =
  | CommandsIn<A>[C]["refusal"]
  | InvalidInput
  | NotFound
  | AlreadyExists;

export interface After<A extends Aggregate> {
  /** The fields named are so in the state afterwards. */
  readonly thenState: (expected: Partial<StateGiven<A>>) => void;
}

export interface When<A extends Aggregate, C extends keyof CommandsIn<A>> extends After<A> {
  /** Exactly these events are decided, in this order; none means that nothing changes. */
  readonly then: (...events: ReadonlyArray<Plainly<EventOf<A>>>) => After<A>;
  /** The command is refused with this: its own refusal, or the kernel's of bad input, of what is not there or is already. */
  readonly thenRefused: (refusal: RefusalIn<A, C>) => void;
  /** The guard asks for this power over this unit. */
  readonly thenNeeds: (need: Need) => void;
}
type EventOf<A extends Aggregate> = Exclude<EventGiven<A>, { readonly about: unknown }>;

export interface GivenEvents<A extends Aggregate> extends After<A> {
  readonly when: <C extends keyof CommandsIn<A> & string>(
    command: C,
    input: Plainly<CommandsIn<A>[C]["input"]>,
    circumstances?: Circumstances,
  ) => When<A, C>;
}

/** Begins a sentence about an aggregate with what has happened to it; with no events it does not exist yet. */
export const given = <A extends Aggregate>(
  aggregate: A,
  ...events: ReadonlyArray<EventGiven<A>>
): GivenEvents<A> => {
  const before = (id: string) =>
    events.reduce<Folded>((state, event) => fold(aggregate, state, event, id), unborn);
  return {
    when: (command, input, circumstances = {}) => {
      const { id = "a-1" } = circumstances;
      return decided(aggregate, command, before(id), input, { ...circumstances, id });
    },
    thenState: (expected) => assertState("the state", before("a-1"), expected),
  };
};

const decided = <A extends Aggregate, C extends keyof CommandsIn<A> & string>(
  aggregate: A,
  command: C,
  before: Folded,
  input: unknown,
  circumstances: Circumstances & { readonly id: string },
): When<A, C> => {
  const { machine, shape } = aggregate;
  const { id, reason } = circumstances;
  const label = `${aggregate.area}.${aggregate.name}.${command}`;
  const checked = machine.check(command, input);
  const ask = (): {
    readonly need?: Need;
    readonly answer: Result.Result<ReadonlyArray<Tagged>, unknown>;
  } => {
    if (Result.isFailure(checked))
      return { answer: Result.fail(new InvalidInput({ command: label, problems: checked.failure })) };
    const about = { aggregate: shape.table, id };
    const isCreating = machine.creates.has(command);
    if (isCreating && before.version > 0) return { answer: Result.fail(new AlreadyExists(about)) };
    if (!isCreating && before.version === 0) return { answer: Result.fail(new NotFound(about)) };
    const facts = factsOf(aggregate, command, checked.success, circumstances);
    const circumstance = circumstancesOf(circumstances, facts);
    return {
      need: machine.guard(command, checked.success, before.state, circumstance),
      answer: machine.decide(command, checked.success, before.state, circumstance),
    };
  };
  const { need, answer } = ask();
  const events = () => {
    if (Result.isSuccess(answer))
      return answer.success.map((event) => ({ _tag: event._tag, ...stored(aggregate, event, id).event }));
    throw new Unexpected(`${command} was refused`, answer.failure, "events");
  };
  const { recorded, effective, maker, office } = aboutOf(circumstances);
  const after = () =>
    events().reduce<Folded>(
      (state, event) =>
        fold(aggregate, state, event, id, { recorded, effective, maker, office, reason: reason ?? null }),
      before,
    );
  const thenState: After<A>["thenState"] = (expected) =>
    assertState(`the state after ${command}`, after(), expected);
  return {
    // biome-ignore lint/suspicious/noThenProperty: given, when, then is how the sentence goes; there is nothing to await.
    then: (...expected) => {
      assertEqual(`${command} decided other events`, events(), expected);
      after();
      return { thenState };
    },
    thenRefused: (refusal) => {
      if (Result.isSuccess(answer)) throw new Unexpected(`${command} was not refused`, events(), refusal);
      assertEqual(`${command} was refused for another reason`, answer.failure, refusal);
    },
    thenNeeds: (expected) => assertEqual(`${command} needs another power`, need, expected),
    thenState,
  };
};

const factsOf = (
  { machine }: Aggregate,
  command: string,
  input: Parameters<typeof machine.facts>[1],
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

const circumstancesOf = (circumstances: Circumstances & { readonly id: string }, facts: unknown): Given => {
  const { recorded: now, effective: on } = aboutOf(circumstances);
  const { id, actor = someone, newId = "new-1", today = dayOf(now, "UTC") } = circumstances;
  // A day by its form; a wrong one would be the test's own.
  return { id, now, today: today as Day, on, actor, newId, facts };
};

const someone: Actor = { person: "p-1" };

const aboutOf = ({ now: at = "2026-06-01T12:00:00.000Z", today, on, actor = someone }: Circumstances) => {
  const now = at as Instant;
  return {
    recorded: now,
    effective: (on ?? today ?? dayOf(now, "UTC")) as Day,
    maker: "system" in actor ? `system:${actor.system}` : actor.person,
    office: "system" in actor ? null : (actor.office ?? null),
  };
};

const assertState = (what: string, { state }: Folded, expected: object): void => {
  const named = Object.keys(expected);
  const actual =
    state === undefined ? undefined : Object.fromEntries(named.map((name) => [name, state[name]]));
  assertEqual(what, actual, expected);
};
