import { accept, aggregate, child, Id } from "@verksam/kernel";
import { Schema, SchemaTransformation } from "effect";
import { describe, expect, it } from "vitest";
import { cabin, season } from "./cabin.fixture.ts";
import { laws, type Script } from "./index.ts";

const summer = { facts: { season: { open: true } } };
const book = (n: number) =>
  [
    "book",
    { guest: `p-${n}`, season: "summer", note: "late" },
    { ...summer, newId: `b-${n}`, on: "2026-07-01" },
  ] as const;

describe("the laws of an aggregate", () => {
  it("hold of one whose rules are pure and whose schemas keep what they are given", () => {
    const full: Script<typeof cabin> = [
      ["empty", {}],
      ["open", { unit: "u-1", beds: 2 }],
      ["empty", {}],
      book(9),
      book(1),
      book(5),
      ["open", { unit: "u-1", beds: 2 }],
      ["empty", {}],
      book(3),
    ];
    expect(laws(cabin, full, [["open", { unit: "u-1", beds: 1 }], book(1)])).toEqual({
      events: 8,
      refusals: 3,
    });
    expect(laws(season, [["open", {}]])).toEqual({ events: 1, refusals: 0 });
  });
});

const trimming = Schema.String.pipe(
  Schema.decodeTo(
    Schema.String,
    SchemaTransformation.transform({ decode: (text: string) => text.trim(), encode: (text: string) => text }),
  ),
);
type Text = typeof Schema.String | typeof trimming;
interface Wrong {
  readonly event?: Text;
  readonly state?: Text;
  readonly mark?: (marks: ReadonlyArray<string>) => string;
  readonly reserve?: () => string;
  readonly row?: string;
}
let count = 0;

/** A list of marks with one wrong rule. */
const marks = (wrong: Wrong) => {
  const {
    event = Schema.String,
    state = Schema.String,
    mark = () => " b ",
    reserve = () => "k",
    row = "r-2",
  } = wrong;
  return aggregate({
    area: "laws",
    name: "list",
    state: { marks: Schema.Array(state) },
    children: { rows: child("id", { id: Id }) },
    events: { Begun: { text: event }, Marked: { text: event } },
    commands: { begin: {}, mark: {} },
    creates: "begin",
  })
    .evolve(
      {
        Begun: ({ text }) => ({ marks: [text], rows: [{ id: "r-1" }] }),
        Marked: ({ text }, { marks, rows }) => ({ marks: [...marks, text], rows: [...rows, { id: row }] }),
      },
      { reserves: () => [{ name: "list", key: reserve() }] },
    )
    .decide({
      begin: () => accept({ _tag: "Begun", text: "a" }),
      mark: (_, { marks }) => accept({ _tag: "Marked", text: mark(marks) }),
    })
    .guard({ begin: () => ({ power: "laws", unit: null }), mark: () => ({ power: "laws", unit: null }) });
};
const living = (wrong: Wrong) => () =>
  laws(marks(wrong), [
    ["begin", {}],
    ["mark", {}],
  ]);

describe("the laws catch", () => {
  it("nothing where nothing is wrong", () => {
    expect(living({})()).toEqual({ events: 2, refusals: 0 });
  });

  it("a rule that answers otherwise when asked again", () => {
    expect(living({ mark: () => `${count++}` })).toThrow("mark answers otherwise when asked again");
  });

  it("a rule that changes the state it was handed", () => {
    // As somebody without types would.
    expect(living({ mark: (marks) => `${Reflect.apply(Array.prototype.push, marks, ["c"])}` })).toThrow(
      TypeError,
    );
  });

  it("an event whose schema does not keep what was decided", () => {
    expect(living({ event: trimming })).toThrow("Marked as stored folds to another state than as decided");
  });

  it("a state whose schema does not keep what was folded", () => {
    expect(living({ state: trimming })).toThrow("the state after Marked does not come back from its tables");
  });

  it("two children with the same key", () => {
    expect(living({ row: "r-1" })).toThrow("Marked by difference is not what it is whole");
  });

  it("reservations that do not follow from the state", () => {
    expect(living({ reserve: () => `${count++}` })).toThrow("the reservations after Begun do not follow");
  });
});
