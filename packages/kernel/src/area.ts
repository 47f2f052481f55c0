/** An area: the aggregates that belong together, under one name. */
import type { Aggregate } from "./aggregate.ts";
import type { Migration } from "./migration.ts";

export interface Area<
  out Name extends string = string,
  out Aggregates extends { readonly [name: string]: Aggregate } = { readonly [name: string]: Aggregate },
> {
  readonly name: Name;
  readonly aggregates: Aggregates;
  /** The tables' history, oldest first. */
  readonly migrations: ReadonlyArray<Migration>;
}

export const area = <
  const Name extends string,
  const Aggregates extends { readonly [name: string]: Aggregate },
>(
  definition: Area<Name, Aggregates>,
): Area<Name, Aggregates> => definition;
