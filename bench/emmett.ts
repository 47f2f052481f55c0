/** The kernel beside Emmett on PostgreSQL: read, decide, append, and the state as a row in the same transaction. */
import { SQL } from "@event-driven-io/dumbo";
import { CommandHandler } from "@event-driven-io/emmett";
import { getPostgreSQLEventStore, postgreSQLRawSQLProjection } from "@event-driven-io/emmett-postgresql";
import { migrate } from "@verksam/storage-kysely";
import { postgresStorage } from "@verksam/storage-kysely/postgres";
import * as Effect from "effect/Effect";
import { Pool } from "pg";
import type { Connection } from "../tools/postgres.ts";
import { compare, type Line } from "./measure.ts";
import { bench, idOf, note, opened, raise } from "./subject.ts";

type Event =
  | { type: "TallyOpened"; data: { id: string; unit: string; title: string } }
  | { type: "TallyRaised"; data: { id: string; by: number; note: string } };
interface State {
  readonly count: number;
  readonly last: string;
}

const projection = postgreSQLRawSQLProjection<Event>({
  name: "tally",
  canHandle: ["TallyOpened", "TallyRaised"],
  init: () =>
    SQL`create table if not exists tally (id text primary key, unit text, title text, count bigint not null, last text not null)`,
  evolve: ({ type, data }) =>
    type === "TallyOpened"
      ? SQL`insert into tally values (${data.id}, ${data.unit}, ${data.title}, 0, '')`
      : SQL`update tally set count = count + ${data.by}, last = ${data.note} where id = ${data.id}`,
});

const evolve = (state: State, { type, data }: Event): State =>
  type === "TallyOpened" ? state : { count: state.count + data.by, last: data.note };

export const emmett = async (connection: Connection): Promise<ReadonlyArray<Line>> => {
  const { host, user, database } = connection;
  const store = getPostgreSQLEventStore(
    `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
    {
      projections: [{ type: "inline", projection }],
    },
  );
  const pool = new Pool({ ...connection, max: 16 });
  pool.on("error", () => {});
  try {
    await store.schema.migrate();
    const handle = CommandHandler<State, Event>({ evolve, initialState: () => ({ count: 0, last: "" }) });
    for (let number = 0; number < 1000; number++) {
      const id = idOf(number);
      await handle(store, id, () => ({
        type: "TallyOpened",
        data: { id, unit: "u-1", title: `list ${number}` },
      }));
    }
    const theirs = (number: number) =>
      handle(store, idOf(number), () => ({ type: "TallyRaised", data: { id: idOf(number), by: 1, note } }));
    const storage = postgresStorage({ pool });
    await migrate(storage.kysely, { family: "postgres", areas: [bench] });
    const kernel = await opened(storage);
    const ours = (number: number) => Effect.runPromise(kernel.execute(raise(number)));
    const lines: Array<Line> = [];
    for (const callers of [1, 16]) {
      const { ours: us, theirs: them } = await compare(
        { ours, theirs },
        { callers, pieces: callers === 1 ? 500 : 1500, rounds: 3 },
      );
      lines.push({
        what: `PostgreSQL, ${callers} callers: commands a second ÷ Emmett`,
        figure: `${us.rate.toFixed(0)} ÷ ${them.rate.toFixed(0)} a second`,
        ratio: us.rate / them.rate,
        target: { atLeast: 1.5 },
      });
    }
    return lines;
  } finally {
    await store.close();
    await pool.end();
  }
};
