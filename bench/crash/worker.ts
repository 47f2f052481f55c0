/** Gives commands with keys from a number upwards until it is killed, and says of each that it was answered. */
import { writeSync } from "node:fs";
import process from "node:process";
import type { Kernel } from "@verksam/kernel";
import { type KyselyStorage, migrate } from "@verksam/storage-kysely";
import * as Effect from "effect/Effect";
import { bench, kernelOn, opened, raise, tenant } from "../subject.ts";

const callers = 6;

/** Brings the tables up to date and opens the organisation, founded by the first worker that comes that far. */
const openedOn = async (storage: KyselyStorage, family: "sqlite" | "postgres"): Promise<Kernel> => {
  await migrate(storage.kysely, { family, areas: [bench] });
  const { head } = await Effect.runPromise(storage.for(tenant).load({ states: [] }));
  return head.position === 0 ? opened(storage) : kernelOn(storage);
};

const [family = "sqlite", location = "", from = "0"] = process.argv.slice(2);
const storage =
  family === "sqlite"
    ? (await import("@verksam/storage-kysely/node-sqlite")).nodeSqliteStorage({ file: location })
    : await (async () => {
        const { Pool } = await import("pg");
        const pool = new Pool({ ...JSON.parse(location), max: 4 });
        return (await import("@verksam/storage-kysely/postgres")).postgresStorage({ pool });
      })();
const kernel = await openedOn(storage, family === "sqlite" ? "sqlite" : "postgres");
writeSync(1, "ready\n");
let next = Number(from);
const caller = async () => {
  for (;;) {
    const number = next++;
    const answer = await Effect.runPromise(Effect.result(kernel.execute(raise(number))));
    writeSync(1, answer._tag === "Success" ? `${number}\n` : `failed ${number} ${answer.failure._tag}\n`);
  }
};
await Promise.all(Array.from({ length: callers }, caller));
