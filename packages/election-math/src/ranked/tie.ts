import { type Counting, drawn } from "../count/counting.ts";
import type { Race } from "./race.ts";
import type { RankedAbout, RankedStep } from "./step.ts";

export type Transferring<Result = void> = Counting<RankedStep, RankedAbout, Result>;

/** Which of the tied is taken, and what is asked of other stages: the most votes there, or the fewest. */
interface Question {
  readonly kind: RankedAbout["kind"];
  readonly takes: "most" | "fewest";
  /** Where it is looked first: at the stage before this one and so back, or at the first and so on. */
  readonly looks: "back" | "forward";
}

/** One of candidates with equal votes: by the first stage looked at where they were unequal, at last by lot. */
export function* untied<Value>(
  race: Race<Value>,
  among: ReadonlyArray<number>,
  { kind, takes, looks }: Question,
): Transferring<number> {
  const { history } = race;
  let left = among;
  const stages = history.slice(0, -1).map((votes, index) => ({ votes, stage: index + 1 }));
  for (const { votes, stage } of looks === "back" ? stages.reverse() : stages) {
    if (left.length < 2) break;
    // every stage has votes for everybody
    const at = (candidate: number) => votes[candidate] as Value;
    const sign = takes === "most" ? 1 : -1;
    const best = left.reduce((best, one) => (sign * race.compare(at(one), at(best)) > 0 ? one : best));
    const kept = left.filter((one) => race.compare(at(one), at(best)) === 0);
    const [taken] = kept;
    if (kept.length === 1 && taken !== undefined)
      yield {
        kind: "earlierStage",
        among: left.map((one) => race.idOf(one)),
        taken: race.idOf(taken),
        stage,
      };
    left = kept;
  }
  const [first = 0] = left;
  if (left.length < 2) return first;
  const ids = left.map((one) => race.idOf(one));
  const id = yield* drawn(ids, { kind, stage: race.stage, votes: race.text(race.votesOf(first)) });
  return left.find((one) => race.idOf(one) === id) ?? first;
}

/** The candidates with the most votes, or the fewest. */
export const extreme = <Value>(
  race: Race<Value>,
  among: ReadonlyArray<number>,
  takes: "most" | "fewest",
): ReadonlyArray<number> => {
  const sign = takes === "most" ? 1 : -1;
  const [first, ...others] = among;
  if (first === undefined) return [];
  const best = others.reduce(
    (best, one) => (sign * race.compare(race.votesOf(one), race.votesOf(best)) > 0 ? one : best),
    first,
  );
  return among.filter((one) => race.compare(race.votesOf(one), race.votesOf(best)) === 0);
};
