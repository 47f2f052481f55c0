export { canonicalJson } from "../exact/canonical.ts";
export type { AnyRecord } from "./kinds.ts";
export { replay } from "./replay.ts";
export { type Alteration, verify } from "./verify.ts";
