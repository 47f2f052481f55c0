/** An allotment garden's plots: an aggregate with a column of every kind and a child collection. */
import { accept, aggregate, area, child, Day, Id, personal, tablesOf } from "@verksam/kernel";
import { Schema } from "effect";

const lease = { id: Id, holder: Id, from: Day, note: personal("personal", Schema.String) };

export const plot = aggregate({
  area: "garden",
  name: "plot",
  state: {
    unit: Schema.NullOr(Id),
    code: Schema.String,
    trees: Schema.Int,
    hectares: Schema.Finite,
    isWatered: Schema.Boolean,
    soil: Schema.Struct({ kind: Schema.String, layers: Schema.Array(Schema.String) }),
    comment: Schema.optionalKey(Schema.String),
  },
  children: { leases: child("id", lease) },
  indexes: { byUnit: ["unit"], byWater: ["isWatered", "trees"] },
  events: {
    PlotMade: { unit: Schema.NullOr(Id), code: Schema.String, trees: Schema.Int },
    PlotLeased: { lease: Id, holder: Id },
  },
  commands: {
    make: { unit: Schema.NullOr(Id), code: Schema.String, trees: Schema.Int },
    lease: { holder: Id },
  },
  creates: "make",
})
  .evolve(
    {
      PlotMade: (event) => ({
        ...event,
        hectares: event.trees / 10,
        isWatered: event.trees > 2,
        soil: { kind: "clay", layers: ["top", "sub"] },
        leases: [],
      }),
      PlotLeased: ({ lease, holder }, state, { effective }) => ({
        ...state,
        leases: [...state.leases, { id: lease, holder, from: effective, note: null }],
      }),
    },
    { reserves: ({ code }) => [{ name: "garden plot", key: code }] },
  )
  .decide({
    make: (input) => accept({ _tag: "PlotMade", ...input }),
    lease: ({ holder }, _, { newId }) => accept({ _tag: "PlotLeased", lease: newId, holder }),
  })
  .guard({
    make: ({ unit }) => ({ power: "garden.plots", unit }),
    lease: (_, { unit }) => ({ power: "garden.plots", unit }),
  });

export const garden = area({
  name: "garden",
  aggregates: { plot },
  migrations: [{ name: "garden-0001-tables", steps: tablesOf(plot.shape) }],
});
