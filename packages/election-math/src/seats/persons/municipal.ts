/** Substitutes in a municipality's council: a number for the party together, found in rounds over its members. */
import { most, type Standing } from "./ballots.ts";
import type { PersonRules } from "./rules.ts";
import { oneMore, type Served, type Substituting } from "./served.ts";
import type { PersonalSubstituteStep, SubstitutesAbout } from "./substitute-step.ts";

interface Party {
  readonly served: ReadonlyArray<Served>;
  /** Who cannot be a substitute. */
  readonly passed: ReadonlySet<string>;
  /** How many different substitutes there are to be. */
  readonly needed: number;
  readonly law: PersonRules["law"];
}

/**
 * First those with personal votes over the bar, for every member; then a count for each member; then further counts for
 * members who share a substitute with three or more, five or more and so on, while there are too few. A party with one
 * substitute has a further count for all its members: whoever is found is another.
 */
export function* municipalSubstitutes(party: Party, qualified: ReadonlyArray<Standing>): Substituting {
  const { served, needed, law } = party;
  yield* byPersonalVotes(party, qualified);
  /** How many members each substitute found by a count has been found for. */
  const servings = new Map<string, number>();
  if (differentOf(served) < needed) yield* round(party, served, servings, law.substitutes);
  for (let serving = 3; differentOf(served) < needed; serving += 2) {
    const concerned = served.filter(({ names }) =>
      names.some((name) => (servings.get(name) ?? 0) >= serving),
    );
    if (concerned.length === 0) break;
    yield { kind: "furtherCounts", members: membersOf(concerned), serving, law: law.substitutes };
    yield* round(party, concerned, servings, law.substitutes);
  }
  if (differentOf(served) === 1) {
    yield { kind: "furtherCounts", members: membersOf(served), law: atLeastTwo };
    yield* round(party, served, servings, atLeastTwo);
  }
  const found = differentOf(served);
  if (found < needed) yield { kind: "substitutesLacking", needed, found, law: law.substitutes };
  else if (found < 2) yield { kind: "substitutesLacking", needed: 2, found, law: atLeastTwo };
}

const atLeastTwo = "VL 14:17";

const membersOf = (served: ReadonlyArray<Served>): ReadonlyArray<string> =>
  served.map(({ member }) => member.candidate);

const differentOf = (served: ReadonlyArray<Served>): number =>
  new Set(served.flatMap(({ names }) => names)).size;

function* byPersonalVotes(
  { served, passed, needed, law }: Party,
  qualified: ReadonlyArray<Standing>,
): Substituting {
  let waiting = qualified.filter(({ candidate }) => !passed.has(candidate));
  for (let place = 1; place <= needed; place++) {
    const found = yield* most<Standing, SubstitutesAbout>(waiting, (votes) => ({
      kind: "personalSubstitute",
      place,
      votes,
    }));
    if (found === undefined) return;
    const { first, next } = found;
    const { candidate: to, votes } = first;
    const step: PersonalSubstituteStep = {
      kind: "personalSubstitute",
      place,
      to,
      votes,
      ...(next && { next }),
      law: law.substitutes,
    };
    yield step;
    for (const { names } of served) names.push(to);
    waiting = waiting.filter((one) => one !== first);
  }
}

/** One count for each of the members. */
function* round(
  { passed }: Party,
  members: ReadonlyArray<Served>,
  servings: Map<string, number>,
  law: string,
): Substituting {
  for (const served of members) {
    const found = yield* oneMore(served, passed, law);
    if (found !== undefined) servings.set(found, (servings.get(found) ?? 0) + 1);
  }
}
