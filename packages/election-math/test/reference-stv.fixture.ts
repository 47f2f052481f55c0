/** Single transferable votes once more, slowly: every paper by itself, from the text of the rules. */
import type { RankedProfile } from "./random-ranked.fixture.ts";
import {
  type Choose,
  type ReferenceResult,
  struck,
  withFewest,
  withMost,
} from "./reference-ranked.fixture.ts";

/** Papers that are alike: in whose hands, and what each is worth in units of the rule. */
interface Held {
  readonly papers: bigint;
  readonly order: ReadonlyArray<string>;
  holder: string | undefined;
  value: bigint;
}

interface Gregory {
  /** How many units a vote is. */
  readonly unit: (seats: bigint) => bigint;
  readonly quota: (papers: bigint, seats: bigint, unit: bigint) => bigint;
  readonly reaches: (votes: bigint, quota: bigint) => boolean;
  /** Whether a paper's new value is cut off to a unit; else the unit is made small enough. */
  readonly cuts: boolean;
}

export const scottish: Gregory = {
  unit: () => 100_000n,
  quota: (papers, seats, unit) => (papers / (seats + 1n) + 1n) * unit,
  reaches: (votes, quota) => votes >= quota,
  cuts: true,
};

export const wigm: Gregory = {
  unit: (seats) => seats + 1n,
  quota: (papers, seats, unit) => (papers * unit) / (seats + 1n),
  reaches: (votes, quota) => votes > quota,
  cuts: false,
};

export const gregory = (rule: Gregory, profile: RankedProfile, choose: Choose): ReferenceResult => {
  const { standing, papers } = struck(profile);
  const seats = BigInt(profile.seats);
  let unit = rule.unit(seats);
  let held = papers.map(({ weight, ranking }): Held => {
    const order = ranking.flat();
    return { papers: BigInt(weight), order, holder: order[0], value: unit };
  });
  let quota = rule.quota(
    held.reduce((sum, { papers }) => sum + papers, 0n),
    seats,
    unit,
  );
  const elected: Array<string> = [];
  const passed = new Set<string>();
  let continuing = [...standing];
  let stages: Array<Map<string, bigint>> = [];

  const votesOf = (one: string) =>
    passed.has(one)
      ? quota
      : held.reduce((sum, { papers, value, holder }) => (holder === one ? sum + papers * value : sum), 0n);
  const told = (among: ReadonlyArray<string>, most: typeof withMost, about: string): string => {
    let left = most(among, votesOf);
    for (const stage of stages.toReversed()) left = most(left, (one) => stage.get(one) ?? 0n);
    return left.length > 1 ? choose(left, about) : (left[0] ?? "");
  };
  const elect = (those: ReadonlyArray<string>) => {
    // equals in the order of the ballot paper: all of them are elected
    for (let left = [...those]; left.length > 0; left = left.filter((one) => !elected.includes(one)))
      elected.push(...withMost(left, votesOf));
    continuing = continuing.filter((one) => !those.includes(one));
  };
  const moveOn = (from: string, worth: (value: bigint) => bigint) => {
    for (const one of held.filter(({ holder }) => holder === from)) {
      const next = one.order.slice(one.order.indexOf(from)).find((other) => continuing.includes(other));
      one.holder = next;
      one.value = worth(one.value);
    }
  };

  for (;;) {
    stages.push(new Map(standing.map((one) => [one, votesOf(one)])));
    elect(continuing.filter((one) => rule.reaches(votesOf(one), quota)));
    const places = profile.seats - elected.length;
    if (continuing.length === places) elect(continuing);
    if (elected.length === profile.seats) {
      const [votes = new Map()] = stages.slice(-1);
      return { elected, quota: [quota, unit], votes: [votes, unit] };
    }
    const above = elected.filter((one) => votesOf(one) > quota);
    if (above.length > 0) {
      const from = told(above, withMost, "surplusFirst");
      const votes = votesOf(from);
      const surplus = votes - quota;
      if (!rule.cuts) {
        // a unit so much smaller that surplus ÷ votes of any paper is whole
        unit *= votes;
        quota *= votes;
        held = held.map((one) => ({ ...one, value: one.value * votes }));
        stages = stages.map((stage) => new Map([...stage].map(([one, had]) => [one, had * votes])));
      }
      moveOn(from, (value) => (value * surplus) / votes);
      passed.add(from);
    } else {
      // without votes, and all of them to go: whoever is first, nothing moves
      const [none, ...others] = continuing.filter((one) => votesOf(one) === 0n);
      const areIdle = others.length < continuing.length - places;
      const lowest = none !== undefined && areIdle ? none : told(continuing, withFewest, "excluded");
      continuing = continuing.filter((one) => one !== lowest);
      moveOn(lowest, (value) => value);
    }
  }
};

/** One place: the lowest is excluded until one has more than half of the papers that still name somebody. */
export const referenceIrv = (profile: RankedProfile, choose: Choose, looksBack = true): ReferenceResult => {
  const { standing, papers } = struck(profile);
  let continuing = [...standing];
  const stages: Array<(one: string) => bigint> = [];
  for (;;) {
    const left = continuing;
    const votes = new Map(left.map((one) => [one, 0n]));
    let all = 0n;
    for (const { weight, ranking } of papers) {
      const top = ranking.flat().find((one) => left.includes(one));
      if (top === undefined) continue;
      votes.set(top, (votes.get(top) ?? 0n) + BigInt(weight));
      all += BigInt(weight);
    }
    const votesOf = (one: string) => votes.get(one) ?? 0n;
    const winner = left.find((one) => 2n * votesOf(one) > all || left.length === 1);
    if (winner !== undefined) return { elected: [winner] };
    stages.push(votesOf);
    let lowest = left;
    for (const had of looksBack ? stages.toReversed() : stages) lowest = withFewest(lowest, had);
    // whoever has no votes passes none on, so that it makes no difference which of them goes first
    const isIdle = lowest.length === 1 || (all > 0n && lowest.every((one) => votesOf(one) === 0n));
    const out = isIdle ? lowest[0] : choose(lowest, "excluded");
    continuing = left.filter((one) => one !== out);
  }
};
