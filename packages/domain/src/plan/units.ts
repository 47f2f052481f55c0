/** Populations that are counted from the organisation's units: who belongs follows from where each unit stood. */
import { type Day, type Instant, maxDay, minDay } from "@verksam/kernel";
import type { UnitsOfKind } from "./declared.ts";
import type { Membership } from "./facts.ts";

/**
 * That a unit of a kind stood under another from a day to a day (both included; without `to` it still does). A unit that was
 * moved, closed or reopened has several. `recordedAt` and `withdrawnAt` as for any entry; without them it was always known.
 */
export interface UnitPlaced {
  readonly unit: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly from: Day;
  readonly to?: Day | null;
  readonly recordedAt?: Instant;
  readonly withdrawnAt?: Instant | null;
}

/** The first instant there is: what nobody recorded was known from then on. */
const always = "0001-01-01T00:00:00.000Z" as Instant;

/** The memberships of a population of units: all of the kind, or those that stand, at whatever depth, under a unit. */
export const unitsOfKind = (
  population: string,
  { kind, under }: UnitsOfKind,
  units: ReadonlyArray<UnitPlaced>,
): ReadonlyArray<Membership> => {
  const places = new Map<string, Array<UnitPlaced>>();
  for (const place of units) {
    const others = places.get(place.unit);
    if (others === undefined) places.set(place.unit, [place]);
    else others.push(place);
  }
  return units
    .filter((place) => place.kind === kind)
    .flatMap((place) => (under === undefined ? [spanOf(place)] : spansUnder(under, place, places, new Set())))
    .map((span) => membership(population, span));
};

/** When a unit stood somewhere, and when that was known. */
interface Stood {
  readonly unit: string;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly recordedAt: Instant;
  readonly withdrawnAt: Instant | undefined;
}

const spanOf = ({ unit, from, to, recordedAt = always, withdrawnAt }: UnitPlaced): Stood => ({
  unit,
  from,
  to: to ?? undefined,
  recordedAt,
  withdrawnAt: withdrawnAt ?? undefined,
});

/** The parts of a unit's time at a place in which that place stood under the unit asked for. */
const spansUnder = (
  under: string,
  place: UnitPlaced,
  places: ReadonlyMap<string, ReadonlyArray<UnitPlaced>>,
  seen: ReadonlySet<string>,
): ReadonlyArray<Stood> => {
  const { unit, parent } = place;
  const own = spanOf(place);
  if (parent === under) return [own];
  // Entries recorded at different times may lead in a circle; nothing stands under itself.
  if (parent === null || seen.has(parent)) return [];
  return (places.get(parent) ?? [])
    .flatMap((above) => spansUnder(under, above, places, new Set([...seen, unit])))
    .flatMap((above) => both(own, above));
};

/** The days on which, and the time in which it was known that, both held. */
const both = (own: Stood, above: Stood): ReadonlyArray<Stood> => {
  const from = maxDay(own.from, above.from);
  const to = own.to === undefined ? above.to : above.to === undefined ? own.to : minDay(own.to, above.to);
  const recordedAt = own.recordedAt > above.recordedAt ? own.recordedAt : above.recordedAt;
  const [withdrawnAt] = [own.withdrawnAt, above.withdrawnAt].filter((at) => at !== undefined).toSorted();
  if ((to !== undefined && to < from) || (withdrawnAt !== undefined && withdrawnAt <= recordedAt)) return [];
  return [{ unit: own.unit, from, to, recordedAt, withdrawnAt }];
};

const membership = (population: string, { unit, from, to, recordedAt, withdrawnAt }: Stood): Membership => ({
  population,
  member: unit,
  from,
  ...(to === undefined ? {} : { to }),
  recordedAt,
  ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
});
