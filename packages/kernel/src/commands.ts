/** An aggregate's commands as methods: the typed face for people who use Effect. */
import * as Effect from "effect/Effect";
import type { Aggregate, CommandsIn, EventIn, StateIn } from "./aggregate.ts";
import type { Options } from "./call.ts";
import { Acting, type CommandError, type DoneIn, type Order } from "./execute.ts";
import { Verksam } from "./kernel.ts";
import type { Plainly } from "./plainly.ts";

type Give<A extends Aggregate, C extends keyof CommandsIn<A>> = (
  id: string,
  input: Plainly<CommandsIn<A>[C]["input"]>,
  options?: Options,
) => Effect.Effect<DoneIn<A>, CommandsIn<A>[C]["refusal"] | CommandError, Verksam | Acting>;

/** One method a command: its input in, the state after the decision out, its own refusals in the error channel. */
export type CommandsOf<A extends Aggregate> = {
  readonly [C in keyof CommandsIn<A>]: Give<A, C> & {
    /** What the command would answer now; keeps nothing. */
    readonly dryRun: Give<A, C>;
  };
};

/** A command in data form, checked by the types of its aggregate. */
export const order = <A extends Aggregate, C extends keyof CommandsIn<A> & string>(
  aggregate: A,
  command: C,
  id: string,
  input: Plainly<CommandsIn<A>[C]["input"]>,
  rest: Pick<Order, "actor" | "options" | "at">,
): Order<CommandsIn<A>[C]["refusal"], StateIn<A>, EventIn<A>> => ({ aggregate, command, id, input, ...rest });

export const commands = <A extends Aggregate>(aggregate: A): CommandsOf<A> => {
  const give =
    (how: "execute" | "dryRun", command: string) => (id: string, input: unknown, options?: Options) =>
      Effect.flatMap(Acting, (actor) =>
        Verksam.use((verksam) =>
          verksam[how]({
            aggregate,
            command,
            id,
            input,
            actor,
            ...(options === undefined ? {} : { options }),
          }),
        ),
      );
  const methods = aggregate.machine.commands.map((command) => [
    command,
    Object.assign(give("execute", command), { dryRun: give("dryRun", command) }),
  ]);
  // One method a command name, as `CommandsOf` lists them.
  return Object.fromEntries(methods) as CommandsOf<A>;
};
