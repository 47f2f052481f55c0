/** From what a line says to do, to orders: every command of every aggregate, by its name. */
import { adoptionOrders, type PlanDocument, plan } from "@verksam/domain/plan";
import type { Aggregate, Order } from "@verksam/kernel";
import { Result } from "effect";
import type { Given, Refusal } from "./record.ts";

interface Named {
  readonly aggregate: Aggregate;
  readonly command: string;
}

/** The orders of one line; the line that adopts the plan gives one for each part of its document. */
export type OrdersOf = (given: Given) => Result.Result<ReadonlyArray<Order>, Refusal>;

/** Knows `area.aggregate.command`, and `aggregate.command` where only one area has such an aggregate. */
export const ordersFor = (aggregates: ReadonlyArray<Aggregate>, document: PlanDocument): OrdersOf => {
  const commands = byName(aggregates);
  return ({ at, by: actor, do: name, id, input, key, reason, on }) => {
    const known = commands.get(name);
    if (known === undefined) return Result.fail({ code: "UnknownCommand", data: { command: name } });
    const options = {
      key,
      ...(reason === undefined ? {} : { reason }),
      ...(on === undefined ? {} : { on }),
    };
    if (!isAdoption(known)) return Result.succeed([{ ...known, id, input, actor, at, options }]);
    return isEmpty(input)
      ? Result.succeed(adoptionOrders(document, { plan: id, actor, at, ...options }))
      : Result.fail({
          code: "InvalidInput",
          data: { command: name, problems: [{ field: "", problem: "the plan's document is the input" }] },
        });
  };
};

const isAdoption = ({ aggregate, command }: Named): boolean =>
  aggregate.shape.table === plan.aggregates.plan.shape.table && command === "adopt";

const isEmpty = (input: unknown): boolean =>
  typeof input === "object" && input !== null && Object.keys(input).length === 0;

const byName = (aggregates: ReadonlyArray<Aggregate>): ReadonlyMap<string, Named> => {
  const areas = Map.groupBy(aggregates, ({ name }) => name);
  return new Map(
    aggregates.flatMap((aggregate) => {
      const { area, name, machine } = aggregate;
      const names = areas.get(name)?.length === 1 ? [`${area}.${name}`, name] : [`${area}.${name}`];
      return machine.commands.flatMap((command) =>
        names.map((of) => [`${of}.${command}`, { aggregate, command }] as const),
      );
    }),
  );
};
