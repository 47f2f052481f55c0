/** Given these events, when this command, then these events or this refusal: a rule as a sentence, pure, in any test runner. */
import type {
  Aggregate,
  AlreadyExists,
  CommandsIn,
  InvalidInput,
  Need,
  NotFound,
  Plainly,
} from "@verksam/kernel";
import * as Result from "effect/Result";
import { aboutOf, ask, type Circumstances, usualId } from "./asking.ts";
import { assertEqual, Unexpected } from "./difference.ts";
import { type EventGiven, type Folded, fold, type StateGiven, stored, unborn } from "./history.ts";

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
      const { id = usualId } = circumstances;
      return decided(aggregate, command, before(id), input, { ...circumstances, id });
    },
    thenState: (expected) => assertState("the state", before(usualId), expected),
  };
};

const decided = <A extends Aggregate, C extends keyof CommandsIn<A> & string>(
  aggregate: A,
  command: C,
  before: Folded,
  input: unknown,
  circumstances: Circumstances & { readonly id: string },
): When<A, C> => {
  const { id } = circumstances;
  const { need, answer } = ask(aggregate, command, before, input, circumstances);
  const events = () => {
    if (Result.isSuccess(answer))
      return answer.success.map((event) => ({ _tag: event._tag, ...stored(aggregate, event, id).event }));
    throw new Unexpected(`${command} was refused`, answer.failure, "events");
  };
  const about = aboutOf(circumstances);
  const after = () =>
    events().reduce<Folded>((state, event) => fold(aggregate, state, event, id, about), before);
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

const assertState = (what: string, { state }: Folded, expected: object): void => {
  const named = Object.keys(expected);
  const actual =
    state === undefined ? undefined : Object.fromEntries(named.map((name) => [name, state[name]]));
  assertEqual(what, actual, expected);
};
