/** The days of an observance, as others set them year by year, and the occasions that were not held. */
import {
  accept,
  aggregate,
  child,
  Day,
  Id,
  lastDay,
  one,
  PartialDay,
  personal,
  refuse,
  type StateOf,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { Code, partOf, When } from "./declared.ts";
import { entered, entry, isStanding, withdraw } from "./entry.ts";
import { over } from "./guard.ts";
import { plan } from "./plan.ts";
import {
  DateFixed,
  NoOccasion,
  NotConditional,
  OtherYear,
  UndeclaredReference,
  UnknownPlan,
} from "./refusals.ts";

const Year = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 }));
const reason = personal("personal", Schema.String);
const state = { plan: Id, code: Code, body: UnitId, when: When, conditional: Schema.Boolean };
const daysOfYear = { year: Year, days: Schema.Array(Day) };
const children = {
  daysSet: child("id", { ...entry, ...daysOfYear, reason }),
  notHeld: child("id", { ...entry, on: Day, reason }),
};
export type ObservanceState = StateOf<typeof state, typeof children>;

/** The id is `plan:code`. What is set for a year replaces what was set for it before; no days: no occasion that year. */
export const observance = aggregate({
  area: "plan",
  name: "observance",
  state,
  children,
  indexes: { byPlan: ["plan"] },
  events: {
    ObservanceBegun: state,
    DaysSet: daysOfYear,
    OccasionNotHeld: { on: Day },
    OccasionHeld: { on: Day },
  },
  commands: {
    begin: {},
    setDays: daysOfYear,
    notHeld: { day: Day },
    /** It was held after all. */
    held: { day: Day },
  },
  creates: "begin",
})
  .evolve({
    ObservanceBegun: (event) => ({ ...event, daysSet: [], notHeld: [] }),
    DaysSet: (event, state, recorded) => ({
      ...state,
      daysSet: [
        ...withdraw(state.daysSet, ({ year }) => year === event.year, recorded),
        { ...entered(recorded), ...event, reason: recorded.reason },
      ],
    }),
    OccasionNotHeld: ({ on }, state, recorded) => ({
      ...state,
      notHeld: [...state.notHeld, { ...entered(recorded), on, reason: recorded.reason }],
    }),
    OccasionHeld: (event, state, recorded) => ({
      ...state,
      notHeld: withdraw(state.notHeld, ({ on }) => on === event.on, recorded),
    }),
  })
  .facts({ begin: (_, id) => ({ plan: one(plan, partOf(id).plan) }) })
  .decide({
    begin: (_, __, { id, facts }) => {
      const { plan, code } = partOf(id);
      if (facts.plan === undefined) return refuse(new UnknownPlan({ plan }));
      const declared = facts.plan.observances.find((each) => each.code === code);
      if (declared === undefined)
        return refuse(new UndeclaredReference({ references: [{ kind: "observance", code }] }));
      const { when, conditional } = declared;
      return accept({ _tag: "ObservanceBegun", plan, code, body: facts.plan.body, when, conditional });
    },
    setDays: ({ year, days }, { code, when }) => {
      if (!("days" in when)) return refuse(new DateFixed({ observance: code }));
      const others = days.filter((day) => yearOf(day) !== year);
      return others.length > 0
        ? refuse(new OtherYear({ year, days: others }))
        : accept({ _tag: "DaysSet", year, days: [...new Set(days)].toSorted() });
    },
    notHeld: ({ day }, state) => {
      const { code, conditional, notHeld } = state;
      if (!conditional) return refuse(new NotConditional({ observance: code }));
      if (!hasOccasion(state, day)) return refuse(new NoOccasion({ observance: code, day }));
      return notHeld.some((each) => each.on === day && isStanding(each))
        ? accept()
        : accept({ _tag: "OccasionNotHeld", on: day });
    },
    held: ({ day }, { notHeld }) =>
      notHeld.some((each) => each.on === day && isStanding(each))
        ? accept({ _tag: "OccasionHeld", on: day })
        : accept(),
  })
  .guard({
    begin: (_, __, { facts }) => over("maintain", facts.plan?.body),
    setDays: (_, { body }) => over("maintain", body),
    notHeld: (_, { body }) => over("maintain", body),
    held: (_, { body }) => over("maintain", body),
  });

/** Whether the observance falls on the day, as far as its days are known; 29 February is the 28th in other years. */
const hasOccasion = ({ when, daysSet }: ObservanceState, day: Day): boolean => {
  if ("days" in when) {
    const set = daysSet.find((each) => each.year === yearOf(day) && isStanding(each));
    return (set?.days ?? when.days).includes(day);
  }
  const lastOfMonth = lastDay(PartialDay.make(day.slice(0, 7)));
  const dayOfMonth = Math.min(when.day, Number(lastOfMonth.slice(8)));
  return Number(day.slice(5, 7)) === when.month && Number(day.slice(8)) === dayOfMonth;
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));
