/** The tree of units on a day: pure functions on their places. */
import { addDays, type Day, type Instant } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { inOrder, turn, turnOn } from "./timeline.ts";

/** Where a unit stands from a day on: under a unit, or as the root; not open: it is closed from that day, and stood there last. */
export const place = { ...turn, under: Schema.NullOr(UnitId), isOpen: Schema.Boolean };
export type Place = Schema.Struct<typeof place>["Type"];

/** A unit, as far as its places are asked for. */
export interface Placed {
  readonly id: string;
  readonly state: { readonly places: ReadonlyArray<Place> };
}
/** Units by id. */
export type Tree<U extends Placed = Placed> = ReadonlyMap<string, U>;

export const treeOf = <U extends Placed>(units: Iterable<U>): Tree<U> =>
  new Map(Array.from(units, (unit) => [unit.id, unit]));

/** Where an open unit stands on a day, as known at an instant; undefined where it is not founded yet, or closed. */
export const placeOn = (places: ReadonlyArray<Place>, on: Day, knownAt?: Instant): Place | undefined => {
  const place = turnOn(places, on, knownAt);
  return place?.isOpen ? place : undefined;
};

/** The unit and those above it on the day, nearest first; empty where it is not open. */
export const lineOf = (tree: Tree, id: string, on: Day, knownAt?: Instant): ReadonlyArray<string> => {
  const line: Array<string> = [];
  for (let next: string | null = id; next !== null && !line.includes(next); ) {
    const place: Place | undefined = placeOn(tree.get(next)?.state.places ?? [], on, knownAt);
    if (place === undefined) break;
    line.push(next);
    next = place.under;
  }
  return line;
};

/** The nearest unit that is, or stands above, both units on the day. */
export const meetingOf = (tree: Tree, a: string, b: string, on: Day): string | undefined => {
  const line = new Set(lineOf(tree, b, on));
  return lineOf(tree, a, on).find((unit) => line.has(unit));
};

/** The first day from `since` on which a unit is not open; undefined where it is open from then on. */
export const firstDayNotOpen = (places: ReadonlyArray<Place>, since: Day): Day | undefined =>
  placeOn(places, since) === undefined
    ? since
    : inOrder(places).find(({ from, isOpen }) => from > since && !isOpen)?.from;

/** Why a unit cannot stand as its places say. */
export interface Misplaced {
  readonly on: Day;
  /** A unit above it that is not open on that day; undefined where it would stand under itself. */
  readonly notOpen?: string;
}

/** The first day from `since` on which a unit would stand under itself, or under one that is not open. */
export const misplaced = (tree: Tree, unit: Placed, since: Day): Misplaced | undefined => {
  const changed = new Map([...tree, [unit.id, unit]]);
  const days = new Set([since]);
  for (const { state } of changed.values())
    for (const { from, replacedAt } of state.places) if (replacedAt === null && from > since) days.add(from);
  for (const on of [...days].toSorted()) {
    const seen = new Set([unit.id]);
    let next = placeOn(unit.state.places, on)?.under ?? null;
    while (next !== null) {
      if (seen.has(next)) return { on };
      seen.add(next);
      const place = placeOn(changed.get(next)?.state.places ?? [], on);
      if (place === undefined) return { on, notOpen: next };
      next = place.under;
    }
  }
  return undefined;
};

/** The units that stand under a unit on some day after a day. */
export const unitsBelow = (tree: Tree, id: string, after: Day): ReadonlyArray<string> =>
  [...tree.values()]
    .filter(({ state }) =>
      inOrder(state.places).some(
        ({ under, isOpen, to }) => isOpen && under === id && (to === null || to > after),
      ),
    )
    .map((unit) => unit.id)
    .toSorted();

/** The first and, where it is closed, the last day of a unit, as its places tell. */
export const lifeOf = (
  places: ReadonlyArray<Place>,
): { readonly founded: Day; readonly closed: Day | null } => {
  const order = inOrder(places);
  const [first] = order;
  const last = order.at(-1);
  if (first === undefined || last === undefined) throw new Error("a unit has a place from its founding on");
  return { founded: first.from, closed: last.isOpen ? null : addDays(last.from, -1) };
};
