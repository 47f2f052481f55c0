/** An aggregate for the testkit's own tests: a cabin that members book. */
import {
  accept,
  aggregate,
  child,
  Day,
  event,
  found,
  Id,
  type JsonRecord,
  one,
  personal,
  refuse,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";

export class Full extends Schema.TaggedError<Full>()("Full", { beds: Schema.Int }) {}
export class Closed extends Schema.TaggedError<Closed>()("Closed", { season: Id }) {}

export const season = aggregate({
  area: "cabins",
  name: "season",
  state: { open: Schema.Boolean },
  indexes: { open: ["open"] },
  events: { SeasonOpened: {} },
  commands: { open: {} },
  creates: "open",
})
  .evolve({ SeasonOpened: () => ({ open: true }) })
  .decide({ open: () => accept({ _tag: "SeasonOpened" }) })
  .guard({ open: () => ({ power: "cabins.run", unit: null }) });

const booking = {
  id: Id,
  guest: Id,
  from: Day,
  by: Schema.NullOr(Id),
  note: personal("personal", Schema.String),
};
/** The first shape of `CabinOpened` had rooms of two beds. */
const bedsOfRooms = ({ rooms, ...event }: JsonRecord): JsonRecord => ({ ...event, beds: Number(rooms) * 2 });

export const cabin = aggregate({
  area: "cabins",
  name: "cabin",
  state: { unit: Id, beds: Schema.Int, warden: Schema.optionalKey(Id) },
  children: { bookings: child("id", booking) },
  events: {
    CabinOpened: event({ unit: Id, beds: Schema.Int }, { upcasts: [bedsOfRooms] }),
    CabinBooked: event(
      { booking: Id, guest: Id, note: personal("personal", Schema.String) },
      { subject: "guest" },
    ),
    BookingCancelled: { booking: Id },
  },
  commands: {
    open: { unit: Id, beds: Schema.Int.check(Schema.isGreaterThan(0)) },
    book: { guest: Id, season: Id, note: personal("personal", Schema.String) },
    empty: {},
  },
  creates: "open",
})
  .evolve({
    CabinOpened: (event) => ({ ...event, bookings: [] }),
    CabinBooked: ({ booking, guest, note }, state, { effective, office }) => ({
      ...state,
      bookings: [...state.bookings, { id: booking, guest, note, from: effective, by: office }],
    }),
    BookingCancelled: ({ booking }, state) => ({
      ...state,
      bookings: state.bookings.filter(({ id }) => id !== booking),
    }),
  })
  .facts({ book: ({ season: id }) => ({ season: one(season, id), others: found(season, "open", true) }) })
  .decide({
    open: (input) => accept({ _tag: "CabinOpened", ...input }),
    book: ({ guest, note, season: id }, { beds, bookings }, { facts, newId }) => {
      if (facts.season?.open !== true) return refuse(new Closed({ season: id }));
      if (bookings.length === beds) return refuse(new Full({ beds }));
      return accept({ _tag: "CabinBooked", booking: newId, guest, note });
    },
    empty: (_, { bookings }) =>
      accept(...bookings.map(({ id }) => ({ _tag: "BookingCancelled" as const, booking: id }))),
  })
  .guard({
    open: ({ unit }) => ({ power: "cabins.run", unit }),
    book: (_, { unit }) => ({ power: "cabins.book", unit }),
    empty: (_, { unit }) => ({ power: "cabins.run", unit }),
  });
