/** An aggregate's events brought through the schemas they are stored by, and folded. */
import type { Aggregate, Day, EventIn, Instant, Plainly, Recorded, StateIn, Tagged } from "@verksam/kernel";

/** A state or event as its rules see it, its type erased. */
export type Plain = { readonly [field: string]: unknown };

/** What the journal tells of an event beside its fields. */
export type About = Partial<Plainly<Omit<Recorded, "id" | "version">>>;

/** An event with what the journal is to tell of it. */
export class Past<out E> {
  readonly event: E;
  readonly about: About;
  constructor(event: E, about: About) {
    this.event = event;
    this.about = about;
  }
}

/** An event of the past with its day, instant, maker, office or reason, where they matter. */
export const recorded = <const E>(event: E, about: About): Past<E> => new Past(event, about);

export type EventGiven<A extends Aggregate> = Plainly<EventIn<A>> | Past<Plainly<EventIn<A>>>;
export type StateGiven<A extends Aggregate> = Plainly<StateIn<A>>;

/** What an event is recorded with where nothing else is said. */
const usual = {
  // A day and an instant by their form.
  recorded: "2026-01-01T12:00:00.000Z" as Instant,
  effective: "2026-01-01" as Day,
  maker: "p-1",
  office: null,
  reason: null,
};

export interface Folded {
  readonly version: number;
  readonly state: Plain | undefined;
}
export const unborn: Folded = { version: 0, state: undefined };

/** The event as it comes back from the journal. Throws where its schema does not declare it. */
export const stored = (
  { machine }: Aggregate,
  event: Tagged,
  id: string,
): { readonly type: string; readonly event: Plain } => {
  const encoded = machine.encodeEvent(event, id);
  return { type: encoded.type, event: machine.decodeEvent(encoded) };
};

/** One more event, by way of the schemas of the event and of the state. */
export const fold = (
  aggregate: Aggregate,
  before: Folded,
  given: unknown,
  id: string,
  about: About = {},
): Folded => {
  const past = given instanceof Past ? given : new Past(given, about);
  const version = before.version + 1;
  // Checked by the event's schema as it is encoded, and the journal's fields by those who evolve from them.
  const { type, event } = stored(aggregate, past.event as Tagged, id);
  const entry = { ...usual, ...past.about, id, version } as Recorded;
  const state = aggregate.machine.evolve(before.state, type, event, entry);
  return { version, state: reloaded(aggregate, state) };
};

/** The state as it comes back from its tables. Throws where its schema does not declare it. */
export const reloaded = ({ machine }: Aggregate, state: Plain): Plain => {
  const { row, children } = machine.difference(undefined, state);
  const collections = Object.entries(children).map(([field, { put }]) => [field, put]);
  return machine.decodeState({ ...row, ...Object.fromEntries(collections) });
};
