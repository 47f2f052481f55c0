/** Questions about an organisation on a day: pure functions on the states handed in. */
import { addDays, type Day, type Instant } from "@verksam/kernel";
import type { Charter, Grant } from "./charter.ts";
import type { ContactRoute } from "./contact-route.ts";
import { isSuspendedOn, isWithin, type Role } from "./mandate.ts";
import { isOpenOn, isSame, type Office } from "./office.ts";
import type { Review } from "./review.ts";
import { type Seats, seatsOn } from "./seats.ts";
import { known, turnOn } from "./timeline.ts";
import { lineOf, placeOn, type Tree, treeOf } from "./tree.ts";
import type { Unit } from "./unit.ts";

/** A state with its id, as storage and kernel answer it. */
export interface With<S> {
  readonly id: string;
  readonly state: S;
}
/** The day asked for, and the instant it is asked as known at; without `knownAt`, as known now. */
export interface AsOf {
  readonly on: Day;
  readonly knownAt?: Instant;
}

/** That a person holds an office on the day. */
export interface Holding {
  readonly office: string;
  readonly unit: string;
  readonly kind: string;
  readonly mandate: string;
  readonly person: string;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | null;
  readonly isSuspended: boolean;
}

/** Who holds the offices, in order of office, role and day; substitutes who do not act are among them. */
export const holders = (
  offices: ReadonlyArray<With<Office>>,
  { on, knownAt }: AsOf,
): ReadonlyArray<Holding> =>
  offices
    .flatMap(({ id, state: { unit, kind, mandates } }) =>
      known(mandates, knownAt)
        .filter((entry) => isWithin(entry, on))
        .map((entry) => ({
          office: id,
          unit,
          kind,
          mandate: entry.mandate,
          person: entry.person,
          role: entry.role,
          from: entry.from,
          to: entry.to,
          isSuspended: isSuspendedOn(entry, on),
        })),
    )
    .toSorted(
      (a, b) => compare(a.office, b.office) || ranks[a.role] - ranks[b.role] || compare(a.from, b.from),
    );

const ranks: Record<Role, number> = { ordinary: 0, acting: 1, substitute: 2 };
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An office with vacant seats; `decided` is the day from which a body left a seat vacant. */
export interface Vacancy extends Seats {
  readonly office: string;
  readonly unit: string;
  readonly decided: Day | null;
}

/** The open offices with vacant seats on the day, in order of office. */
export const vacancies = (
  offices: ReadonlyArray<With<Office>>,
  { on, knownAt }: AsOf,
): ReadonlyArray<Vacancy> =>
  offices
    .filter(({ state }) => isOpenOn(state, on))
    .map(({ id, state }) => ({
      office: id,
      unit: state.unit,
      decided: state.leftVacant !== null && state.leftVacant <= on ? state.leftVacant : null,
      ...seatsOn(state, on, knownAt),
    }))
    .filter(({ vacant }) => vacant > 0)
    .toSorted((a, b) => compare(a.office, b.office));

/** A unit in the tree on the day, with those under it in order of name. */
export interface Node {
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
  readonly below: ReadonlyArray<Node>;
}

/** The open units on the day as trees: one for each unit whose parent is not among them. */
export const treesOn = (units: ReadonlyArray<With<Unit>>, asOf: AsOf): ReadonlyArray<Node> => {
  const under = underOn(units, asOf);
  const states = treeOf(units);
  const nodesOf = (ids: ReadonlyArray<string>): ReadonlyArray<Node> =>
    ids
      .flatMap((id) => {
        const unit = states.get(id);
        if (unit === undefined) return [];
        const name = nameOn(unit.state, asOf) ?? id;
        return [{ unit: id, kind: unit.state.kind, name, below: nodesOf(under.get(id) ?? []) }];
      })
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.unit, b.unit));
  const open = new Set([...under.values()].flat());
  return nodesOf([...under].flatMap(([parent, ids]) => (parent === null || !open.has(parent) ? ids : [])));
};

/** The unit and all that stand under it on the day, nearest first; empty where it is not open. */
export const subtree = (
  units: ReadonlyArray<With<Unit>>,
  unit: string,
  asOf: AsOf,
): ReadonlyArray<string> => {
  const under = underOn(units, asOf);
  if (![...under.values()].some((ids) => ids.includes(unit))) return [];
  const found = [unit];
  // Grows while it is walked: each unit brings those right under it. A unit stands under one other, so none comes twice.
  for (const id of found) found.push(...(under.get(id) ?? []).toSorted());
  return found;
};

