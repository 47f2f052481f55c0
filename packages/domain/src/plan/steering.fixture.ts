/** An aggregate's life in a test: commands given one after another, without a kernel. */
import {
  type Aggregate,
  type CommandsIn,
  dayOf,
  type EventIn,
  type Instant,
  type StateIn,
  type Tagged,
} from "@verksam/kernel";
import * as Result from "effect/Result";

export interface Circumstances {
  /** Given at this instant; noon on 1 January 2030 where not given, so that days of the story lie in the past. */
  readonly at?: string;
  readonly reason?: string;
  readonly office?: string;
  readonly facts?: unknown;
}

const noon = "2030-01-01T12:00:00.000Z";

export const lifeOf = <A extends Aggregate>(aggregate: A, id: string) => {
  const { machine } = aggregate;
  let state: { readonly [field: string]: unknown } | undefined;
  let version = 0;
  const decide = (command: string, input: unknown, circumstances: Circumstances) => {
    const { at = noon, reason, facts = {} } = circumstances;
    const checked = machine.check(command, input);
    if (Result.isFailure(checked))
      throw new Error(checked.failure.map(({ field, problem }) => `${field}: ${problem}`).join());
    const now = at as Instant;
    const today = dayOf(now, "UTC");
    return machine.decide(command, checked.success, state, {
      id,
      now,
      today,
      on: today,
      actor: { person: "p-1" },
      newId: "unused",
      hasReason: reason !== undefined,
      facts,
    });
  };
  const evolve = (event: Tagged, { at = noon, reason, office }: Circumstances) => {
    version++;
    const encoded = machine.encodeEvent(event, id);
    const recorded = at as Instant;
    const made = { recorded, effective: dayOf(recorded, "UTC"), maker: "p-1", office: office ?? null };
    const entry = { id, version, ...made, reason: reason ?? null };
    state = machine.evolve(state, encoded.type, machine.decodeEvent(encoded), entry);
  };
  return {
    /** The command is accepted: its events. */
    give: <C extends keyof CommandsIn<A> & string>(
      command: C,
      input: CommandsIn<A>[C]["input"],
      circumstances: Circumstances = {},
    ): ReadonlyArray<EventIn<A>> => {
      const decided = decide(command, input, circumstances);
      if (Result.isFailure(decided)) throw decided.failure;
      for (const event of decided.success) evolve(event, circumstances);
      // The machine decides the events its aggregate declares.
      return decided.success as ReadonlyArray<EventIn<A>>;
    },
    /** The command is refused: why. */
    refusal: <C extends keyof CommandsIn<A> & string>(
      command: C,
      input: CommandsIn<A>[C]["input"],
      circumstances: Circumstances = {},
    ): CommandsIn<A>[C]["refusal"] => {
      const decided = decide(command, input, circumstances);
      if (Result.isSuccess(decided)) throw new Error(`${command} was accepted`);
      return decided.failure;
    },
    /** What is wrong with an input that is no input of the command. */
    problems: (command: keyof CommandsIn<A> & string, input: unknown): ReadonlyArray<string> => {
      const checked = machine.check(command, input);
      return Result.isFailure(checked) ? checked.failure.map(({ field }) => field) : [];
    },
    /** The state now, as a storage would give it back. */
    get state(): StateIn<A> {
      if (state === undefined) throw new Error("nothing was decided yet");
      return machine.decodeState(stored(machine.difference(undefined, state))) as StateIn<A>;
    },
  };
};

const stored = ({ row, children }: ReturnType<Aggregate["machine"]["difference"]>) =>
  JSON.parse(
    JSON.stringify({
      ...row,
      ...Object.fromEntries(Object.entries(children).map(([field, { put }]) => [field, put])),
    }),
  );
