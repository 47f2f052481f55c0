import { canonicalJson } from "../exact/canonical.ts";
import { Checks, InvalidInput, inOrder } from "../input.ts";
import { OTHER } from "../seats/threshold.ts";
import type { Chunk, Source } from "./chunk.ts";
import { type Estimates, type Mass, unseenMass } from "./estimate.ts";
import { type KeyParts, keyOfOutcome } from "./key.ts";
import { type CheckedPreparation, type Preparation, readPreparation } from "./preparation.ts";
import { Tally } from "./tally.ts";

/** Outcomes with one key that no response meets. */
export interface Uncovered extends Mass {
  readonly key: string;
  readonly parts: KeyParts;
  /** The seats of the first such draw, by party. */
  readonly example: Readonly<Record<string, number>>;
  /** The response with the fewest plain parts to change for it to meet the example; absent where there are no responses. */
  readonly nearest?: { readonly response: string; readonly missing: number };
}

/** What of an election is prepared for. Plain data; every mass is a share of all outcomes, 1 together. */
export interface Coverage {
  readonly source: Source;
  readonly draws: number;
  /** So many draws of a plain sample would tell as much, at least. */
  readonly effectiveDraws: number;
  /** The draws in which lots were drawn, where they may decide who has a seat. */
  readonly lots: number;
  /** The draws that cannot be counted; they have no seats. */
  readonly uncounted: number;
  /** How many keys were seen. */
  readonly keys: number;
  readonly covered: Mass;
  /** The most likely first. */
  readonly uncovered: ReadonlyArray<Uncovered>;
  /** Outcomes that just these responses meet, two or more; the most likely first. */
  readonly overlaps: ReadonlyArray<Mass & { readonly responses: ReadonlyArray<string> }>;
  /** The responses that no draw met, in the order they were given. */
  readonly unused: ReadonlyArray<string>;
  /** What each response meets, alone or with others. */
  readonly byResponse: Readonly<Record<string, Mass>>;
  /** The keys that were never seen (Good and Turing: as likely together as those seen once), and how many were seen once. */
  readonly unseen: Mass & { readonly singletons: number };
}

/**
 * Holds responses against the chunks of a sample: what is covered, what is not, where responses overlap and
 * which are never needed. Chunks may come from workers; without `until` their order makes no difference. Throws
 * `InvalidInput`.
 */
export const coverage = (sample: Iterable<Chunk>, given: Preparation): Coverage => {
  const checks = new Checks();
  const fields = checks.object(given, "preparation");
  checks.done();
  let begun: Begun | undefined;
  for (const chunk of sample) {
    begun ??= beginning(chunk, fields);
    if (sampleOf(chunk) !== begun.sample) refuse("chunks of different samples");
    if (begun.seen.has(chunk.index)) refuse("a chunk twice");
    begun.seen.add(chunk.index);
    begun.tally.add(chunk);
    if (begun.prepared.until >= 0 && isEnough(begun)) break;
  }
  return begun === undefined ? refuse("no chunks") : report(begun);
};

/** What the first chunk tells of all, and what was counted. */
interface Begun {
  readonly source: Source;
  readonly parties: ReadonlyArray<string>;
  readonly prepared: CheckedPreparation;
  readonly tally: Tally;
  readonly sample: string;
  readonly seen: Set<number>;
}

const refuse = (problem: string): never => {
  throw new InvalidInput([{ field: "sample", problem }]);
};

/** What all chunks of a sample have in common. */
const sampleOf = ({ source, parties, near }: Chunk): string => canonicalJson({ source, parties, near });

const beginning = (chunk: Chunk, fields: Readonly<Record<string, unknown>>): Begun => {
  const { source, parties, candidates } = chunk;
  const prepared = readPreparation(fields, parties, new Checks());
  return {
    source,
    parties: [...parties],
    prepared,
    tally: new Tally(prepared, candidates.length),
    sample: sampleOf(chunk),
    seen: new Set(),
  };
};

const isEnough = ({ prepared, tally }: Begun): boolean => {
  const { mass, error } = unseenMass(tally.seen, tally.keys.count, tally.estimates());
  return mass + error <= prepared.until;
};

const report = ({ source, parties, prepared, tally }: Begun): Coverage => {
  const estimates = tally.estimates();
  const { responses } = prepared;
  const idOf = (r: number): string => responses[r]?.id ?? "";
  const massOf = (isMet: (met: ReadonlyArray<number>) => boolean): Mass =>
    estimates.massOf(tally.drawsMetBy(isMet));
  return {
    source,
    draws: tally.draws,
    effectiveDraws: estimates.effective,
    lots: tally.lots,
    uncounted: tally.uncounted,
    keys: tally.keys.count,
    covered: massOf((met) => met.length > 0),
    uncovered: uncoveredOf(parties, prepared, tally, estimates),
    overlaps: tally.sets
      .filter((met) => met.length > 1)
      .map((met) => ({ responses: met.map(idOf), ...massOf((other) => other === met) }))
      .sort((a, b) => b.mass - a.mass || inOrder(canonicalJson(a.responses), canonicalJson(b.responses))),
    unused: responses.flatMap(({ id }, r) => (tally.sets.some((met) => met.includes(r)) ? [] : [id])),
    byResponse: Object.fromEntries(responses.map(({ id }, r) => [id, massOf((met) => met.includes(r))])),
    unseen: unseenMass(tally.seen, tally.keys.count, estimates),
  };
};

const uncoveredOf = (
  parties: ReadonlyArray<string>,
  { distinctions, responses }: CheckedPreparation,
  tally: Tally,
  estimates: Estimates,
): ReadonlyArray<Uncovered> => {
  const { outcome } = tally;
  return tally.examples
    .flatMap((example, key) => {
      if (example === undefined) return [];
      outcome.read(example.totals, 0, example.over);
      const missing = responses.map((response) => response.missing(outcome, true));
      const least = Math.min(...missing);
      const nearest = responses[missing.indexOf(least)];
      const seats = parties.map((party, p) => [party, example.totals[p] ?? 0] as const);
      return [
        {
          ...keyOfOutcome(outcome, distinctions),
          ...estimates.massOf(tally.uncovered.row(key)),
          example: Object.fromEntries(seats.filter(([party]) => party !== OTHER)),
          ...(nearest && { nearest: { response: nearest.id, missing: least } }),
        },
      ];
    })
    .sort((a, b) => b.mass - a.mass || inOrder(a.key, b.key));
};
