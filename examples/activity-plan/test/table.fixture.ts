/** A plan for the year 2026 and its record, for trying each cell of the status table: one commitment a cell. */
import type { PlanDocument, StatusName } from "@verksam/domain/plan";
import type { Schema } from "effect";

type Document = (typeof PlanDocument)["Encoded"];
type Rule = Document["commitments"][number]["rule"];

/** A command of the record, without who and when. */
export interface Told {
  readonly do: string;
  readonly id: string;
  readonly input: Schema.Json;
  readonly on?: string;
  readonly reason?: string;
}

/** A commitment, what is recorded of it, and its status on days, found by hand in the table. */
export interface Cell {
  readonly name: string;
  readonly rule: Rule;
  readonly told?: (commitment: string) => ReadonlyArray<Told>;
  readonly expected: { readonly [day: string]: StatusName };
}

export const planId = "plan-2026";
export const codeOf = (index: number): string => `X${index + 1}`;
const idOf = (index: number): string => `${planId}:${codeOf(index)}`;

/** Evidence that counts for one commitment only, so that cells do not meet. */
export const done =
  (on: string, more: { of?: string; amount?: number; subject?: string } = {}) =>
  (commitment: string): Told => {
    const { of = "done", ...rest } = more;
    const about = Object.values(rest).join("-");
    const id = `${commitment.slice(planId.length + 1)}-${of}-${on}${about === "" ? "" : `-${about}`}`;
    const input = { plan: planId, commitment, of, on, unit: "board", ...rest };
    return { do: "evidence.record", id, input };
  };

/** The same about several subjects. */
export const about =
  (on: string, ...subjects: ReadonlyArray<string>) =>
  (commitment: string): ReadonlyArray<Told> =>
    subjects.map((subject) => done(on, { subject })(commitment));

/** Everything given to it, for the commitment. */
export const all =
  (...each: ReadonlyArray<(commitment: string) => Told | ReadonlyArray<Told>>) =>
  (commitment: string): ReadonlyArray<Told> =>
    each.flatMap((tell) => tell(commitment));

/** A command on the commitment itself. */
export const told =
  (command: string, input: Schema.Json, on?: string) =>
  (commitment: string): Told => ({
    do: `commitment.${command}`,
    id: commitment,
    input,
    reason: "Decided at the meeting.",
    ...(on === undefined ? {} : { on }),
  });
export const stage = (name: string, on: string) => told("reachStage", { stage: name, on });

const named = (code: string) => ({ code, title: code });
const list = (code: string, ...members: ReadonlyArray<string>) => ({ ...named(code), list: members });
const others = (code: string, conditional: boolean, ...days: ReadonlyArray<string>) => ({
  ...named(code),
  when: { days },
  conditional,
});

/** The plan of the cells. */
export const planOf = (cells: ReadonlyArray<Cell>): Document => ({
  title: "Plan 2026",
  body: "board",
  period: { from: "2026-01-01", to: "2026-12-31" },
  days: { meeting: "2026-07-01" },
  areas: [{ code: "X", title: "Everything", prioritised: false }],
  kinds: ["done", "asked", "answered", "draft", "adopted", "seats", "judged"].map(named),
  observances: [
    { ...named("feast"), when: { month: 5, day: 1 }, conditional: false },
    { ...named("eve"), when: { month: 12, day: 30 }, conditional: false },
    others("unset", false),
    others("set", false),
    others("none", false),
    others("cancelled", true, "2026-08-01"),
    others("untold", true, "2026-08-01"),
  ],
  populations: [
    list("four", "m1", "m2", "m3", "m4"),
    list("leavers", "m1"),
    list("nobody"),
    { ...named("clubs"), units: { kind: "club" } },
  ],
  commitments: cells.map(({ name, rule }, index) => ({
    code: codeOf(index),
    area: "X",
    owner: { unit: "board" },
    text: name,
    rule,
  })),
});

const founder = { person: "p-1" };
const title = { sv: "Sekreterare", en: "Secretary" };
const powers = ["organisation.*", "plan.*"].map((power) => ({ power, reach: "subtree" }));
const unit = (id: string, kind: string, on: string): Told => ({
  do: "unit.found",
  id,
  input: { kind, name: id, under: "board" },
  on,
});

/** What comes before the plan: an organisation with a board, an office and three clubs. */
export const beginning: ReadonlyArray<Told> = [
  { do: "founding.found", id: "organisation", input: { founder: "p-1", zone: "Europe/Stockholm" } },
  {
    do: "charter.adopt",
    id: "charter",
    input: {
      root: "board",
      unitKinds: ["board", "club"].map((code) => ({ code, title })),
      officeKinds: [{ code: "secretary", title, powers, unitKinds: null }],
    },
  },
  { do: "unit.found", id: "board", input: { kind: "board", name: "The board" }, on: "2020-01-01" },
  {
    do: "office.open",
    id: "secretary",
    input: { unit: "board", kind: "secretary", title: "Secretary" },
    on: "2020-01-01",
  },
  { do: "office.grant", id: "secretary", input: { person: "p-1", from: "2020-01-01" } },
  unit("first", "club", "2020-01-01"),
  unit("closing", "club", "2020-01-01"),
  { do: "plan.adopt", id: planId, input: {}, on: "2026-01-01" },
];

/** What happened to populations and observances that cells share. */
const shared: ReadonlyArray<Told> = [
  { do: "unit.close", id: "closing", input: {}, on: "2026-03-31" },
  unit("second", "club", "2026-07-01"),
  { do: "population.remove", id: `${planId}:leavers`, input: { member: "m1", from: "2026-06-15" } },
  { do: "observance.setDays", id: `${planId}:set`, input: { year: 2026, days: ["2026-09-01"] } },
  { do: "observance.setDays", id: `${planId}:none`, input: { year: 2026, days: [] } },
  { do: "observance.notHeld", id: `${planId}:cancelled`, input: { day: "2026-08-01" } },
];

export const lineOf = (told: Told, at: string): string => JSON.stringify({ at, by: founder, ...told });

/** The record of the cells: begun on the plan's first day, all else recorded when the year had long passed. */
export const recordOf = (cells: ReadonlyArray<Cell>): string =>
  [
    ...beginning.map((told) => lineOf(told, "2026-01-01T09:00:00Z")),
    ...[...shared, ...cells.flatMap(({ told }, index) => told?.(idOf(index)) ?? [])].map((told) =>
      lineOf(told, "2027-06-01T09:00:00Z"),
    ),
  ].join("\n");
