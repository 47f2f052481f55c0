/** What the figures are taken on: a call list's counter, one row of four columns, one event a command. */
import {
  accept,
  aggregate,
  area,
  Id,
  Ids,
  type Kernel,
  makeKernel,
  order,
  type Storage,
  tablesOf,
} from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";

export const tally = aggregate({
  area: "bench",
  name: "tally",
  state: { unit: Id, title: Schema.String, count: Schema.Int, last: Schema.String },
  events: {
    TallyOpened: { unit: Id, title: Schema.String },
    TallyRaised: { by: Schema.Int, note: Schema.String },
  },
  commands: {
    open: { unit: Id, title: Schema.String },
    raise: { by: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })), note: Schema.String },
  },
  creates: "open",
})
  .evolve({
    TallyOpened: (event) => ({ ...event, count: 0, last: "" }),
    TallyRaised: ({ by, note }, state) => ({ ...state, count: state.count + by, last: note }),
  })
  .decide({
    open: (input) => accept({ _tag: "TallyOpened", ...input }),
    raise: (input) => accept({ _tag: "TallyRaised", ...input }),
  })
  .guard({
    open: ({ unit }) => ({ power: "bench.open", unit }),
    raise: (_, { unit }) => ({ power: "bench.raise", unit }),
  });

export const bench = area({
  name: "bench",
  aggregates: { tally },
  migrations: [{ name: "bench-0001", steps: tablesOf(tally.shape) }],
});

const actor = { person: "p-1" };
export const tenant = "bench";
/** How many aggregates the commands are spread over. */
const spread = 1000;
export const idOf = (number: number): string => `t-${number % spread}`;
export const note = "called, asked to be called again next week";

/** One more than what a tally has: a command with an idempotency key, as a retrying client gives it. */
export const raise = (number: number) =>
  order(tally, "raise", idOf(number), { by: 1, note }, { actor, options: { key: `key-${number}` } });

/** The kernel on a storage, as an application has it. */
export const kernelOn = (storage: Storage["Service"]): Promise<Kernel> =>
  Effect.runPromise(
    Ids.use(({ next }) =>
      Effect.sync(() => makeKernel(storage.for(tenant), { tenant, areas: [bench] }, next)),
    ).pipe(Effect.provide(Ids.layer)),
  );

/** A founded organisation with its tallies opened. */
export const opened = async (storage: Storage["Service"]): Promise<Kernel> => {
  const kernel = await kernelOn(storage);
  await Effect.runPromise(kernel.found("p-1", "Europe/Stockholm"));
  const orders = Array.from({ length: spread }, (_, number) =>
    order(tally, "open", idOf(number), { unit: "u-1", title: `list ${number}` }, { actor }),
  );
  for (const answer of await Effect.runPromise(kernel.executeMany(orders)))
    if (answer._tag === "Failure") throw answer.failure;
  return kernel;
};
