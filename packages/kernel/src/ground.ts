/** What a batch of commands needs to know, and the answer to it in the aggregates' own terms. */
import type { Aggregate } from "./aggregate.ts";
import type { Call } from "./call.ts";
import type { Ground } from "./decision.ts";
import type { Found } from "./fact.ts";
import type { IndexQuery, Loaded, Stored, Wanted } from "./storage.ts";

type Known = Pick<Ground, "state" | "found" | "key">;

/** One request for all the calls together, and how to read its answer. */
export const wantedBy = (
  calls: ReadonlyArray<Call>,
): { readonly wanted: Wanted; readonly ground: (loaded: Loaded) => Known } => {
  const tables = new Map<string, { readonly aggregate: Aggregate; readonly ids: Set<string> }>();
  const queries = new Map<string, IndexQuery>();
  const keys = new Set<string>();
  const want = (aggregate: Aggregate, id: string) => {
    const known = tables.get(aggregate.shape.table);
    if (known === undefined) tables.set(aggregate.shape.table, { aggregate, ids: new Set([id]) });
    else known.ids.add(id);
  };
  for (const { aggregate, id, facts, options } of calls) {
    want(aggregate, id);
    if (options.key !== undefined) keys.add(options.key);
    for (const fact of Object.values(facts))
      if (fact._tag === "One") want(fact.aggregate, fact.id);
      else queries.set(textOf(fact), { shape: fact.aggregate.shape, index: fact.index, values: fact.values });
  }
  const wanted: Wanted = {
    states: [...tables.values()].map(({ aggregate, ids }) => ({ shape: aggregate.shape, ids: [...ids] })),
    ...(queries.size > 0 ? { found: [...queries.values()] } : {}),
    ...(keys.size > 0 ? { keys: [...keys] } : {}),
  };
  const ground = (loaded: Loaded): Known => {
    const rows = new Map<string, Stored>();
    const note = (table: string, stored: ReadonlyArray<Stored> | undefined) => {
      for (const row of stored ?? []) rows.set(`${table}/${row.id}`, row);
    };
    for (const [index, { shape }] of wanted.states.entries()) note(shape.table, loaded.states[index]);
    for (const [index, { shape }] of (wanted.found ?? []).entries()) note(shape.table, loaded.found[index]);
    const found = new Map([...queries.keys()].map((text, index) => [text, loaded.found[index] ?? []]));
    const records = new Map(loaded.keys.map((record) => [record.key, record]));
    return {
      state: ({ shape, machine }, id) => {
        const row = rows.get(`${shape.table}/${id}`);
        return row === undefined
          ? { version: 0, state: undefined }
          : { version: row.version, state: machine.decodeState(row.state) };
      },
      found: (fact) =>
        (found.get(textOf(fact)) ?? []).map(({ id, version, state }) => ({
          id,
          version,
          state: fact.aggregate.machine.decodeState(state),
        })),
      key: (key) => records.get(key),
    };
  };
  return { wanted, ground };
};

const textOf = ({ aggregate, index, values }: Found<unknown>): string =>
  JSON.stringify([aggregate.shape.table, index, values]);
