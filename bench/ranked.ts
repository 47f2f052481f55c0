/** Ranked ballots: our counts with their records, and the same counts by caritat, which reckons in floating point. */
import { createRequire } from "node:module";
import { countRanked, type RankedRulesId } from "@verksam/election-math/ranked";
import { type Line, median } from "./measure.ts";
import { randomFrom } from "./random.ts";

/** What of caritat is used here; it has no types of its own. */
interface Caritat {
  readonly Ballot: new (votes: ReadonlyArray<string>, count: number) => object;
  readonly Election: new (config: {
    readonly ballots: ReadonlyArray<object>;
    readonly candidates: ReadonlyArray<string>;
  }) => object;
  readonly stv: {
    readonly meek: (election: object, config: { readonly seats: number }) => ReadonlyArray<string>;
  };
  readonly condorcet: { readonly schulze: (election: object) => ReadonlyArray<string> };
}

const [seats, count, most] = [7, 100_000, 12];
const candidates = Array.from({ length: 20 }, (_, number) => `c${number + 1}`);

/** Ballots of one to twelve choices, the more likely the lower a candidate's number; the same every time. */
const ballots = (): ReadonlyArray<ReadonlyArray<string>> => {
  const random = randomFrom(20_261_125);
  return Array.from({ length: count }, () => {
    const left = [...candidates];
    return Array.from({ length: 1 + Math.floor(random() * most) }, () => {
      const at = Math.floor(left.length * random() ** 1.6);
      return left.splice(at, 1)[0] ?? "";
    });
  });
};

const timed = <Result>(work: () => Result): readonly [Result, number] => {
  const begun = performance.now();
  const result = work();
  return [result, (performance.now() - begun) / 1000];
};

export const ranked = (): ReadonlyArray<Line> => {
  const caritat: Caritat = createRequire(import.meta.url)("caritat");
  const cast = ballots();
  const own = cast.map((ranking) => ({ ranking: ranking.map((candidate) => [candidate]) }));
  const ours = (rules: RankedRulesId) => {
    const rounds = Array.from({ length: 6 }, () =>
      timed(() => countRanked({ rules, candidates, seats, ballots: own })),
    );
    const [last] = rounds.at(-1) ?? [];
    if (last?.status !== "done") throw new Error("a lot is needed");
    return { answer: last, seconds: median(rounds.slice(1).map(([, seconds]) => seconds)) };
  };
  const scottish = ours("scottish");
  const meek = ours("meek");
  const schulze = ours("schulze-margins");
  const winning = ours("schulze");
  // equal ballots together, as the counts here put them too
  const alike = Map.groupBy(cast, (ranking) => ranking.join());
  const election = new caritat.Election({
    candidates,
    ballots: [...alike.values()].map((same) => new caritat.Ballot(same[0] ?? [], same.length)),
  });
  const [theirMeek, theirMeekTook] = timed(() => caritat.stv.meek(election, { seats }));
  const [theirSchulze, theirSchulzeTook] = timed(() => caritat.condorcet.schulze(election));
  const isSameMeek = [...theirMeek].sort().join() === [...meek.answer.elected].sort().join();
  const isSameSchulze = theirSchulze.join() === winning.answer.ranking?.flat().join();
  const what = `${count / 1000} 000 ballots, ${alike.size} different, ${candidates.length} candidates, ${seats} seats`;
  return [
    {
      what: `${what}: Scottish, s`,
      figure: `${scottish.seconds.toFixed(3)} s, ${scottish.answer.steps.length} steps`,
      ratio: scottish.seconds,
      target: { atMost: 0.2 },
    },
    {
      what: "the same by Meek in nine decimals, s",
      figure: `${meek.seconds.toFixed(3)} s, ${meek.answer.steps.length} steps`,
      ratio: meek.seconds,
      target: { atMost: 2 },
    },
    {
      what: "Meek by caritat ÷ ours",
      figure: `${theirMeekTook.toFixed(2)} s ÷ ${meek.seconds.toFixed(3)} s, ${isSameMeek ? "the same" : "others"} elected`,
      ratio: theirMeekTook / meek.seconds,
      target: { atLeast: 20 },
    },
    {
      what: "Schulze by caritat ÷ ours",
      figure: `${theirSchulzeTook.toFixed(2)} s ÷ ${winning.seconds.toFixed(3)} s, ${isSameSchulze ? "the same" : "another"} order`,
      ratio: theirSchulzeTook / winning.seconds,
      target: { atLeast: 20 },
    },
    { what: "Schulze by margins, s", figure: `${schulze.seconds.toFixed(3)} s` },
  ];
};
