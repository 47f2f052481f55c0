/** The kernel's public names. */
export * from "./aggregate.ts";
export { type Area, area } from "./area.ts";
export { type Authority, AuthorityIndex } from "./authority.ts";
export type { Done, Options } from "./call.ts";
export { type CommandsOf, commands, order } from "./commands.ts";
export * from "./coverage.ts";
export * from "./day.ts";
export { type Erasure, erase, erasePower } from "./erase.ts";
export * from "./errors.ts";
export { type EventOf, type EventOptions, EventSpec, event, type Upcast } from "./event.ts";
export {
  Acting,
  type CommandError,
  type CommandsIn,
  type DoneIn,
  type EventIn,
  type Executor,
  type Order,
  type StateIn,
} from "./execute.ts";
export * from "./fact.ts";
export { AlreadyRelinquished, founding, Zone } from "./founding.ts";
export { everyUnit, includesPower, lineOf, permits } from "./guard.ts";
export type { Happened } from "./history.ts";
export { Id, Ids } from "./ids.ts";
export { type Kernel, type KernelOptions, makeKernel, Verksam } from "./kernel.ts";
export type { Encoded, Machine, Tagged } from "./machine.ts";
export { memoryStorage } from "./memory.ts";
export * from "./migration.ts";
export { type PersonalClass, personal, personalClass } from "./personal.ts";
export type { Plainly } from "./plainly.ts";
export { rebuild } from "./rebuild.ts";
export { type ChildShape, type Column, type ColumnType, columnsOf, type Shape } from "./shape.ts";
export * from "./storage.ts";
export { catchUp, follow, type Subscription } from "./subscription.ts";
export { type Deviation, type Verification, verify } from "./verify.ts";
