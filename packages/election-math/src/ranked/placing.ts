import { chosen } from "../count/counting.ts";
import type { Outcome } from "./race.ts";
import type { Transferring } from "./tie.ts";

/** An order of candidates, those that nothing tells apart together. */
export type Ranking = ReadonlyArray<ReadonlyArray<number>>;

/** Candidates in order of a relation: first those whom nobody beats, then those whom nobody of the rest beats, and so on. */
export const layersOf = (
  candidates: ReadonlyArray<number>,
  beats: (a: number, b: number) => boolean,
): Ranking => {
  const layers: Array<ReadonlyArray<number>> = [];
  let left = candidates;
  while (left.length > 0) {
    const best = left.filter((one) => !left.some((other) => beats(other, one)));
    layers.push(best);
    left = left.filter((one) => !best.includes(one));
  }
  return layers;
};

/** Elects from the top of a ranking; a lot where the places run out among candidates that nothing tells apart. */
export function* electFrom(
  ranking: Ranking,
  seats: number,
  idOf: (candidate: number) => string,
): Transferring<Outcome & { readonly ranking: ReadonlyArray<ReadonlyArray<string>> }> {
  const elected: Array<string> = [];
  for (const [layer, candidates] of ranking.entries()) {
    let left = candidates;
    while (left.length > 0 && elected.length < seats) {
      const winner = yield* chosen(left, seats - elected.length, idOf, () => ({
        kind: "electedFirst" as const,
        stage: layer + 1,
        votes: "",
      }));
      if (winner === undefined) break;
      elected.push(idOf(winner));
      yield { kind: "placed", place: elected.length, candidate: idOf(winner) };
      left = left.filter((one) => one !== winner);
    }
  }
  return { elected, ranking: ranking.map((layer) => layer.map(idOf)) };
}
