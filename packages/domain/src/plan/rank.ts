/** Ranking from weighed grounds: pure and exact, so that anyone can compute the proposal again and get the same. */
import { Id } from "@verksam/kernel";
import * as Schema from "effect/Schema";

// Whole numbers within these bounds keep every sum of up to 100 criteria exact.
const Weight = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 }));
const Score = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000_000 }));
const mostCriteria = 100;

/** What a ranking rests on. Need and effect are criteria like any other. */
export const Grounds = Schema.Struct({
  /** How much each criterion weighs against the others; 1–100 of them. */
  weights: Schema.Record(Id, Weight),
  /** The criteria by which a tie in points is broken, in this order; what they leave tied goes in order of code. */
  ties: Schema.UniqueArray(Id),
  /** Each item once, with a score by every criterion: 0 or more, greater is stronger. */
  entries: Schema.NonEmptyArray(Schema.Struct({ item: Id, scores: Schema.Record(Id, Score) })),
}).check(
  Schema.makeFilter(({ weights, ties, entries }) => {
    const criteria = Object.keys(weights).sort();
    if (criteria.length === 0 || criteria.length > mostCriteria)
      return { path: ["weights"], issue: `1–${mostCriteria} criteria` };
    if (ties.some((criterion) => !Object.hasOwn(weights, criterion)))
      return { path: ["ties"], issue: "a criterion without a weight" };
    if (new Set(entries.map(({ item }) => item)).size < entries.length)
      return { path: ["entries"], issue: "an item twice" };
    const uneven = entries.findIndex(({ scores }) => Object.keys(scores).sort().join() !== criteria.join());
    return (
      uneven === -1 || { path: ["entries", uneven, "scores"], issue: "not one score for each criterion" }
    );
  }),
);
export type Grounds = typeof Grounds.Type;

/** An item in its place, with everything that put it there. */
export interface Ranked {
  readonly item: string;
  /** From 1; no two share one. */
  readonly place: number;
  /** The sum of weight × score; divided by `of`, the sum of the weights, it is the weighted mean. */
  readonly points: number;
  readonly of: number;
  /** By criterion, in order of its code. */
  readonly parts: ReadonlyArray<{
    readonly criterion: string;
    readonly weight: number;
    readonly score: number;
    readonly points: number;
  }>;
  /** The others with exactly as many points, in order of place. */
  readonly tiedWith: ReadonlyArray<string>;
  /** What puts it before the next item: its points, a score that breaks the tie, or only its code. Absent for the last. */
  readonly aheadBy?: "points" | "code" | { readonly criterion: string };
}

/** The order that follows from the grounds: most points first, ties broken as the grounds declare. */
export const rank = ({ weights, ties, entries }: Grounds): ReadonlyArray<Ranked> => {
  const criteria = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  const of = sum(criteria.map(([, weight]) => weight));
  const counted = entries.map(({ item, scores }) => {
    const parts = criteria.map(([criterion, weight]) => {
      const score = scores[criterion] ?? 0;
      return { criterion, weight, score, points: weight * score };
    });
    return { item, scores, parts, points: sum(parts.map(({ points }) => points)) };
  });
  type Entry = (typeof counted)[number];
  /** What tells two entries apart, and which of them is ahead. */
  const compare = (
    a: Entry,
    b: Entry,
  ): { readonly by: NonNullable<Ranked["aheadBy"]>; readonly order: number } => {
    if (a.points !== b.points) return { by: "points", order: b.points - a.points };
    for (const criterion of ties) {
      const order = (b.scores[criterion] ?? 0) - (a.scores[criterion] ?? 0);
      if (order !== 0) return { by: { criterion }, order };
    }
    return { by: "code", order: a.item < b.item ? -1 : 1 };
  };
  const sorted = counted.toSorted((a, b) => compare(a, b).order);
  return sorted.map((entry, index) => {
    const next = sorted[index + 1];
    const tied = sorted.filter((other) => other !== entry && other.points === entry.points);
    return {
      item: entry.item,
      place: index + 1,
      points: entry.points,
      of,
      parts: entry.parts,
      tiedWith: tied.map(({ item }) => item),
      ...(next === undefined ? {} : { aheadBy: compare(entry, next).by }),
    };
  });
};

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0);

/** An item that stands elsewhere in one order than in another; places from 1. */
export interface Moved {
  readonly item: string;
  readonly from: number;
  readonly to: number;
}

/** The items whose place differs, in their new order; both orders hold the same items. Empty where the orders are the same. */
export const movesBetween = (
  before: ReadonlyArray<string>,
  after: ReadonlyArray<string>,
): ReadonlyArray<Moved> => {
  const places = new Map(before.map((item, index) => [item, index + 1]));
  return after.flatMap((item, index) => {
    const from = places.get(item);
    return from === undefined || from === index + 1 ? [] : [{ item, from, to: index + 1 }];
  });
};
