/** What other programs read of a count. */
import { type RankedAnswer, stagesOf } from "@verksam/election-math/ranked";

/** Candidates by their numbers in the file; votes as text, exact. */
export const answerFile = (answer: RankedAnswer): unknown => {
  if (answer.status === "needsLot") return { status: answer.status, lot: answer.lot };
  const { status, elected, quota, ranking, record } = answer;
  const names = new Map(record.input.candidates.map(({ id, name }) => [id, name ?? id]));
  const numbers = (ids: ReadonlyArray<string>) => ids.map(Number);
  return {
    status,
    elected: numbers(elected),
    names: elected.map((id) => names.get(id) ?? id),
    ...(quota !== undefined && { quota: quotaOf(quota) }),
    ...(ranking !== undefined && { ranking: ranking.map(numbers) }),
    stages: stagesOf(record).map(({ of, elected: own, ...stage }) => ({
      ...stage,
      of: numbers(of),
      elected: numbers(own),
    })),
  };
};

/** So many decimals tell a quota that no decimals end, cut off. */
const decimals = 9;

/** A number where it is whole, else a decimal text. */
const quotaOf = (quota: string): number | string => {
  const [n = "", d] = quota.split("/");
  if (d === undefined) {
    const short = quota.includes(".") ? quota.replace(/\.?0+$/, "") : quota;
    return short.includes(".") ? short : Number(short);
  }
  const digits = `${(BigInt(n) * 10n ** BigInt(decimals)) / BigInt(d)}`.padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/0+$/, "");
};
