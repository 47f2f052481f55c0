/** The guard as a condition in a query: the rows about which a person may give a command. */
import { type Day, everyUnit } from "@verksam/kernel";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";

export interface PermittedOptions {
  readonly tenant: string;
  readonly person: string;
  readonly power: string;
  /** The day on which the mandate must be held. */
  readonly on: Day;
  /** The unit the row is about, as an expression of the query; null needs the power over any unit. */
  readonly unit: Expression<unknown>;
  /** Counts only mandates of this office. */
  readonly office?: string;
}

/**
 * True where the guard (`permits`) would let the person use the power over the unit on that day. The units are worked out once for
 * the whole query, from the person's mandates down the tree.
 */
export const permitted = ({
  tenant,
  person,
  power,
  on,
  unit,
  office,
}: PermittedOptions): RawBuilder<SqlBool> => {
  const held = sql`select mandate.unit, mandate.reach from verksam_mandate as mandate
    where mandate.tenant = ${tenant} and mandate.person = ${person} and mandate.power in (${sql.join(including(power))})
      and ${inForce("mandate", on)} ${office === undefined ? sql`` : sql`and mandate.office = ${office}`}`;
  // Where a unit has two places on one day, the first of them counts, as in the guard.
  const below = sql`select place.unit, 'subtree' from covered
    join verksam_place as place on place.tenant = ${tenant} and place.parent = covered.unit and ${inForce("place", on)}
    where covered.reach = 'subtree' and not exists (select 1 from verksam_place as other
      where other.tenant = place.tenant and other.unit = place.unit and ${inForce("other", on)}
        and (other.source, other.n) < (place.source, place.n))`;
  // `union` keeps each unit once, so that a unit moved under itself ends the walk.
  const covered = sql`with recursive covered(unit, reach) as (${held} union ${below}) select unit from covered`;
  return sql<SqlBool>`(coalesce(${unit} in (${covered}), false)
    or exists (select 1 from (${held}) as held where held.unit = ${everyUnit} or ${unit} is null))`;
};

const inForce = (table: string, on: Day) => sql`${sql.ref(`${table}.from_day`)} <= ${on}
  and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} >= ${on})`;

/** The powers that include this one: itself, `area.*` for every beginning of it, `*` (the guard's `includesPower`). */
const including = (power: string): ReadonlyArray<string> => [
  power,
  "*",
  ...[...power.matchAll(/\./g)].map(({ index }) => `${power.slice(0, index + 1)}*`),
];
