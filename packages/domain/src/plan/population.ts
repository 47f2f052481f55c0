/** A population that a plan keeps as a list: who belongs to it, and from which day to which. */
import {
  accept,
  addDays,
  aggregate,
  child,
  Day,
  Id,
  one,
  overlaps,
  personal,
  refuse,
  type StateOf,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { Code, partOf } from "./declared.ts";
import { entered, entry, isStanding, withdraw } from "./entry.ts";
import { over } from "./guard.ts";
import { plan } from "./plan.ts";
import {
  AlreadyMember,
  NoSuchEntry,
  NotAList,
  NotAMember,
  PeriodReversed,
  UndeclaredReference,
  UnknownPlan,
} from "./refusals.ts";

const period = { from: Day, to: Schema.optionalKey(Day) };
const state = { plan: Id, code: Code, body: UnitId };
const children = {
  members: child("id", {
    ...entry,
    member: Id,
    from: Day,
    to: Schema.NullOr(Day),
    reason: personal("personal", Schema.String),
  }),
};
export type Population = StateOf<typeof state, typeof children>;
type Membership = Population["members"][number];

/** The id is `plan:code`. Without members it is not an empty population but an unknown one: nobody has said who belongs. */
export const population = aggregate({
  area: "plan",
  name: "population",
  state,
  children,
  indexes: { byPlan: ["plan"] },
  events: {
    PopulationBegun: { ...state, members: Schema.Array(Id), from: Day },
    MemberAdded: { member: Id, ...period },
    MemberRemoved: { member: Id, from: Day },
    MembershipCorrected: { entry: Id, ...period },
  },
  commands: {
    begin: { members: Schema.UniqueArray(Id), from: Day },
    add: { member: Id, ...period },
    /** `from`: the first day on which the member no longer belongs. */
    remove: { member: Id, from: Day },
    correct: { entry: Id, ...period },
  },
  creates: "begin",
})
  .evolve({
    PopulationBegun: ({ members, from, ...event }, _, recorded) => ({
      ...event,
      members: members.map((member, index) => ({
        ...entered(recorded, index),
        member,
        from,
        to: null,
        reason: recorded.reason,
      })),
    }),
    MemberAdded: ({ member, from, to = null }, state, recorded) => ({
      ...state,
      members: [...state.members, { ...entered(recorded), member, from, to, reason: recorded.reason }],
    }),
    MemberRemoved: ({ member, from }, state, recorded) => {
      const meant = standing(state, member, from);
      const members = withdraw(state.members, (each) => each === meant, recorded);
      return meant === undefined || meant.from === from
        ? { ...state, members }
        : {
            ...state,
            members: [
              ...members,
              { ...meant, ...entered(recorded), to: addDays(from, -1), reason: recorded.reason },
            ],
          };
    },
    MembershipCorrected: ({ entry, from, to = null }, state, recorded) => ({
      ...state,
      members: [
        ...withdraw(state.members, ({ id }) => id === entry, recorded),
        ...state.members
          .filter(({ id }) => id === entry)
          .map((meant) => ({ ...meant, ...entered(recorded), from, to, reason: recorded.reason })),
      ],
    }),
  })
  .facts({ begin: (_, id) => ({ plan: one(plan, partOf(id).plan) }) })
  .decide({
    begin: (input, _, { id, facts }) => {
      const { plan, code } = partOf(id);
      if (facts.plan === undefined) return refuse(new UnknownPlan({ plan }));
      const declared = facts.plan.populations.find((each) => each.code === code);
      if (declared === undefined)
        return refuse(new UndeclaredReference({ references: [{ kind: "population", code }] }));
      return declared.units === null
        ? accept({ _tag: "PopulationBegun", plan, code, body: facts.plan.body, ...input })
        : refuse(new NotAList({ population: code }));
    },
    add: (input, state) => {
      const problem = problemOf(state, input.member, input);
      return problem === undefined ? accept({ _tag: "MemberAdded", ...input }) : refuse(problem);
    },
    remove: (input, state) =>
      standing(state, input.member, input.from) === undefined
        ? refuse(new NotAMember({ member: input.member, on: input.from }))
        : accept({ _tag: "MemberRemoved", ...input }),
    correct: (input, state) => {
      const meant = state.members.find(({ id }) => id === input.entry);
      if (meant === undefined || !isStanding(meant)) return refuse(new NoSuchEntry({ entry: input.entry }));
      const problem = problemOf(state, meant.member, input, meant);
      return problem === undefined ? accept({ _tag: "MembershipCorrected", ...input }) : refuse(problem);
    },
  })
  .guard({
    begin: (_, __, { facts }) => over("maintain", facts.plan?.body),
    add: (_, { body }) => over("maintain", body),
    remove: (_, { body }) => over("maintain", body),
    correct: (_, { body }) => over("maintain", body),
  });

interface Period {
  readonly from: Day;
  readonly to?: Day;
}

/** Both days included; without `to` it has no end yet. */
const periodOf = ({ from, to }: Membership): Period => (to === null ? { from } : { from, to });

const standing = ({ members }: Population, member: string, on: Day): Membership | undefined =>
  members.find(
    (each) => each.member === member && isStanding(each) && overlaps(periodOf(each), { from: on, to: on }),
  );

/** Why the member cannot belong in that period, or undefined. */
const problemOf = (
  { members }: Population,
  member: string,
  { from, to }: Period,
  besides?: Membership,
): PeriodReversed | AlreadyMember | undefined => {
  if (to !== undefined && to < from) return new PeriodReversed({ from, to });
  const other = members.find(
    (each) =>
      each !== besides &&
      each.member === member &&
      isStanding(each) &&
      overlaps(periodOf(each), { from, to }),
  );
  return other === undefined ? undefined : new AlreadyMember({ member, from: other.from });
};
