/** The testkit's public names. */
export { Unexpected } from "./difference.ts";
export { type After, type Circumstances, type GivenEvents, given, type When } from "./given.ts";
export { type About, type EventGiven, Past, type Plainly, recorded, type StateGiven } from "./history.ts";
export type { OpenStorage, Stage, StorageCase } from "./storage/case.ts";
export { storageShapes } from "./storage/sample.ts";
export {
  type Deviation,
  type StorageAdapter,
  type StorageSuiteOptions,
  storageCases,
  storageSuite,
  type TestRunner,
} from "./storage/suite.ts";