/** The units from the root down to the unit on the day; empty where it is not open. */
export const pathTo = (
  units: ReadonlyArray<With<Unit>>,
  unit: string,
  { on, knownAt }: AsOf,
): ReadonlyArray<string> => lineOf(treeOf(units), unit, on, knownAt).toReversed();

/** The name of a unit on the day; undefined before its first. */
export const nameOn = ({ names }: Unit, { on, knownAt }: AsOf): string | undefined =>
  turnOn(names, on, knownAt)?.name;

/** How a unit is reached: by its own contact route, or by that of the nearest unit above it that has one. */
export const contactRoute = (
  units: ReadonlyArray<With<Unit>>,
  unit: string,
  on: Day,
): { readonly unit: string; readonly route: ContactRoute } | undefined => {
  const tree: Tree<With<Unit>> = treeOf(units);
  for (const id of lineOf(tree, unit, on)) {
    const route = tree.get(id)?.state.contact ?? null;
    if (route !== null) return { unit: id, route };
  }
  return undefined;
};

/** A unit that is to be reviewed: never yet, or again by a day that has come. */
export interface ReviewDue {
  readonly unit: string;
  readonly last: Day | null;
  readonly by: Day | null;
}

/** The open units among these that were never reviewed, or are to be reviewed again by the day or before. */
export const reviewsDue = (
  units: ReadonlyArray<With<Unit>>,
  reviews: ReadonlyArray<With<Review>>,
  on: Day,
): ReadonlyArray<ReviewDue> => {
  const last = new Map<string, Review>();
  for (const { state } of reviews)
    if (state.on <= on && state.on >= (last.get(state.unit)?.on ?? state.on)) last.set(state.unit, state);
  return units
    .filter(({ state }) => placeOn(state.places, on) !== undefined)
    .map(({ id }) => ({ unit: id, last: last.get(id)?.on ?? null, by: last.get(id)?.againBy ?? null }))
    .filter(({ last, by }) => last === null || (by !== null && by <= on))
    .toSorted((a, b) => compare(a.unit, b.unit));
};

/** The offices whose powers are not those their kind has in the charter now: `empower` them, or ask why not. */
export const outOfStep = (
  offices: ReadonlyArray<With<Office>>,
  { officeKinds }: Charter,
): ReadonlyArray<{
  readonly office: string;
  readonly has: ReadonlyArray<Grant>;
  readonly charter: ReadonlyArray<Grant>;
}> =>
  offices.flatMap(({ id, state }) => {
    const charter = officeKinds.find(({ code }) => code === state.kind)?.powers ?? [];
    return isSame(state.powers, charter) ? [] : [{ office: id, has: state.powers, charter }];
  });

/** The mandates that run on after the last day of the unit their office is in: end them, for they still give its powers. */
export const outliving = (
  offices: ReadonlyArray<With<Office>>,
  units: ReadonlyArray<With<Unit>>,
): ReadonlyArray<{ readonly office: string; readonly mandate: string; readonly closed: Day }> => {
  const tree: Tree<With<Unit>> = treeOf(units);
  return offices.flatMap(({ id, state }) => {
    const closed = tree.get(state.unit)?.state.closed ?? null;
    if (closed === null) return [];
    return known(state.mandates)
      .filter(({ to }) => to === null || to > closed)
      .map(({ mandate }) => ({ office: id, mandate, closed }));
  });
};

/** Where a unit of a kind stood under another, both days included; `to` null where it still does. */
export interface Standing {
  readonly unit: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly from: Day;
  readonly to: Day | null;
}

/** Where every unit has stood while it was open, as known at an instant: what populations of units are counted from. */
export const standings = (units: ReadonlyArray<With<Unit>>, knownAt?: Instant): ReadonlyArray<Standing> =>
  units.flatMap(({ id, state: { kind, places } }) => {
    const order = known(places, knownAt).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return order.flatMap(({ under, from, isOpen }, index) => {
      const next = order[index + 1];
      return isOpen
        ? [{ unit: id, kind, parent: under, from, to: next === undefined ? null : addDays(next.from, -1) }]
        : [];
    });
  });

/** The ids of the open units by the unit they stand under; the root under null. */
const underOn = (
  units: ReadonlyArray<With<Unit>>,
  { on, knownAt }: AsOf,
): ReadonlyMap<string | null, ReadonlyArray<string>> => {
  const under = new Map<string | null, Array<string>>();
  for (const { id, state } of units) {
    const place = placeOn(state.places, on, knownAt);
    if (place === undefined) continue;
    const siblings = under.get(place.under);
    if (siblings === undefined) under.set(place.under, [id]);
    else siblings.push(id);
  }
  return under;
};
