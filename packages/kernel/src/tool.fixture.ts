/** An aggregate for the kernel's own tests: tools an association lends out, told apart by a number. */
import * as Schema from "effect/Schema";
import { accept, aggregate, area, child, Day, event, Id, one, personal, refuse } from "./index.ts";

class AlreadyLent extends Schema.TaggedError<AlreadyLent>()("AlreadyLent", { to: Id }) {}
class NotLent extends Schema.TaggedError<NotLent>()("NotLent", {}) {}
class ShelfUnknown extends Schema.TaggedError<ShelfUnknown>()("ShelfUnknown", { shelf: Id }) {}

export const shelf = aggregate({
  area: "lending",
  name: "shelf",
  state: { unit: Id, room: Schema.Int },
  events: { ShelfPut: { unit: Id, room: Schema.Int }, ShelfMoved: { room: Schema.Int } },
  commands: { put: { unit: Id, room: Schema.Int }, move: { room: Schema.Int } },
  creates: "put",
})
  .evolve({
    ShelfPut: (event) => event,
    ShelfMoved: ({ room }, state) => ({ ...state, room }),
  })
  .decide({
    put: (input) => accept({ _tag: "ShelfPut", ...input }),
    move: ({ room }, state) => (room === state.room ? accept() : accept({ _tag: "ShelfMoved", room })),
  })
  .guard({
    put: ({ unit }) => ({ power: "lending.manage", unit }),
    move: (_, { unit }) => ({ power: "lending.manage", unit }),
  });

const loan = {
  id: Id,
  person: Id,
  from: Day,
  to: Schema.NullOr(Day),
  note: personal("personal", Schema.String),
};

export const tool = aggregate({
  area: "lending",
  name: "tool",
  state: { unit: Id, number: Schema.Int, shelf: Id, room: Schema.Int },
  children: { loans: child("id", loan) },
  indexes: { onShelf: ["shelf"] },
  events: {
    ToolAdded: { unit: Id, number: Schema.Int, shelf: Id, room: Schema.Int },
    ToolLent: event(
      { loan: Id, person: Id, note: personal("personal", Schema.String) },
      { subject: "person" },
    ),
    ToolReturned: { loan: Id },
  },
  commands: {
    add: { unit: Id, number: Schema.Int.check(Schema.isGreaterThan(0)), shelf: Id },
    lend: { person: Id, note: personal("personal", Schema.String) },
    giveBack: {},
  },
  creates: "add",
})
  .evolve(
    {
      ToolAdded: (event) => ({ ...event, loans: [] }),
      ToolLent: ({ loan, person, note }, state, { effective }) => ({
        ...state,
        loans: [...state.loans, { id: loan, person, note, from: effective, to: null }],
      }),
      ToolReturned: ({ loan }, state, { effective }) => ({
        ...state,
        loans: state.loans.map((each) => (each.id === loan ? { ...each, to: effective } : each)),
      }),
    },
    { reserves: ({ number }) => [{ name: "tool number", key: String(number) }] },
  )
  .facts({ add: ({ shelf: id }) => ({ shelf: one(shelf, id) }) })
  .decide({
    add: (input, _, { facts }) =>
      facts.shelf === undefined
        ? refuse(new ShelfUnknown({ shelf: input.shelf }))
        : accept({ _tag: "ToolAdded", ...input, room: facts.shelf.room }),
    lend: ({ person, note }, { loans }, { newId }) => {
      const open = loans.find(({ to }) => to === null);
      return open === undefined
        ? accept({ _tag: "ToolLent", loan: newId, person, note })
        : refuse(new AlreadyLent({ to: open.person }));
    },
    giveBack: (_, { loans }) => {
      const open = loans.find(({ to }) => to === null);
      return open === undefined ? refuse(new NotLent({})) : accept({ _tag: "ToolReturned", loan: open.id });
    },
  })
  .guard({
    add: ({ unit }) => ({ power: "lending.manage", unit }),
    lend: (_, { unit }) => ({ power: "lending.lend", unit }),
    giveBack: (_, { unit }) => ({ power: "lending.lend", unit }),
  });

/** An office that owns its mandates, as plain as the guard's tests need it. */
export const post = aggregate({
  area: "lending",
  name: "post",
  state: { unit: Id, person: Id, power: Schema.String, to: Schema.NullOr(Day) },
  events: { PostFilled: { unit: Id, person: Id, power: Schema.String }, PostLeft: { to: Day } },
  commands: { fill: { unit: Id, person: Id, power: Schema.String }, leave: { to: Day } },
  creates: "fill",
})
  .evolve(
    {
      PostFilled: (event) => ({ ...event, to: null }),
      PostLeft: ({ to }, state) => ({ ...state, to }),
    },
    {
      authority: ({ unit, person, power, to }, id) => ({
        mandates: [{ office: id, person, unit, power, reach: "subtree", from: Day.make("2025-01-01"), to }],
        places: [],
      }),
    },
  )
  .decide({
    fill: (input) => accept({ _tag: "PostFilled", ...input }),
    leave: ({ to }) => accept({ _tag: "PostLeft", to }),
  })
  .guard({
    fill: ({ unit }) => ({ power: "lending.appoint", unit }),
    leave: (_, { unit }) => ({ power: "lending.appoint", unit }),
  });

export const lending = area({ name: "lending", aggregates: { shelf, tool, post }, migrations: [] });
