/** Facts about other aggregates that a command declares: loaded with it, and still true when it commits. */
import type { Aggregate, StateIn } from "./aggregate.ts";
import type { Stored } from "./storage.ts";

/** One other aggregate by id; undefined where it does not exist. */
export interface One<out S> {
  readonly _tag: "One";
  readonly aggregate: Aggregate;
  readonly id: string;
  /** Types only; never present. */
  readonly state?: S;
}

/** Other aggregates by a declared index. That no further one appears meanwhile is not guarded: reserve a key for that. */
export interface Found<out S> {
  readonly _tag: "Found";
  readonly aggregate: Aggregate;
  readonly index: string;
  readonly values: ReadonlyArray<string | number | boolean | null>;
  /** Types only; never present. */
  readonly state?: S;
}

export type FactRequests = { readonly [name: string]: One<unknown> | Found<unknown> };

/** An aggregate's state with its id. */
export interface Identified<S> extends Pick<Stored, "id" | "version"> {
  readonly state: S;
}

export type FactValues<R> = {
  readonly [K in keyof R]: R[K] extends One<infer S>
    ? S | undefined
    : R[K] extends Found<infer S>
      ? ReadonlyArray<Identified<S>>
      : never;
};

/** The fact: the state of the aggregate with this id. */
export const one = <A extends Aggregate>(aggregate: A, id: string): One<StateIn<A>> => ({
  _tag: "One",
  aggregate,
  id,
});

/** The fact: the states found by a declared index, values in the order of its columns. Throws where none is declared under the name. */
export const found = <A extends Aggregate>(
  aggregate: A,
  index: string,
  ...values: Found<unknown>["values"]
): Found<StateIn<A>> => {
  if (!Object.hasOwn(aggregate.shape.indexes, index))
    throw new Error(`${aggregate.shape.table} declares no index ${index}`);
  return { _tag: "Found", aggregate, index, values };
};
