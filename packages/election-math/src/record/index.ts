export { canonicalJson } from "../exact/canonical.ts";
export { explain } from "./explain/explain.ts";
export type { Chapter, Language } from "./explain/words.ts";
export type { AnyRecord } from "./kinds.ts";
export { replay } from "./replay.ts";
export { type Alteration, verify } from "./verify.ts";
