export { electionAt, type Field } from "../allocator/field.ts";
export { InvalidInput, type Problem } from "../input.ts";
export { type Allocated, allocateMany } from "./allocate-many.ts";
export type { Chamber } from "./chamber.ts";
export type { Chunk, Source } from "./chunk.ts";
export {
  type Coalition,
  minimalBlocking,
  minimalWinning,
  type Standing,
  standingOf,
  type Toleration,
  tolerated,
  winning,
} from "./coalition.ts";
export type { Bounds, Condition } from "./condition.ts";
export { type Coverage, coverage, type Uncovered } from "./coverage.ts";
export type { Bloc, Distinctions } from "./distinctions.ts";
export type { Mass } from "./estimate.ts";
export { majorityOf } from "./game.ts";
export { type BlocStanding, type Key, type KeyParts, keyOf } from "./key.ts";
export type { Dirichlet, Law, LogisticNormal } from "./law.ts";
export type { Model } from "./model.ts";
export type { Poll } from "./polls.ts";
export { type PartyPower, powerOf } from "./power.ts";
export type { Preparation, Response } from "./preparation.ts";
export type { Seed } from "./random.ts";
export { type Sampling, sample } from "./sample.ts";
