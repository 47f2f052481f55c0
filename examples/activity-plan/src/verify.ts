/** Folds the whole journal again and compares it with every table. */
import { existsSync } from "node:fs";
import process from "node:process";
import { verify } from "@verksam/kernel";
import { Effect } from "effect";
import { databaseFile, orComplain } from "./activity-plan.ts";
import { kernelOn, openDatabase, tenant } from "./database.ts";
import { optionsFrom, WrongUse } from "./options.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { words } from "./words.ts";

/** Verifies the database that the same arguments would run on. */
export const verifying = (args: ReadonlyArray<string>, terminal: Terminal): Promise<number> =>
  orComplain(terminal, async () => {
    const options = optionsFrom(args);
    const file = databaseFile(options);
    if (!existsSync(file)) throw new WrongUse(words[options.language].noDatabase(file));
    await using database = await openDatabase(file);
    const kernel = kernelOn(database.for(tenant));
    const { entries, instances, deviations } = await Effect.runPromise(
      verify(kernel.storage, kernel.aggregates),
    );
    const say = words[options.language];
    if (deviations.length === 0) {
      terminal.print(say.verified(entries, instances));
      return 0;
    }
    terminal.complain(say.deviations(deviations.length));
    for (const { aggregate, id, problem, field = "" } of deviations)
      terminal.complain(`  ${aggregate} ${id}: ${problem} ${field}`.trimEnd());
    return 1;
  });

if (import.meta.main) process.exitCode = await verifying(process.argv.slice(2), processTerminal);
