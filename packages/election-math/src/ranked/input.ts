import type { Lot } from "../count/lot.ts";
import { type Checks, isObject } from "../input.ts";
import { type Constraint, isFeasible, readConstraints } from "./constraint.ts";
import { notationOf, stackNotation } from "./notation.ts";
import { castOf, PaperStack, type Papers, without } from "./papers.ts";
import { isRankedRules, type RankedRule, type RankedRulesId, ruleOf } from "./rules.ts";
import type { RankedAbout } from "./step.ts";

/** Who stands. */
export interface Candidate {
  readonly id: string;
  readonly name?: string;
}

/** The ids of candidates by their numbers. */
export const idIn =
  (candidates: ReadonlyArray<Candidate>) =>
  (number: number): string =>
    candidates[number]?.id ?? "";

/** A paper, or several that are alike: groups of candidates in order of preference, those of a group equal. */
export interface Ballot {
  readonly ranking: ReadonlyArray<ReadonlyArray<string>>;
  /** How many papers are alike: a whole number from 1; 1 where it is not given. */
  readonly weight?: number | undefined;
}

/** Ranked ballots to be counted. */
export interface RankedElection {
  readonly rules: RankedRulesId;
  /** In the order of the ballot paper; a text is an id. */
  readonly candidates: ReadonlyArray<string | Candidate>;
  readonly seats: number;
  /** Papers, or the lines in which a record keeps them: "12: 3,1,{2,4}". */
  readonly ballots: ReadonlyArray<Ballot | string>;
  /** Who withdrew after nomination: struck from every paper. */
  readonly withdrawn?: ReadonlyArray<string> | undefined;
  readonly constraints?: ReadonlyArray<Constraint> | undefined;
  readonly lots?: ReadonlyArray<Lot<RankedAbout>> | undefined;
}

/** What a record keeps of the input: equal papers merged and in order, each a line. */
export interface RankedInput {
  readonly rules: RankedRulesId;
  readonly candidates: ReadonlyArray<Candidate>;
  readonly seats: number;
  readonly ballots: ReadonlyArray<string>;
  readonly withdrawn?: ReadonlyArray<string>;
  readonly constraints?: ReadonlyArray<Constraint>;
}

/** The papers of lines that were read, so that a count need not read them again. */
const papersRead = new WeakMap<ReadonlyArray<string>, Papers>();

const papersOf = ({ ballots, candidates }: Pick<RankedInput, "ballots" | "candidates">): Papers => {
  const known = papersRead.get(ballots);
  if (known !== undefined) return known;
  const stack = new PaperStack();
  for (const ballot of ballots) stackNotation(ballot, candidates.length, stack);
  return stack.merged(candidates.length);
};

/** Who has not withdrawn, by number, and the papers as if the others had never stood. */
export const standingIn = (
  input: Pick<RankedInput, "ballots" | "candidates" | "withdrawn">,
): { readonly standing: ReadonlySet<number>; readonly papers: Papers } => {
  const { candidates, withdrawn = [] } = input;
  const gone = new Set(candidates.flatMap(({ id }, number) => (withdrawn.includes(id) ? [number] : [])));
  const standing = new Set(candidates.flatMap((_, number) => (gone.has(number) ? [] : [number])));
  return { standing, papers: without(papersOf(input), gone, candidates.length) };
};

/** The papers as lines, merged and in order. Throws `InvalidInput` where they or anything checked before was wrong. */
export const readBallots = (
  value: unknown,
  candidates: ReadonlyArray<Candidate>,
  { hasEqualRanks, mostPapers }: Pick<RankedRule, "hasEqualRanks" | "mostPapers">,
  checks: Checks,
): ReadonlyArray<string> => {
  const reader = new BallotReader(candidates, hasEqualRanks, checks);
  checks.list(value, "ballots").forEach((ballot, at) => {
    reader.read(ballot, at);
  });
  checks.done();
  const papers = reader.stack.merged(candidates.length);
  checkPapers(papers, mostPapers, checks);
  const lines = notationOf(papers);
  papersRead.set(lines, papers);
  return lines;
};

/** New Zealand's numbers for ties have four digits, and tables of pairs would be too wide. */
const mostCandidates = 10_000;

export const readCandidates = (value: unknown, checks: Checks): ReadonlyArray<Candidate> => {
  const candidates = checks.list(value, "candidates").map((one, at): Candidate => {
    const field = `candidates[${at}]`;
    if (!isObject(one)) return { id: checks.text(one, field) };
    const { id, name } = one;
    return {
      id: checks.text(id, `${field}.id`),
      ...(name !== undefined && { name: checks.text(name, `${field}.name`) }),
    };
  });
  const seen = new Set<string>();
  candidates.forEach(({ id }, at) => {
    if (id !== "" && seen.has(id)) checks.problem(`candidates[${at}]`, "an id used before");
    seen.add(id);
  });
  if (candidates.length === 0) checks.problem("candidates", "none");
  if (candidates.length > mostCandidates) checks.problem("candidates", `more than ${mostCandidates}`);
  return candidates;
};

