import { AlreadyExists, InvalidInput, NotFound } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { Closed, cabin, Full } from "./cabin.fixture.ts";
import { given, recorded, Unexpected } from "./index.ts";

const opened = { _tag: "CabinOpened", unit: "u-1", beds: 1 } as const;
const booked = { _tag: "CabinBooked", booking: "b-1", guest: "p-7", note: null } as const;
const book = { guest: "p-7", season: "summer", note: null };
const summer = { facts: { season: { open: true } } };

describe("given, when, then", () => {
  it("tells the events that a command decides, and the state after them", () => {
    given(cabin)
      .when("open", { unit: "u-1", beds: 4 })
      .then({ _tag: "CabinOpened", unit: "u-1", beds: 4 })
      .thenState({ beds: 4, bookings: [] });
    given(cabin, opened)
      .when("book", book, {
        ...summer,
        newId: "b-2",
        on: "2026-07-01",
        actor: { person: "p-1", office: "warden" },
      })
      .then({ _tag: "CabinBooked", booking: "b-2", guest: "p-7", note: null })
      .thenState({
        bookings: [{ id: "b-2", guest: "p-7", note: null, from: "2026-07-01", by: "warden" }],
      });
  });

  it("tells that a command decides nothing", () => {
    given(cabin, opened).when("empty", {}).then();
  });

  it("tells the refusal", () => {
    given(cabin, opened, booked)
      .when("book", book, summer)
      .thenRefused(new Full({ beds: 1 }));
    given(cabin, opened)
      .when("book", book)
      .thenRefused(new Closed({ season: "summer" }));
  });

  it("refuses for the kernel what is not there, is there already or does not fit", () => {
    given(cabin)
      .when("empty", {})
      .thenRefused(new NotFound({ aggregate: "cabins_cabin", id: "a-1" }));
    given(cabin, opened)
      .when("open", { unit: "u-1", beds: 4 }, { id: "c-9" })
      .thenRefused(new AlreadyExists({ aggregate: "cabins_cabin", id: "c-9" }));
    given(cabin)
      .when("open", { unit: "u-1", beds: 0 })
      .thenRefused(
        new InvalidInput({
          command: "cabins.cabin.open",
          problems: [{ field: "beds", problem: "Expected a value greater than 0" }],
        }),
      );
  });

  it("tells the power that the guard asks for", () => {
    given(cabin, opened).when("book", book).thenNeeds({ power: "cabins.book", unit: "u-1" });
  });

  it("folds the past with the days and offices it is told", () => {
    const event = recorded(booked, { effective: "2025-12-24", office: "warden" });
    given(cabin, opened, event).thenState({
      bookings: [{ id: "b-1", guest: "p-7", note: null, from: "2025-12-24", by: "warden" }],
    });
  });
});

describe("a sentence that is not true", () => {
  const failing = (sentence: () => void): Unexpected => {
    try {
      sentence();
    } catch (error) {
      if (error instanceof Unexpected) return error;
      throw error;
    }
    throw new Error("the sentence held");
  };

  it("fails with what differs, line by line", () => {
    const { message } = failing(() =>
      given(cabin).when("open", { unit: "u-1", beds: 4 }).then({ _tag: "CabinOpened", unit: "u-1", beds: 5 }),
    );
    expect(message.split("\n")).toEqual([
      "open decided other events",
      "  [",
      "    {",
      '      "_tag": "CabinOpened",',
      '-     "beds": 5,',
      '+     "beds": 4,',
      '      "unit": "u-1"',
      "    }",
      "  ]",
    ]);
  });

  it("fails where a refusal was not expected, or another one, or none", () => {
    const refused = given(cabin, opened, booked).when("book", book, summer);
    expect(failing(() => refused.then(booked)).message).toContain('"_tag": "Full"');
    expect(failing(() => refused.thenRefused(new Full({ beds: 2 }))).actual).toEqual(new Full({ beds: 1 }));
    const accepted = given(cabin, opened).when("book", book, summer);
    expect(failing(() => accepted.thenRefused(new Full({ beds: 1 }))).message).toContain("was not refused");
  });

  it("fails on another state, on too few events and on another power", () => {
    const two = given(cabin, { ...opened, beds: 2 }, booked, { ...booked, booking: "b-2" }).when("empty", {});
    failing(() => two.then({ _tag: "BookingCancelled", booking: "b-1" }));
    failing(() => two.thenState({ beds: 3 }));
    failing(() => two.thenNeeds({ power: "cabins.book", unit: "u-1" }));
  });

  it("fails on a fact that the command does not declare, and on an event that its schema does not", () => {
    failing(() => given(cabin, opened).when("book", book, { facts: { saeson: {} } }));
    const misspelt = { ...opened, bed: 1 };
    expect(() => given(cabin, misspelt).thenState({ beds: 1 })).toThrow();
  });
});
