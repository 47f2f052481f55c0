/** The suite every storage adapter must pass, for any test runner. */
import type { Shape } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { Unexpected } from "../difference.ts";
import { type OpenStorage, type StorageCase, settled, stageOn } from "./case.ts";
import { commitCases } from "./commits.ts";
import { journalCases } from "./journal.ts";
import { openingCases } from "./opening.ts";
import { authorityCases, checkpointCases, reservationCases } from "./reservations.ts";
import { childCases, rowCases } from "./rows.ts";
import { storageShapes } from "./sample.ts";
import { personalCases, tenantCases } from "./tenants.ts";
import { transactionCases } from "./transactions.ts";
import { fewStrings, valueCases } from "./values.ts";

/** Cases that an adapter does not pass, and why. Each must fail: one that passes is a deviation no longer. */
export interface Deviation {
  readonly reason: string;
  readonly cases: ReadonlyArray<string>;
}

export interface StorageAdapter {
  readonly name: string;
  /** Opens an empty storage with tables for these shapes; once for the whole suite. */
  readonly make: (shapes: ReadonlyArray<Shape>) => Promise<OpenStorage> | Effect.Effect<OpenStorage, unknown>;
  readonly deviations?: ReadonlyArray<Deviation>;
}

/** What the suite needs of a test runner, as vitest, node:test, mocha, jest and bun have it. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  /** The last argument is the most milliseconds it may take, where the runner knows such a thing. */
  readonly it: (name: string, body: () => Promise<void>, timeout: number) => unknown;
  /** Runs after all tests of the `describe` around it. */
  readonly after: (body: () => Promise<void>) => unknown;
}

export interface StorageSuiteOptions {
  readonly test: TestRunner;
  /** More strings that break naive programs, such as the Big List of Naughty Strings. */
  readonly strings?: ReadonlyArray<string>;
}

const timeout = 120_000;

/** The cases by what they are about. */
export const storageCases: { readonly [about: string]: ReadonlyArray<StorageCase> } = {
  commit: commitCases,
  "keys and reservations": reservationCases,
  journal: journalCases,
  rows: rowCases,
  children: childCases,
  authority: authorityCases,
  checkpoints: checkpointCases,
  transactions: transactionCases,
  tenants: tenantCases,
  "personal data": personalCases,
  values: valueCases,
  opening: openingCases,
};

/** Registers the suite for one adapter. Throws where a deviation names a case that there is not. */
export const storageSuite = (adapter: StorageAdapter, { test, strings = [] }: StorageSuiteOptions): void => {
  const reasons = new Map(
    (adapter.deviations ?? []).flatMap(({ reason, cases }) => cases.map((name) => [name, reason] as const)),
  );
  const known = new Set(Object.values(storageCases).flatMap((cases) => cases.map(({ name }) => name)));
  for (const name of reasons.keys()) if (!known.has(name)) throw new Error(`there is no case "${name}"`);

  let opening: Promise<OpenStorage> | undefined;
  const open = () => {
    opening ??= Effect.runPromise(settled(() => adapter.make(storageShapes)));
    return opening;
  };
  test.describe(`storage: ${adapter.name}`, () => {
    test.after(async () => {
      const opened = await opening;
      if (opened !== undefined) await Effect.runPromise(settled(opened.dispose));
    });
    for (const [about, cases] of Object.entries(storageCases))
      test.describe(about, () => {
        for (const { name, run } of cases) {
          const reason = reasons.get(name);
          test.it(
            reason === undefined ? name : `${name} (not so: ${reason})`,
            async () => {
              const work = run(stageOn(await open(), [...fewStrings, ...strings]));
              if (reason === undefined) return Effect.runPromise(work);
              const exit = await Effect.runPromiseExit(work);
              if (Exit.isSuccess(exit))
                throw new Unexpected("this deviation is one no longer", "passes", reason);
            },
            timeout,
          );
        }
      });
  });
};
