import { readFileSync } from "node:fs";
import type { Encoded, EventIn } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import type { charter, network, office, review, unit } from "./index.ts";
import { organisation } from "./index.ts";

type Line = Omit<Encoded, "subject"> & { readonly aggregate: keyof typeof organisation.aggregates };

// One of every event shape ever released: lines are added, never changed.
const lines: ReadonlyArray<Line> = readFileSync(new URL("events.golden.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

type Tag = EventIn<typeof charter | typeof unit | typeof office | typeof network | typeof review>["_tag"];
// Complete by its type: a new event without its line here does not compile.
const tags: Record<Tag, true> = {
  CharterAdopted: true,
  CharterAmended: true,
  UnitFounded: true,
  UnitRenamed: true,
  UnitMoved: true,
  UnitClosed: true,
  UnitReopened: true,
  ContactRouteSet: true,
  GoalsSet: true,
  OfficeOpened: true,
  OfficeRetitled: true,
  OfficeEmpowered: true,
  SeatsChanged: true,
  OfficeClosed: true,
  SeatLeftVacant: true,
  MandateGranted: true,
  MandateCorrected: true,
  MandateEnded: true,
  MandateAnnulled: true,
  MandateSuspended: true,
  MandateResumed: true,
  NetworkFounded: true,
  NetworkRenamed: true,
  NetworkWoken: true,
  NetworkRested: true,
  NetworkContactRouteSet: true,
  UnitReviewed: true,
};

describe("every event that was ever stored", () => {
  it.each(lines.map((line) => [line.type, line] as const))(
    "%s is still read",
    (_, { aggregate, ...stored }) => {
      const { machine } = organisation.aggregates[aggregate];
      const event = machine.decodeEvent({ ...stored, subject: null });
      const again = machine.encodeEvent({ _tag: stored.type.slice("organisation/".length), ...event }, "a-1");
      // An older shape is read as the last one, which says more than it did.
      if (again.schema === stored.schema) expect(again).toMatchObject(stored);
    },
  );
  it("has its line", () => {
    const wanted = Object.keys(tags).map((tag) => `organisation/${tag}`);
    expect([...new Set(lines.map(({ type }) => type))].toSorted()).toEqual(wanted.toSorted());
  });
  it("would not be read with a field missing", () => {
    const line = lines.find(({ type }) => type === "organisation/MandateEnded");
    const { cause: _, ...data } = line?.data ?? {};
    expect(() => organisation.aggregates.office.machine.decodeEvent({ ...line, data } as Encoded)).toThrow();
  });
});
