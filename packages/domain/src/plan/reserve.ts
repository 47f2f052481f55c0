/** A reserve for what nobody could plan. It owns what is allocated from it, so that it can never be overdrawn. */
import { accept, aggregate, child, Day, Id, type Instant, one, refuse, type StateIn } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { setReserve, spendReserve } from "./guard-steering.ts";
import { Amount, Currency, Used } from "./money.ts";
import { rapidResponse } from "./rapid-response.ts";

/** More was asked than there is; in minor units. */
export class ReserveExceeded extends Schema.TaggedError<ReserveExceeded>()("ReserveExceeded", {
  available: Schema.Int,
  asked: Schema.Int,
}) {
  override get message() {
    return `${this.asked} was asked and ${this.available} is available`;
  }
}

/** Only a response that was approved, and is not yet evaluated, is funded. */
export class ResponseNotApproved extends Schema.TaggedError<ResponseNotApproved>()("ResponseNotApproved", {
  response: Id,
}) {
  override get message() {
    return `${this.response} is not an approved response`;
  }
}

/** The response was approved for less, for nothing, or in another currency. */
export class CostExceeded extends Schema.TaggedError<CostExceeded>()("CostExceeded", {
  approved: Schema.Int,
  currency: Schema.NullOr(Schema.String),
  asked: Schema.Int,
}) {
  override get message() {
    return `the response was approved for ${this.approved} ${this.currency ?? ""} and ${this.asked} was asked`;
  }
}

/** The response has its money already. */
export class AlreadyFunded extends Schema.TaggedError<AlreadyFunded>()("AlreadyFunded", { response: Id }) {
  override get message() {
    return `${this.response} is funded already`;
  }
}

/** The response has nothing from the reserve that could be released. */
export class NotFunded extends Schema.TaggedError<NotFunded>()("NotFunded", { response: Id }) {
  override get message() {
    return `${this.response} has nothing to release`;
  }
}

/** More was used than the response had; in minor units. */
export class AllocationExceeded extends Schema.TaggedError<AllocationExceeded>()("AllocationExceeded", {
  allocated: Schema.Int,
  used: Schema.Int,
}) {
  override get message() {
    return `${this.used} was used of ${this.allocated}`;
  }
}

export const reserve = aggregate({
  area: "plan",
  name: "reserve",
  state: { unit: UnitId, amount: Schema.Int, currency: Currency },
  children: {
    /** What the reserve was set to, each from its day. */
    settings: child("id", { ...datedFields, amount: Amount }),
    /** `used` is null until what was not used was released. */
    allocations: child("id", {
      ...datedFields,
      response: Id,
      amount: Amount,
      used: Schema.NullOr(Used),
      releasedOn: Schema.NullOr(Day),
    }),
  },
  indexes: { byUnit: ["unit"] },
  events: {
    ReserveSet: { unit: UnitId, amount: Amount, currency: Currency, on: Day },
    ReserveChanged: { amount: Amount, on: Day },
    ResponseFunded: { response: Id, amount: Amount, on: Day },
    AllocationReleased: { response: Id, used: Used, on: Day },
  },
  commands: {
    set: { unit: UnitId, amount: Amount, currency: Currency, on: Day },
    /** To another amount, never below what is allocated. */
    change: { amount: Amount, on: Day },
    fund: { response: Id, amount: Amount, on: Day },
    /** Returns what the response was given and did not use. */
    release: { response: Id, used: Used, on: Day },
  },
  creates: "set",
})
  .evolve({
    ReserveSet: ({ on, ...event }, _, entry) => ({
      ...event,
      settings: [{ ...dated(on, entry), amount: event.amount }],
      allocations: [],
    }),
    ReserveChanged: ({ on, amount }, state, entry) => ({
      ...state,
      amount,
      settings: [...state.settings, { ...dated(on, entry), amount }],
    }),
    ResponseFunded: ({ response, amount, on }, state, entry) => ({
      ...state,
      allocations: [
        ...state.allocations,
        { ...dated(on, entry), response, amount, used: null, releasedOn: null },
      ],
    }),
    AllocationReleased: ({ response, used, on }, state) => ({
      ...state,
      allocations: state.allocations.map((each) =>
        each.response === response ? { ...each, used, releasedOn: on } : each,
      ),
    }),
  })
  .facts({ fund: ({ response }) => ({ response: one(rapidResponse, response) }) })
  .decide({
    set: (input, _, { today }) => {
      const problem = problemOfDay(input.on, today);
      return problem === undefined ? accept({ _tag: "ReserveSet", ...input }) : refuse(problem);
    },
    change: (input, state, { today, hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      const problem = problemOfDay(input.on, today, state.settings.at(-1)?.on);
      if (problem !== undefined) return refuse(problem);
      const allocated = state.amount - available(state);
      return input.amount < allocated
        ? refuse(new ReserveExceeded({ available: input.amount, asked: allocated }))
        : accept({ _tag: "ReserveChanged", ...input });
    },
    fund: ({ response, amount, on }, state, { today, facts }) => {
      const { stands, cost, steps } = facts.response ?? {};
      if (stands !== "approved" && stands !== "carriedOut")
        return refuse(new ResponseNotApproved({ response }));
      if (state.allocations.some((each) => each.response === response))
        return refuse(new AlreadyFunded({ response }));
      const days = [state.settings[0]?.on, steps?.find(({ step }) => step === "approved")?.on];
      const problem = problemOfDay(on, today, days.reduce(later));
      if (problem !== undefined) return refuse(problem);
      const approved = cost?.amount ?? 0;
      if (cost?.currency !== state.currency || amount > approved)
        return refuse(new CostExceeded({ approved, currency: cost?.currency ?? null, asked: amount }));
      const left = available(state);
      return amount > left
        ? refuse(new ReserveExceeded({ available: left, asked: amount }))
        : accept({ _tag: "ResponseFunded", response, amount, on });
    },
    release: ({ response, used, on }, { allocations }, { today }) => {
      const open = allocations.find((each) => each.response === response && each.used === null);
      if (open === undefined) return refuse(new NotFunded({ response }));
      const problem = problemOfDay(on, today, open.on);
      if (problem !== undefined) return refuse(problem);
      return used > open.amount
        ? refuse(new AllocationExceeded({ allocated: open.amount, used }))
        : accept({ _tag: "AllocationReleased", response, used, on });
    },
  })
  .guard({
    set: ({ unit }) => ({ power: setReserve, unit }),
    change: (_, { unit }) => ({ power: setReserve, unit }),
    fund: (_, { unit }) => ({ power: spendReserve, unit }),
    release: (_, { unit }) => ({ power: spendReserve, unit }),
  });

export type Reserve = StateIn<typeof reserve>;

const later = (a: Day | undefined, b: Day | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;

interface Balance {
  readonly amount: number;
  readonly allocations: ReadonlyArray<{ readonly amount: number; readonly used: number | null }>;
}

/** What is left to allocate, in minor units of the reserve's currency; never below 0. */
export const available = ({ amount, allocations }: Balance): number =>
  allocations.reduce((left, each) => left - (each.used ?? each.amount), amount);

/** What a response was given, by a day and as known at an instant (default: all that is recorded); undefined where nothing. */
export const fundingOf = (
  { allocations }: Reserve,
  response: string,
  on: Day,
  knownAt?: Instant,
): Reserve["allocations"][number] | undefined =>
  datedBy(allocations, on, knownAt).find((each) => each.response === response);