/** Reads the papers onto a stack; where any is wrong, every wrong one is told. */
class BallotReader {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #lastSeen: Int32Array;
  readonly #hasEqualRanks: boolean;
  readonly #checks: Checks;
  readonly stack = new PaperStack();
  #count = 0;

  constructor(candidates: ReadonlyArray<Candidate>, hasEqualRanks: boolean, checks: Checks) {
    this.#numbers = new Map(candidates.map(({ id }, number) => [id, number]));
    this.#lastSeen = new Int32Array(candidates.length);
    this.#hasEqualRanks = hasEqualRanks;
    this.#checks = checks;
  }

  read(ballot: unknown, at: number): void {
    if (typeof ballot === "string") {
      const problem = stackNotation(ballot, this.#numbers.size, this.stack);
      if (problem !== undefined) this.#checks.problem(`ballots[${at}]`, problem);
      else if (!this.#hasEqualRanks && ballot.includes("{")) this.#refuseEqual(`ballots[${at}]`);
      return;
    }
    if (!isObject(ballot)) {
      this.#checks.problem(`ballots[${at}]`, "not an object");
      return;
    }
    const { ranking, weight } = ballot;
    this.#count++;
    if (!Array.isArray(ranking)) this.#checks.problem(`ballots[${at}].ranking`, "not a list");
    else for (let rank = 0; rank < ranking.length; rank++) this.#readRank(ranking[rank], at, rank);
    this.stack.end(weight === undefined ? 1 : this.#checks.whole(weight, `ballots[${at}].weight`, 1));
  }

  #readRank(group: unknown, at: number, rank: number): void {
    // said only where something is wrong: saying it for every rank would take longer than reading it
    const field = () => `ballots[${at}].ranking[${rank}]`;
    if (!Array.isArray(group) || group.length === 0) {
      this.#checks.problem(field(), Array.isArray(group) ? "empty" : "not a list");
      return;
    }
    if (group.length > 1 && !this.#hasEqualRanks) this.#refuseEqual(field());
    for (let index = 0; index < group.length; index++) {
      const number = this.#numbers.get(group[index]);
      if (number === undefined) this.#checks.problem(`${field()}[${index}]`, "not a candidate");
      else if (this.#lastSeen[number] === this.#count)
        this.#checks.problem(`${field()}[${index}]`, "a candidate ranked before on the same paper");
      else {
        this.#lastSeen[number] = this.#count;
        this.stack.prefer(index < group.length - 1 ? ~number : number);
      }
    }
  }

  #refuseEqual(field: string): void {
    this.#checks.problem(field, "candidates ranked equal, which this rule does not have");
  }
}

/** Reads ranked ballots; what cannot be counted by their rule is a problem. */
export const readRanked = (given: Readonly<Record<string, unknown>>, checks: Checks): RankedInput => {
  const id = given.rules;
  if (!isRankedRules(id)) checks.problem("rules", "not a rule this package knows");
  const rules: RankedRulesId = isRankedRules(id) ? id : "scottish";
  const rule = ruleOf(rules);
  const candidates = readCandidates(given.candidates, checks);
  const seats = checks.whole(given.seats, "seats", 1);
  const withdrawn = readWithdrawn(given.withdrawn, candidates, checks);
  if (seats > candidates.length - withdrawn.length) checks.problem("seats", "more than candidates");
  if (seats > 1 && !rule.electsSeveral) checks.problem("seats", "more than one, which this rule elects");
  const constraints = readConstraints(given.constraints, candidates, checks);
  if (constraints.length > 0 && !rule.hasConstraints)
    checks.problem("constraints", "given, though this rule has none");
  const ballots = readBallots(given.ballots, candidates, rule, checks);
  const hopeful = candidates.flatMap(({ id }) => (withdrawn.includes(id) ? [] : [id]));
  if (!isFeasible(constraints, { elected: [], hopeful, seats }))
    checks.problem("constraints", "not to be kept by any who could be elected");
  return {
    rules,
    candidates,
    seats,
    ballots,
    ...(withdrawn.length > 0 && { withdrawn }),
    ...(constraints.length > 0 && { constraints }),
  };
};

const checkPapers = (papers: Papers, most: number, checks: Checks): void => {
  const { valid, blank } = castOf(papers);
  if (valid === 0) checks.problem("ballots", "none that ranks a candidate");
  if (valid + blank > most) checks.problem("ballots", `more than ${most} papers`);
};

export const readWithdrawn = (
  value: unknown,
  candidates: ReadonlyArray<Candidate>,
  checks: Checks,
): ReadonlyArray<string> => {
  if (value === undefined) return [];
  const known = new Set(candidates.map(({ id }) => id));
  const seen = new Set<string>();
  checks.list(value, "withdrawn").forEach((one, at) => {
    if (typeof one !== "string" || !known.has(one)) checks.problem(`withdrawn[${at}]`, "not a candidate");
    else if (seen.has(one)) checks.problem(`withdrawn[${at}]`, "a candidate twice");
    else seen.add(one);
  });
  // in the order of the ballot paper, whatever order they came in
  return candidates.flatMap(({ id }) => (seen.has(id) ? [id] : []));
};
