/** Storages that break one rule each, at least one for every case. An adapter's author may run them to see what the suite would say. */
import { commitMutants } from "./commit-mutants.ts";
import type { StorageMutant } from "./mutant.ts";
import { readingMutants } from "./reading-mutants.ts";
import { transactionMutants } from "./transaction-mutants.ts";
import { valueMutants } from "./value-mutants.ts";

export const storageMutants: ReadonlyArray<StorageMutant> = [
  ...commitMutants,
  ...readingMutants,
  ...transactionMutants,
  ...valueMutants,
];
