import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import { type Fraction, fractionOf } from "../../exact/fraction.ts";
import { municipalSubstitutes } from "./municipal.ts";
import { type PersonRules, personRules } from "./rules.ts";
import { oneMore, type Served, type Substituting } from "./served.ts";
import { readSubstitutes, type SubstitutesElection, type SubstitutesInput } from "./substitute-input.ts";
import type { SubstitutesAbout, SubstitutesStep } from "./substitute-step.ts";

/** Who serves for each member, in order; nobody where the ballots name nobody else. */
export interface SubstitutesResult {
  /** In order of place. */
  readonly members: ReadonlyArray<{
    readonly candidate: string;
    readonly substitutes: ReadonlyArray<string>;
  }>;
  /** How many there are to be: for each member, in a municipality different ones for the party together. */
  readonly needed: number;
}

const least = 3;

/** Rounded up. */
const shareOf = (seats: number, { n, d }: Fraction): number => Number((BigInt(seats) * n + d - 1n) / d);

function* count(input: SubstitutesInput): Substituting<SubstitutesResult> {
  const { seats, unavailable, share, qualified = {} } = input;
  const { law }: PersonRules = personRules[input.rules];
  const passed = new Set([...unavailable, ...input.members.map(({ candidate }) => candidate)]);
  const served: ReadonlyArray<Served> = input.members.map((member) => ({ member, names: [] }));
  const decided = share === undefined ? undefined : fractionOf(share);
  const needed = decided === undefined ? Math.max(seats, least) : shareOf(seats, decided);
  yield {
    kind: "substitutesNeeded",
    seats,
    ...(share !== undefined && { share }),
    needed,
    law: share === undefined ? law.substitutes : "KL 5:8",
  };
  if (decided === undefined)
    for (const one of served) yield* upTo(needed, one, passed, input.reserve, law.substitutes);
  else
    yield* municipalSubstitutes(
      { served, passed, needed, law },
      Object.entries(qualified).map(([candidate, votes]) => ({ candidate, votes })),
    );
  return {
    members: served.map(({ member, names }) => ({ candidate: member.candidate, substitutes: names })),
    needed,
  };
}

/** As many counts for one member as there are to be substitutes; where none finds anybody, the one next in turn for a seat. */
function* upTo(
  needed: number,
  served: Served,
  passed: ReadonlySet<string>,
  reserve: string | undefined,
  law: string,
): Substituting {
  const { member, names } = served;
  while (names.length < needed && (yield* oneMore(served, passed, law)) !== undefined);
  if (names.length === 0 && reserve !== undefined) {
    yield { kind: "reserve", member: member.candidate, to: reserve, law };
    names.push(reserve);
  } else if (names.length < needed)
    yield { kind: "substitutesLacking", member: member.candidate, needed, found: names.length, law };
}

export const substitutesCount: Count<
  "substitutes",
  SubstitutesInput,
  SubstitutesStep,
  SubstitutesAbout,
  SubstitutesResult
> = { kind: "substitutes", read: readSubstitutes, rules: ({ rules }) => rules, count };

export type SubstitutesRecord = RecordOf<typeof substitutesCount>;

export type SubstitutesAnswer = AnswerOf<typeof substitutesCount>;

/**
 * Substitutes for a party's members in one constituency: for each as many as the party has seats there, at least three
 * (VL 14:14–15), in a municipality of one constituency a share decided by the council (VL 14:16–17, KL 5:8). From the
 * ballots that counted for the member; every tie stops with `needsLot`. Throws `InvalidInput`.
 *
 * Not verified in today's act: that the share is rounded up and that further counts come at three, five, seven … members
 * (so the act of 1972), and that those over the bar of personal votes serve for every member.
 */
export const substitutes = (given: SubstitutesElection): SubstitutesAnswer =>
  answering(substitutesCount, given);
