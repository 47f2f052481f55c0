/** May this person, with the mandates held on that day, give this command about this unit? Default no; pure. */

import type { Actor, Need } from "./aggregate.ts";
import type { Authority } from "./authority.ts";
import type { Day } from "./day.ts";
import type { MandateFact } from "./storage.ts";

/** A mandate's unit that stands for every unit of the organisation, also before there is one. */
export const everyUnit = "*";

/** Whether a held power includes a needed one: the same, `area.*` every power of the area, `*` every power. */
export const includesPower = (held: string, needed: string): boolean =>
  held === needed || held === "*" || (held.endsWith(".*") && needed.startsWith(held.slice(0, -1)));

/** The unit and those above it on the day, nearest first; a unit moved under itself ends the walk. */
export const lineOf = (authority: Authority, unit: string, on: Day): ReadonlyArray<string> => {
  const line = [unit];
  for (;;) {
    const last = line[line.length - 1] ?? unit;
    const place = authority.placesOf(last).find((place) => isInForce(place, on));
    if (place === undefined || place.parent === null || line.includes(place.parent)) return line;
    line.push(place.parent);
  }
};

/** The mandate that permits it, or undefined. With `office`, only a mandate of that office counts. */
export const permits = (
  authority: Authority,
  person: string,
  need: Need,
  on: Day,
  office?: string,
): MandateFact | undefined => {
  const held = authority
    .mandatesOf(person)
    .filter(
      (mandate) =>
        isInForce(mandate, on) &&
        includesPower(mandate.power, need.power) &&
        (office === undefined || mandate.office === office),
    );
  if (held.length === 0) return undefined;
  const { unit } = need;
  if (unit === null || unit === undefined) return held[0];
  if (unit === everyUnit) return held.find((mandate) => isOverAll(authority, mandate, on));
  const near = held.find((mandate) => mandate.unit === unit || mandate.unit === everyUnit);
  if (near !== undefined) return near;
  const line = new Set(lineOf(authority, unit, on));
  return held.find((mandate) => mandate.reach === "subtree" && line.has(mandate.unit));
};

/** Whether a mandate covers the whole organisation: it is over every unit, or over the root and all beneath it. */
const isOverAll = (authority: Authority, { unit, reach }: MandateFact, on: Day): boolean =>
  unit === everyUnit ||
  (reach === "subtree" &&
    authority.placesOf(unit).some((place) => place.parent === null && isInForce(place, on)));

/** The office an actor may meet the need in; a system office's is null. Undefined: not allowed. */
export const allows = (
  authority: Authority,
  systems: { readonly [office: string]: ReadonlyArray<string> },
  actor: Actor,
  need: Need,
  on: Day,
): { readonly office: string | null } | undefined => {
  if (!("system" in actor)) return permits(authority, actor.person, need, on, actor.office);
  const held = Object.hasOwn(systems, actor.system) ? (systems[actor.system] ?? []) : [];
  return held.some((power) => includesPower(power, need.power)) ? { office: null } : undefined;
};

const isInForce = (fact: { readonly from: Day; readonly to: Day | null }, on: Day): boolean =>
  fact.from <= on && (fact.to === null || on <= fact.to);
