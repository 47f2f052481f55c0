import { canonicalJson } from "../exact/canonical.ts";
import { sha256 } from "../exact/sha256.ts";
import type { Lot, LotStep } from "./lot.ts";

/** A count that anyone can redo: what went in, under which rules, every lot and step, and what came out. Plain JSON. */
export interface CountRecord<Kind extends string, Input, Step, About, Result> {
  readonly format: "verksam-count@1";
  readonly kind: Kind;
  /** The rules with their version: "se.riksdag@2018". */
  readonly rules: string;
  readonly input: Input;
  readonly lots: ReadonlyArray<Lot<About>>;
  readonly steps: ReadonlyArray<Step | LotStep<About>>;
  readonly result: Result;
  /** SHA-256, in hexadecimal, of the canonical JSON of kind, rules, input and lots. */
  readonly seal: string;
}

export const recordOf = <const Kind extends string, Input, Step, About, Result>(
  kind: Kind,
  rules: string,
  input: Input,
  {
    lots,
    steps,
    result,
  }: {
    readonly lots: ReadonlyArray<Lot<About>>;
    readonly steps: ReadonlyArray<Step | LotStep<About>>;
    readonly result: Result;
  },
): CountRecord<Kind, Input, Step, About, Result> => ({
  format: "verksam-count@1",
  kind,
  rules,
  input,
  lots,
  steps,
  result,
  seal: sha256(canonicalJson({ kind, rules, input, lots })),
});
