/** A network: people working on an issue without being a body that decides. */
import { accept, aggregate, child, Day, one, personal, refuse, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { Code, Text } from "./code.ts";
import { ContactRoute } from "./contact-route.ts";
import { over } from "./guard.ts";
import { UnitNotOpen, UnknownUnit } from "./refusals.ts";
import { enter, recordedBy, turn, turnOn } from "./timeline.ts";
import { placeOn } from "./tree.ts";
import { unit } from "./unit.ts";

const begun = {
  name: Text,
  issue: Code,
  /** The unit it belongs to. */
  unit: UnitId,
};
const state = {
  ...begun,
  /** The unit whose issue it shares, such as a committee; null: none. */
  beside: Schema.NullOr(UnitId),
  contact: personal("personal", ContactRoute),
};
const children = { activity: child("id", { ...turn, isActive: Schema.Boolean }) };
export type Network = StateOf<typeof state, typeof children>;

/** Whether the network is active on a day. */
export const isActiveOn = ({ activity }: Network, on: Day): boolean =>
  turnOn(activity, on)?.isActive ?? false;

export const network = aggregate({
  area: "organisation",
  name: "network",
  state,
  children,
  indexes: { beside: ["beside"], unit: ["unit"] },
  events: {
    NetworkFounded: { ...begun, beside: Schema.NullOr(UnitId), on: Day },
    NetworkRenamed: { name: Text },
    NetworkWoken: { on: Day },
    NetworkRested: { on: Day },
    NetworkContactRouteSet: { route: personal("personal", ContactRoute) },
  },
  commands: {
    found: { ...begun, beside: Schema.optionalKey(UnitId) },
    rename: { name: Text },
    /** It is active from that day on. */
    wake: {},
    /** It is no longer active from that day on. */
    rest: {},
    setContactRoute: { route: personal("personal", ContactRoute) },
  },
  creates: "found",
})
  .evolve({
    // Founded, it has still to show that it is active.
    NetworkFounded: ({ on, ...network }, _, entry) => ({
      ...network,
      contact: null,
      activity: [{ ...recordedBy(entry), from: on, to: null, isActive: false }],
    }),
    NetworkRenamed: ({ name }, state) => ({ ...state, name }),
    NetworkWoken: ({ on }, state, entry) => ({
      ...state,
      activity: enter(state.activity, { ...recordedBy(entry), from: on, to: null, isActive: true }),
    }),
    NetworkRested: ({ on }, state, entry) => ({
      ...state,
      activity: enter(state.activity, { ...recordedBy(entry), from: on, to: null, isActive: false }),
    }),
    NetworkContactRouteSet: ({ route }, state) => ({ ...state, contact: route }),
  })
  .facts({
    found: ({ unit: id, beside = id }) => ({ unit: one(unit, id), beside: one(unit, beside) }),
  })
  .decide({
    found: ({ name, issue, unit, beside = null }, _, { on, facts }) => {
      if (facts.unit === undefined) return refuse(new UnknownUnit({ unit }));
      if (placeOn(facts.unit.places, on) === undefined) return refuse(new UnitNotOpen({ unit, on }));
      if (beside !== null && facts.beside === undefined) return refuse(new UnknownUnit({ unit: beside }));
      return accept({ _tag: "NetworkFounded", name, issue, unit, beside, on });
    },
    rename: ({ name }) => accept({ _tag: "NetworkRenamed", name }),
    wake: (_, network, { on }) => (isActiveOn(network, on) ? accept() : accept({ _tag: "NetworkWoken", on })),
    rest: (_, network, { on }) =>
      isActiveOn(network, on) ? accept({ _tag: "NetworkRested", on }) : accept(),
    setContactRoute: ({ route }) => accept({ _tag: "NetworkContactRouteSet", route }),
  })
  .guard({
    found: ({ unit }) => over("networks", unit),
    rename: (_, { unit }) => over("networks", unit),
    wake: (_, { unit }) => over("networks", unit),
    rest: (_, { unit }) => over("networks", unit),
    setContactRoute: (_, { unit }) => over("contacts", unit),
  });
