/** A made-up district for the tests: its charter, and states folded from events, as facts and queries are handed them. */
import type { Aggregate, Day, EventIn, Instant, Plainly, StateIn, Tagged } from "@verksam/kernel";
import { charter, charterId } from "./charter.ts";
import { office } from "./office.ts";
import { unit } from "./unit.ts";

export const day = (text: string): Day => text as Day;
export const instant = (text: string): Instant => text as Instant;

/** An event as a test writes it, with the instant it was recorded at. */
export type At<A extends Aggregate> = readonly [at: string, event: Plainly<EventIn<A>>];

/** The state that events leave. */
export const stateOf = <A extends Aggregate>(
  { machine, area }: A,
  id: string,
  ...events: ReadonlyArray<At<A>>
) => {
  let state: Parameters<typeof machine.evolve>[0];
  for (const [index, [at, event]] of events.entries()) {
    const { _tag, ...fields } = event as Tagged;
    const about = {
      recorded: instant(at),
      effective: day(at.slice(0, 10)),
      maker: "p-1",
      office: null,
      reason: null,
    };
    state = machine.evolve(state, `${area}/${_tag}`, fields, { id, version: index + 1, ...about });
  }
  // The aggregate's own rules made it.
  return { id, version: events.length, state: state as StateIn<A> };
};

const early = "2020-01-01T12:00:00.000Z";

export const adopted = {
  _tag: "CharterAdopted",
  root: "district",
  unitKinds: [
    { code: "district", title: { sv: "distrikt", en: "district" } },
    { code: "association", title: { sv: "förening", en: "association" } },
    { code: "committee", title: { sv: "utskott", en: "committee" } },
  ],
  officeKinds: [
    {
      code: "secretary",
      title: { sv: "sekreterare", en: "secretary" },
      powers: [{ power: "organisation.*", reach: "subtree" }],
      unitKinds: ["district"],
    },
    {
      code: "chair",
      title: { sv: "ordförande", en: "chair" },
      powers: [{ power: "organisation.goals", reach: "unit" }],
      unitKinds: null,
    },
  ],
} as const;

export const theCharter = stateOf(charter, charterId, [early, adopted]).state;

/** A unit founded on 2000-01-01, and what came after. */
export const unitOf = (id: string, under: string | null, ...events: ReadonlyArray<At<typeof unit>>) => {
  const kind = under === null ? "district" : under === "district" ? "association" : "committee";
  return stateOf(
    unit,
    id,
    [early, { _tag: "UnitFounded", kind, name: id, under, on: "2000-01-01" }],
    ...events,
  );
};

/** `south` under the district, closed after February 2026. */
export const closedSouth = unitOf("south", "district", [
  "2026-01-01T12:00:00.000Z",
  { _tag: "UnitClosed", on: "2026-02-28" },
]);

/** What founded the district, and `north` under it. */
export const rootFounded = {
  _tag: "UnitFounded",
  kind: "district",
  name: "District",
  under: null,
  on: "2000-01-01",
} as const;
export const northFounded = {
  _tag: "UnitFounded",
  kind: "association",
  name: "North",
  under: "district",
  on: "2000-01-01",
} as const;

/** The chair of `north`, one seat, opened on 2000-01-01, and what came after. */
export const opened = {
  _tag: "OfficeOpened",
  unit: "north",
  kind: "chair",
  title: "Chair",
  seats: 1,
  powers: [{ power: "plan.*", reach: "subtree" }],
  on: "2000-01-01",
} as const;
/** A term in that office. */
export const granted = {
  _tag: "MandateGranted",
  mandate: "m-1",
  person: "p-2",
  role: "ordinary",
  from: "2025-03-01",
  to: "2027-02-28",
} as const;

export const officeOf = (id: string, ...events: ReadonlyArray<At<typeof office>>) =>
  stateOf(office, id, [early, opened], ...events);
