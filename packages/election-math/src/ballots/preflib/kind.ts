import type { CastBallot } from "../ballot-file.ts";

/** Orders of all candidates ("c") or of some ("i"), strict ("so") or with several in one rank ("to"). */
export type PreflibKind = "soc" | "soi" | "toc" | "toi";

export const isPreflibKind = (kind: unknown): kind is PreflibKind =>
  kind === "soc" || kind === "soi" || kind === "toc" || kind === "toi";

/** What a kind of file cannot have, of an order of so many candidates; `undefined` where it can. */
export const unfit = (
  kind: PreflibKind,
  ranking: CastBallot["ranking"],
  candidates: number,
): string | undefined => {
  if (ranking.length === 0) return "an empty order";
  if (ranking.some((rank) => rank.length === 0)) return "a skipped rank";
  if (kind.startsWith("so") && ranking.some((rank) => rank.length > 1)) return `equal ranks in ${kind}`;
  const isComplete = ranking.reduce((sum, rank) => sum + rank.length, 0) === candidates;
  return kind.endsWith("c") && !isComplete ? `an order that leaves candidates out in ${kind}` : undefined;
};
