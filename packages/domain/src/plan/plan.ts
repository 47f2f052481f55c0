/** A plan: what a body has adopted for a period, and what its commitments may refer to. */
import { accept, aggregate, child, Day, personal, refuse, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { ReasonMissing } from "./dated.ts";
import {
  type Declarations,
  DeclaredObservance,
  DeclaredPopulation,
  declarations,
  repeated,
  Words,
} from "./declared.ts";
import { entered, entry } from "./entry.ts";
import { over } from "./guard.ts";
import { DeclaredTwice, MeaningChanged, PeriodReversed } from "./refusals.ts";

const adopted = { title: Words, body: UnitId, from: Day, to: Day, ...declarations };
const amended = {
  title: Schema.optionalKey(Words),
  days: Schema.optionalKey(declarations.days),
  areas: Schema.optionalKey(declarations.areas),
  kinds: Schema.optionalKey(declarations.kinds),
  observances: Schema.optionalKey(declarations.observances),
  populations: Schema.optionalKey(declarations.populations),
  subjects: Schema.optionalKey(declarations.subjects),
};
const amendment = { ...entry, on: Day, reason: personal("personal", Schema.String) };

export type Plan = StateOf<typeof adopted, { readonly amendments: ReturnType<typeof amendments> }>;
const amendments = () => child("id", amendment);

/**
 * Amended by adding declarations, or putting a title or an area anew, or moving a named day: never by taking one
 * away. Deadlines that were resolved from a named day stay where they are.
 */
export const plan = aggregate({
  area: "plan",
  name: "plan",
  state: adopted,
  children: { amendments: amendments() },
  indexes: { byBody: ["body"] },
  events: { PlanAdopted: adopted, PlanAmended: amended },
  commands: { adopt: adopted, amend: amended },
  creates: "adopt",
})
  .evolve({
    PlanAdopted: (event) => ({ ...event, amendments: [] }),
    PlanAmended: (event, state, recorded) => ({
      ...state,
      ...merged(state, event),
      title: event.title ?? state.title,
      amendments: [
        ...state.amendments,
        { ...entered(recorded), on: recorded.effective, reason: recorded.reason },
      ],
    }),
  })
  .decide({
    adopt: (input) => {
      const { from, to } = input;
      if (to < from) return refuse(new PeriodReversed({ from, to }));
      const codes = declaredTwice(input);
      return codes.length > 0
        ? refuse(new DeclaredTwice({ codes }))
        : accept({ _tag: "PlanAdopted", ...input });
    },
    amend: (input, state, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      const codes = [...declaredTwice({ ...nothing, ...input }), ...declaredTwice(merged(state, input))];
      if (codes.length > 0) return refuse(new DeclaredTwice({ codes: [...new Set(codes)] }));
      const changed = meaningChanged(state, input);
      return changed.length > 0
        ? refuse(new MeaningChanged({ codes: changed }))
        : accept({ _tag: "PlanAmended", ...input });
    },
  })
  .guard({
    adopt: ({ body }) => over("adopt", body),
    amend: (_, { body }) => over("amend", body),
  });

const nothing: Declarations = {
  days: {},
  areas: [],
  kinds: [],
  observances: [],
  populations: [],
  subjects: [],
};

const merged = (state: Declarations, by: Partial<Declarations>): Declarations => ({
  days: { ...state.days, ...by.days },
  areas: put(state.areas, by.areas),
  kinds: put(state.kinds, by.kinds),
  observances: put(state.observances, by.observances),
  populations: put(state.populations, by.populations),
  subjects: put(state.subjects, by.subjects),
});

/** The list with each named thing put in its place, or at the end. */
const put = <A extends { readonly code: string }>(
  list: ReadonlyArray<A>,
  by: ReadonlyArray<A> = [],
): ReadonlyArray<A> => [
  ...list.map((known) => by.find(({ code }) => code === known.code) ?? known),
  ...by.filter(({ code }) => !list.some((known) => known.code === code)),
];

/** Evidence names a kind or an observance, so no code may stand for both. */
const declaredTwice = ({
  areas,
  kinds,
  observances,
  populations,
  subjects,
}: Declarations): ReadonlyArray<string> =>
  [areas, [...kinds, ...observances], populations, subjects].flatMap((list) =>
    repeated(list.map(({ code }) => code)),
  );

const meaningChanged = (state: Declarations, by: Partial<Declarations>): ReadonlyArray<string> => [
  ...changed(state.observances, by.observances, isSameObservance),
  ...changed(state.populations, by.populations, isSamePopulation),
];

const isSameObservance = Schema.toEquivalence(DeclaredObservance);
const isSamePopulation = Schema.toEquivalence(DeclaredPopulation);

/** The codes of those put anew with more changed than the title. */
const changed = <A extends { readonly code: string; readonly title: Words }>(
  list: ReadonlyArray<A>,
  by: ReadonlyArray<A> = [],
  isSame: (a: A, b: A) => boolean,
): ReadonlyArray<string> =>
  by
    .filter((next) =>
      list.some((known) => known.code === next.code && !isSame({ ...known, title: next.title }, next)),
    )
    .map(({ code }) => code);
