/** The testkit's public names. */
export type { Circumstances } from "./asking.ts";
export { Unexpected } from "./difference.ts";
export { type After, type GivenEvents, given, type When } from "./given.ts";
export { type About, type EventGiven, Past, recorded, type StateGiven } from "./history.ts";
export { type Lived, laws, type Script, type Step } from "./laws.ts";
export { countedIds, fixedClock } from "./outside.ts";
export type { OpenStorage, Stage, StorageCase } from "./storage/case.ts";
export type { StorageMutant } from "./storage/mutant.ts";
export { storageMutants } from "./storage/mutants.ts";
export { storageShapes } from "./storage/sample.ts";
export {
  type Deviation,
  type StorageAdapter,
  type StorageSuiteOptions,
  storageCases,
  storageSuite,
  type TestRunner,
} from "./storage/suite.ts";
