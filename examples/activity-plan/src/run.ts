/** Giving a record's commands: in order, some at a time, each once however often and wherever it was stopped. */
import type { PlanDocument } from "@verksam/domain/plan";
import { Effect, Result } from "effect";
import { ordersFor } from "./commands.ts";
import { type Database, kernelOn, tenant } from "./database.ts";
import { hashOf, type RecordLine, type Refusal } from "./record.ts";

/** A line that was not followed, or not in full, and why. */
export interface Refused {
  readonly line: number;
  /** The plan's adoption may have several. */
  readonly refusals: ReadonlyArray<Refusal>;
}

interface Giving {
  readonly document: PlanDocument;
  /** Told after each part how many lines are done. */
  readonly progress: (lines: number) => void;
}

/** How many lines are kept together. */
const part = 64;

/**
 * Gives every line that was not followed or refused at the same place before. A part is kept whole with what was refused
 * of it, or not at all: stopped anywhere and run again, it comes to the same.
 */
export const giveRecord = async (
  database: Database,
  lines: ReadonlyArray<RecordLine>,
  { document, progress }: Giving,
): Promise<ReadonlyArray<Refused>> => {
  const refused: Array<Refused> = [];
  for (let from = 0; from < lines.length; from += part) {
    refused.push(...(await givePart(database, lines.slice(from, from + part), document)));
    progress(Math.min(from + part, lines.length));
  }
  return refused;
};

const givePart = (
  database: Database,
  lines: ReadonlyArray<RecordLine>,
  document: PlanDocument,
): Promise<ReadonlyArray<Refused>> =>
  database.kysely.transaction().execute(async (transaction) => {
    const storage = database.within(transaction).for(tenant);
    const ordersOf = ordersFor(kernelOn(storage).aggregates, document);
    const before = await transaction
      .selectFrom("record_refusal")
      .selectAll()
      .where(
        "seal",
        "in",
        lines.map(({ seal }) => seal),
      )
      .execute();
    const known = new Map(before.map(({ seal, refusals }) => [seal, refusals]));
    const planned = lines.map((line) => {
      const orders = known.has(line.seal) ? Result.succeed([]) : Result.flatMap(line.read, ordersOf);
      return { line, orders };
    });
    const orders = planned.flatMap(({ orders }) => (Result.isSuccess(orders) ? orders.success : []));
    const kernel = kernelOn(
      storage,
      orders.map(({ options }) => hashOf(`id of ${options?.key}`)),
    );
    const answers = (await Effect.runPromise(kernel.executeMany(orders))).values();
    const refused: Array<Refused> = [];
    for (const { line, orders } of planned) {
      const { number, seal } = line;
      const old = known.get(seal);
      // Written by this function, further down.
      const remembered = old === undefined ? [] : (JSON.parse(old) as ReadonlyArray<Refusal>);
      const refusals = Result.isFailure(orders)
        ? [orders.failure]
        : [...remembered, ...orders.success.flatMap(() => refusalOf(answers.next().value))];
      if (refusals.length === 0) continue;
      refused.push({ line: number, refusals });
      if (old === undefined)
        await transaction
          .insertInto("record_refusal")
          .values({ seal, refusals: JSON.stringify(refusals) })
          .execute();
    }
    return refused;
  });

/** Why a command was refused; what is no refusal ends the run, and the part is not kept. */
const refusalOf = (answer: Result.Result<unknown, unknown> | undefined): ReadonlyArray<Refusal> => {
  if (answer === undefined || Result.isSuccess(answer)) return [];
  const error = answer.failure;
  if (!(error instanceof Error) || !("_tag" in error) || typeof error._tag !== "string") throw error;
  if (error._tag === "StorageFailure" || error._tag === "Conflict") throw error;
  const { _tag: code, ...data } = error;
  return [{ code, data }];
};
