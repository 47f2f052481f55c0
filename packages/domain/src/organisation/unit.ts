/** A unit of the organisation: its kind, its names and its place in the tree over time, its contact route, its goals. */
import {
  type Aggregate,
  accept,
  addDays,
  aggregate,
  child,
  Day,
  found,
  Id,
  one,
  personal,
  refuse,
  type StateOf,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { charter, charterId } from "./charter.ts";
import { Code, Text } from "./code.ts";
import { ContactRoute } from "./contact-route.ts";
import { over } from "./guard.ts";
import {
  CharterMissing,
  LaterEntry,
  NotReplaceable,
  NotTheRoot,
  RootStays,
  UnderItself,
  UnitNotOpen,
  UnitOpen,
  UnitsBelow,
  UnknownKind,
  UnknownUnit,
} from "./refusals.ts";
import { enter, inOrder, isReplaceable, recordedBy, trial, turn, turnOn } from "./timeline.ts";
import {
  firstDayNotOpen,
  lifeOf,
  meetingOf,
  misplaced,
  type Place,
  type Placed,
  place,
  placeOn,
  treeOf,
  unitsBelow,
} from "./tree.ts";

/** Something a unit means to reach; concrete where anyone can tell whether it was. */
export const Goal = Schema.Struct({ code: Code, text: Text, isConcrete: Schema.Boolean });
export type Goal = typeof Goal.Type;

const state = {
  kind: Code,
  founded: Day,
  /** The unit's last day, once its closing is decided. */
  closed: Schema.NullOr(Day),
  isClosed: Schema.Boolean,
  /** An address of the role; kept apart as personal data all the same, since small units give out somebody's own. */
  contact: personal("personal", ContactRoute),
};
const children = {
  names: child("id", { ...turn, name: Text }),
  places: child("id", place),
  goals: child("id", { ...turn, goals: Schema.Array(Goal) }),
};
export type Unit = StateOf<typeof state, typeof children>;

// Named with its type, for the facts of its own commands.
const units = (): Aggregate<"organisation", "unit", Unit> => unit;

/**
 * The whole tree, for the few commands that must not bend it: a unit's line cannot be named before it is read. That no
 * further unit appears meanwhile is certain too: every event of a unit raises the authority's version, which commits expect.
 */
const wholeTree = () => ({
  open: found(units(), "isClosed", false),
  closed: found(units(), "isClosed", true),
});
type WholeTree = { readonly open: ReadonlyArray<Placed>; readonly closed: ReadonlyArray<Placed> };
const treeIn = ({ open, closed }: WholeTree) => treeOf([...open, ...closed]);

export const unit = aggregate({
  area: "organisation",
  name: "unit",
  state,
  children,
  indexes: { kind: ["kind"], isClosed: ["isClosed"] },
  events: {
    UnitFounded: { kind: Code, name: Text, under: Schema.NullOr(UnitId), on: Day },
    UnitRenamed: { name: Text, on: Day, replaces: Schema.NullOr(Id) },
    UnitMoved: { under: UnitId, on: Day, replaces: Schema.NullOr(Id) },
    UnitClosed: { on: Day },
    UnitReopened: { under: UnitId, on: Day },
    ContactRouteSet: { route: personal("personal", ContactRoute) },
    GoalsSet: { goals: Schema.Array(Goal), on: Day },
  },
  commands: {
    /** Without `under`: the root, which the charter names. */
    found: { kind: Code, name: Text, under: Schema.optionalKey(UnitId) },
    /** `replaces`: the entry of `names` that was wrong. */
    rename: { name: Text, replaces: Schema.optionalKey(Id) },
    /** `replaces`: the entry of `places` that was wrong. */
    move: { under: UnitId, replaces: Schema.optionalKey(Id) },
    /** The effective day is the unit's last. */
    close: {},
    /** On the day after the last one it undoes the closing. */
    reopen: { under: UnitId },
    setContactRoute: { route: personal("personal", ContactRoute) },
    /** All its goals from that day on. */
    setGoals: { goals: Schema.Array(Goal) },
  },
  creates: "found",
})
  .evolve(
    {
      UnitFounded: ({ kind, name, under, on }, _, entry) => ({
        kind,
        founded: on,
        closed: null,
        isClosed: false,
        contact: null,
        names: [{ ...recordedBy(entry), from: on, to: null, name }],
        places: [{ ...recordedBy(entry), from: on, to: null, under, isOpen: true }],
        goals: [],
      }),
      UnitRenamed: ({ name, on, replaces }, state, entry) => ({
        ...state,
        names: enter(state.names, { ...recordedBy(entry), from: on, to: null, name }, replaces),
      }),
      UnitMoved: ({ under, on, replaces }, state, entry) =>
        placed(state, { ...recordedBy(entry), from: on, to: null, under, isOpen: true }, replaces),
      UnitClosed: ({ on }, state, entry) =>
        placed(state, {
          ...recordedBy(entry),
          from: addDays(on, 1),
          to: null,
          under: turnOn(state.places, on)?.under ?? null,
          isOpen: false,
        }),
      UnitReopened: ({ under, on }, state, entry) =>
        placed(state, { ...recordedBy(entry), from: on, to: null, under, isOpen: true }),
      ContactRouteSet: ({ route }, state) => ({ ...state, contact: route }),
      GoalsSet: ({ goals, on }, state, entry) => ({
        ...state,
        goals: enter(state.goals, { ...recordedBy(entry), from: on, to: null, goals }),
      }),
    },
    {
      // A closed unit keeps its last place here: those above it answer for what is left of it.
      authority: ({ places }, id) => ({
        mandates: [],
        places: inOrder(places).map(({ under, from, to }) => ({ unit: id, parent: under, from, to })),
      }),
    },
  )
  .facts({
    // The root names no parent and none is looked at: any id stands in.
    found: ({ under }) => ({ charter: one(charter, charterId), parent: one(units(), under ?? charterId) }),
    move: wholeTree,
    close: wholeTree,
    reopen: wholeTree,
  })
  .decide({
    found: ({ kind, name, under = null }, _, { id, on, facts: { charter, parent } }) => {
      if (charter === undefined) return refuse(new CharterMissing({}));
      const { root, unitKinds } = charter;
      if (!unitKinds.some(({ code }) => code === kind)) return refuse(new UnknownKind({ kind }));
      if (id === root) {
        if (under !== null) return refuse(new RootStays({ root }));
      } else {
        if (under === null) return refuse(new NotTheRoot({ root }));
        if (parent === undefined) return refuse(new UnknownUnit({ unit: under }));
        const notOpen = firstDayNotOpen(parent.places, on);
        if (notOpen !== undefined) return refuse(new UnitNotOpen({ unit: under, on: notOpen }));
      }
      return accept({ _tag: "UnitFounded", kind, name, under, on });
    },
    rename: ({ name, replaces = null }, state, { id, on }) => {
      if (placeOn(state.places, on) === undefined) return refuse(new UnitNotOpen({ unit: id, on }));
      if (replaces !== null && !isReplaceable(state.names, replaces))
        return refuse(new NotReplaceable({ entry: replaces }));
      return accept({ _tag: "UnitRenamed", name, on, replaces });
    },
    move: ({ under, replaces = null }, state, { id, on, facts }) => {
      if (isRoot(state)) return refuse(new RootStays({ root: id }));
      const wrong = inOrder(state.places).find((place) => place.id === replaces);
      if (replaces !== null && !(wrong?.isOpen && isReplaceable(state.places, replaces)))
        return refuse(new NotReplaceable({ entry: replaces }));
      if (placeOn(state.places, on) === undefined) return refuse(new UnitNotOpen({ unit: id, on }));
      const since = wrong !== undefined && wrong.from < on ? wrong.from : on;
      const problem = problemOf({ id, state: tried(state, under, on, replaces) }, under, since, facts);
      return problem === undefined ? accept({ _tag: "UnitMoved", under, on, replaces }) : refuse(problem);
    },
    close: (_, state, { id, on, facts }) => {
      if (placeOn(state.places, on) === undefined) return refuse(new UnitNotOpen({ unit: id, on }));
      if (isRoot(state)) return refuse(new RootStays({ root: id }));
      const later = inOrder(state.places).find(({ from }) => from > on);
      if (later !== undefined) return refuse(new LaterEntry({ entry: later.id, from: later.from }));
      const below = unitsBelow(treeIn(facts), id, on);
      if (below.length > 0) return refuse(new UnitsBelow({ units: below, after: on }));
      return accept({ _tag: "UnitClosed", on });
    },
    reopen: ({ under }, state, { id, on, facts }) => {
      if (on < state.founded) return refuse(new UnitNotOpen({ unit: id, on }));
      if (placeOn(state.places, on) !== undefined) return refuse(new UnitOpen({ unit: id, on }));
      const problem = problemOf({ id, state: tried(state, under, on) }, under, on, facts);
      return problem === undefined ? accept({ _tag: "UnitReopened", under, on }) : refuse(problem);
    },
    setContactRoute: ({ route }) => accept({ _tag: "ContactRouteSet", route }),
    setGoals: ({ goals }, state, { id, on }) =>
      placeOn(state.places, on) === undefined
        ? refuse(new UnitNotOpen({ unit: id, on }))
        : accept({ _tag: "GoalsSet", goals, on }),
  })
  .guard({
    found: ({ under }, _, { id }) => over("units", under ?? id),
    rename: (_, __, { id }) => over("units", id),
    move: ({ under }, state, { id, on, facts }) => over("units", aboveBoth(id, state, under, on, facts)),
    close: (_, __, { id }) => over("units", id),
    reopen: ({ under }, state, { id, on, facts }) => over("units", aboveBoth(id, state, under, on, facts)),
    setContactRoute: (_, __, { id }) => over("contacts", id),
    setGoals: (_, __, { id }) => over("goals", id),
  });

const isRoot = ({ places }: Unit): boolean => inOrder(places).some(({ under }) => under === null);

const placed = (state: Unit, fresh: Place, replaces?: string | null): Unit => {
  const places = enter(state.places, fresh, replaces);
  const life = lifeOf(places);
  return { ...state, ...life, isClosed: life.closed !== null, places };
};

/** The unit as it would be placed. */
const tried = (state: Unit, under: UnitId, on: Day, replaces?: string | null): Unit =>
  placed(state, { ...trial, from: on, to: null, under, isOpen: true }, replaces);

/** Why a unit cannot be placed so. */
const problemOf = (unit: Placed, under: UnitId, since: Day, facts: WholeTree) => {
  const tree = treeIn(facts);
  if (!tree.has(under)) return new UnknownUnit({ unit: under });
  const problem = misplaced(tree, unit, since);
  if (problem === undefined) return undefined;
  const { on, notOpen } = problem;
  return notOpen === undefined
    ? new UnderItself({ unit: unit.id, under, on })
    : new UnitNotOpen({ unit: notOpen, on });
};

/** The nearest unit above both where a unit stands and where it goes: whoever answers for it answers for both. */
const aboveBoth = (id: string, { places }: Unit, under: UnitId, on: Day, facts: WholeTree): string => {
  const stood = turnOn(places, on)?.under ?? id;
  return meetingOf(treeIn(facts), stood, under, on) ?? stood;
};
