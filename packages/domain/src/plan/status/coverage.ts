import { coverage as cover, type Day, minDay, reaches, subtractSpan } from "@verksam/kernel";
import type { Excuse } from "../facts.ts";
import type { Of } from "../rule.ts";
import type { CoverageWhy, Status, StatusName } from "../why.ts";
import { type Asked, unmet } from "./asked.ts";

/**
 * A share of a population is covered, as of the deadline at the latest. A population is unknown while no membership of
 * it is recorded, for whatever day; where one is recorded but nobody belongs on the day, or all are excused, nobody is left.
 */
export const coverage = (
  rule: Of<"coverage">,
  { known, commitment, day, until }: Asked,
): Status<CoverageWhy> => {
  const { population, obligation, share, every } = rule;
  const deadline = rule.by ?? known.period.to;
  const asOf = minDay(until, deadline);
  const memberships = known.memberships(population);
  const excuses = known.excuses(commitment);
  const fulfilments = known.evidence(obligation, commitment, known.period.from, asOf);
  const found = cover({ population: memberships, fulfilments, excuses, asOf, every });
  const covered = new Set(found.covered);
  const after = every === undefined ? undefined : subtractSpan(asOf, every);
  const left = found.covered.length + found.missing.length;
  const status = (): StatusName => {
    if (memberships.length === 0) return "unknown";
    if (left === 0) return "notApplicable";
    return reaches(found, share) ? "met" : unmet(day, deadline, found.covered.length > 0);
  };
  return {
    status: status(),
    deadline,
    why: {
      rule: "coverage",
      population,
      obligation,
      share,
      ...(every === undefined ? {} : { every }),
      asOf,
      ...(memberships.length === 0 ? {} : { size: left + found.excused.length }),
      needed: share === "all" ? left : Math.ceil((left * share.n) / share.d),
      covered: found.covered,
      missing: found.missing,
      excused: excusesOf(found.excused, excuses, asOf),
    },
    evidence: fulfilments.filter(
      ({ subject, on }) =>
        subject !== undefined && covered.has(subject) && (after === undefined || on > after),
    ),
    missing: found.missing,
  };
};

const excusesOf = (
  members: ReadonlyArray<string>,
  excuses: ReadonlyArray<Excuse>,
  asOf: Day,
): CoverageWhy["excused"] => {
  const latest = new Map<string, Excuse>();
  for (const excuse of excuses) {
    const other = latest.get(excuse.member);
    if (excuse.from <= asOf && (other === undefined || other.from <= excuse.from))
      latest.set(excuse.member, excuse);
  }
  return members.flatMap((member) => {
    const excuse = latest.get(member);
    return excuse === undefined ? [] : [{ member, from: excuse.from, reason: excuse.reason }];
  });
};
