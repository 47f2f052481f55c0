/** The organisation's mandates and places, with the head they belong to. */
import type { AuthorityFacts, Day, Head, Json, MandateFact, PlaceFact } from "@verksam/kernel";
import { sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { gathered } from "./dialect.ts";
import { asText, gatherHead, headOf } from "./load.ts";
import { type Steps, slot, statement } from "./statement.ts";

export const mandateColumns = ["office", "person", "unit", "power", "reach", "from_day", "to_day"] as const;
export const placeColumns = ["unit", "parent", "from_day", "to_day"] as const;

export const mandateValues = ({
  office,
  person,
  unit,
  power,
  reach,
  from,
  to,
}: MandateFact): ReadonlyArray<string | null> => [office, person, unit, power, reach, from, to];
export const placeValues = ({ unit, parent, from, to }: PlaceFact): ReadonlyArray<string | null> => [
  unit,
  parent,
  from,
  to,
];

interface Authority {
  readonly head: Head;
  readonly sources: ReadonlyArray<{ readonly source: string; readonly facts: AuthorityFacts }>;
}

export function* authority(dialect: Dialect, tenant: string): Steps<Authority> {
  const [row] = yield statement(dialect.family, "authority", () => {
    const facts = (table: string, columns: ReadonlyArray<string>) =>
      asText(sql`select ${dialect.gather(dialect.array(["source", "n", ...columns].map((name) => sql.ref(name))))}
        from ${sql.table(table)} where tenant = ${slot("tenant")}`);
    return sql`select ${gatherHead(dialect)} as head, ${facts("verksam_mandate", mandateColumns)} as mandates,
      ${facts("verksam_place", placeColumns)} as places`;
  }).bind({ tenant });
  const sources = new Map<
    string,
    { readonly mandates: Array<MandateFact>; readonly places: Array<PlaceFact> }
  >();
  const of = (source: string) => {
    const known = sources.get(source) ?? { mandates: [], places: [] };
    sources.set(source, known);
    return known;
  };
  for (const [source, , ...values] of ordered(row?.mandates))
    of(String(source)).mandates.push(mandate(values));
  for (const [source, , ...values] of ordered(row?.places)) of(String(source)).places.push(place(values));
  return { head: headOf(row), sources: [...sources].map(([source, facts]) => ({ source, facts })) };
}

/** In order of source and number, as they were contributed. */
const ordered = (text: unknown): ReadonlyArray<ReadonlyArray<Json>> =>
  gathered(text)
    .map((row) => row as ReadonlyArray<Json>)
    .sort(([a, m], [b, n]) => (a === b ? Number(m) - Number(n) : String(a) < String(b) ? -1 : 1));

const mandate = ([office, person, unit, power, reach, from, to]: ReadonlyArray<Json>): MandateFact => ({
  office: String(office),
  person: String(person),
  unit: String(unit),
  power: String(power),
  reach: reach === "subtree" ? "subtree" : "unit",
  from: day(from),
  to: dayOrNull(to),
});

const place = ([unit, parent, from, to]: ReadonlyArray<Json>): PlaceFact => ({
  unit: String(unit),
  parent: typeof parent === "string" ? parent : null,
  from: day(from),
  to: dayOrNull(to),
});

// Days are stored as they came from the kernel, which made them by its schema.
const day = (json: Json | undefined): Day => String(json) as Day;
const dayOrNull = (json: Json | undefined): Day | null => (typeof json === "string" ? day(json) : null);
