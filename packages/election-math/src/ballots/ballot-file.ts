import type { Checks } from "../input.ts";
import { type Weight, weightOf } from "./weight.ts";

export interface Candidate {
  /** What ballots name the candidate by; in a BLT or PrefLib file its number there, "1", "2", … */
  readonly id: string;
  /** As the file has it; two candidates may have the same. */
  readonly name: string;
  readonly party?: string | undefined;
}

/** One ballot, or several that are alike. */
export interface CastBallot {
  /**
   * Ids of candidates, the most preferred first; several in one rank are preferred equally, and an empty rank is one that
   * the voter skipped. Never ends with an empty rank; no rank at all is an empty ballot.
   */
  readonly ranking: ReadonlyArray<ReadonlyArray<string>>;
  readonly weight: Weight;
  /** What tells it from every other ballot of the file. */
  readonly id?: string | undefined;
}

/** What a file of ballots says, in whatever format. Plain JSON. */
export interface BallotFile {
  readonly title?: string | undefined;
  readonly seats?: number | undefined;
  readonly candidates: ReadonlyArray<Candidate>;
  /** Ids of candidates whom the ballots may name but who no longer stand. */
  readonly withdrawn: ReadonlyArray<string>;
  /** All candidates in the order that the file lays down for ties. */
  readonly tieOrder?: ReadonlyArray<string> | undefined;
  readonly ballots: ReadonlyArray<CastBallot>;
}

/** The file with every weight in its shortest form; what is wrong with it goes to `checks`. */
export const checkedFile = (given: unknown, checks: Checks): BallotFile => {
  const { title, seats, candidates, withdrawn, tieOrder, ballots } = checks.object(given, "file");
  const standing = checkedCandidates(candidates, checks);
  const named = new Naming(standing);
  const places = seats === undefined ? undefined : checks.whole(seats, "seats", 1);
  if (places !== undefined && places > standing.length) checks.problem("seats", "more than the candidates");
  const order = tieOrder === undefined ? undefined : named.once(tieOrder, "tieOrder", checks);
  if (order !== undefined && order.length !== standing.length)
    checks.problem("tieOrder", "not all candidates");
  return {
    ...(title !== undefined && { title: checks.text(title, "title") }),
    ...(places !== undefined && { seats: places }),
    candidates: standing,
    withdrawn: named.once(withdrawn, "withdrawn", checks),
    ...(order !== undefined && { tieOrder: order }),
    ballots: checkedBallots(ballots, named, checks),
  };
};

/** Who stands, each with an id of its own; what is wrong goes to `checks`. */
export const checkedCandidates = (given: unknown, checks: Checks): ReadonlyArray<Candidate> => {
  const list = checks.list(given, "candidates");
  if (list.length === 0) checks.problem("candidates", "nobody");
  const seen = new Set<string>();
  return list.map((one, index) => {
    const field = `candidates[${index}]`;
    const { id, name, party } = checks.object(one, field);
    const own = checks.text(id, `${field}.id`);
    if (seen.has(own)) checks.problem(`${field}.id`, "another candidate's");
    seen.add(own);
    if (typeof name !== "string") checks.problem(`${field}.name`, "not a text");
    return {
      id: own,
      name: typeof name === "string" ? name : "",
      ...(party !== undefined && { party: checks.text(party, `${field}.party`) }),
    };
  });
};

const checkedBallots = (given: unknown, named: Naming, checks: Checks): ReadonlyArray<CastBallot> => {
  const ids = new Set<string>();
  return checks.list(given, "ballots").map((one, index) => {
    const field = `ballots[${index}]`;
    const { ranking, weight, id } = checks.object(one, field);
    const exact = weightOf(weight);
    if (exact === undefined) checks.problem(`${field}.weight`, notWeight);
    const own = id === undefined ? undefined : checks.text(id, `${field}.id`);
    if (own !== undefined && ids.has(own)) checks.problem(`${field}.id`, "another ballot's");
    if (own !== undefined) ids.add(own);
    return {
      ranking: named.ranking(ranking, `${field}.ranking`, checks),
      weight: exact ?? 1,
      ...(own !== undefined && { id: own }),
    };
  });
};

const notWeight =
  "neither a whole number above 0 nor a decimal above 0 as text, of at most 15 digits before and after the point";

/** Whom a list or a ranking may name: each candidate once. */
class Naming {
  /** By candidate, the list that named the candidate last. */
  readonly #namedIn: Map<string, number>;
  #lists = 0;

  constructor(candidates: ReadonlyArray<Candidate>) {
    this.#namedIn = new Map(candidates.map(({ id }) => [id, 0]));
  }

  once(given: unknown, field: string, checks: Checks): ReadonlyArray<string> {
    this.#lists++;
    const list = checks.list(given, field);
    const problem = this.#problem(list);
    if (problem !== undefined) checks.problem(field, problem);
    return list.filter((id) => typeof id === "string");
  }

  ranking(given: unknown, field: string, checks: Checks): CastBallot["ranking"] {
    this.#lists++;
    const ranks = checks.list(given, field);
    ranks.forEach((rank, index) => {
      const problem = Array.isArray(rank) ? this.#problem(rank) : "not a list";
      if (problem !== undefined) checks.problem(`${field}[${index}]`, problem);
    });
    const last = ranks.at(-1);
    if (Array.isArray(last) && last.length === 0) checks.problem(field, "ends with an empty rank");
    // every rank is a list of ids, or a problem was told
    return ranks as CastBallot["ranking"];
  }

  #problem(list: ReadonlyArray<unknown>): string | undefined {
    for (const id of list) {
      const last = typeof id === "string" ? this.#namedIn.get(id) : undefined;
      if (typeof id !== "string" || last === undefined) return "somebody who is no candidate";
      if (last === this.#lists) return "somebody named before";
      this.#namedIn.set(id, this.#lists);
    }
    return undefined;
  }
}
