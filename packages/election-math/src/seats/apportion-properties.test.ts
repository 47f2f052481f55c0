import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf, totals, withLots } from "./apportion.fixture.ts";
import { type Apportionment, apportion } from "./apportion.ts";

const divisorMethods = [
  "dhondt",
  "sainte-lague",
  "danish",
  "adams",
  "hill",
  { name: "modified-sainte-lague", firstDivisor: "1.4" },
] as const;
const quotaMethods = ["hare", "droop", "hagenbach-bischoff"] as const;

/** The seats of one party, where no lot is needed. */
const heldBy = (party: string, given: Apportionment): number | undefined => {
  const answer = apportion(given);
  return answer.status === "done" ? (answer.totals[party] ?? 0) : undefined;
};

describe("for any votes", () => {
  const votes = fc.dictionary(fc.constantFrom("A", "B", "C", "D", "E"), fc.integer({ min: 1, max: 60 }), {
    minKeys: 1,
  });
  const method = fc.constantFrom(...divisorMethods);
  const seats = fc.integer({ min: 1, max: 30 });
  const sum = (numbers: Readonly<Record<string, number>>) =>
    Object.values(numbers).reduce((a, b) => a + b, 0);

  it("all seats are given, by divisors and by quotas; a Droop quota alone may be too dear for few votes", () => {
    fc.assert(
      fc.property(
        votes,
        seats,
        fc.constantFrom(...divisorMethods, ...quotaMethods),
        (votes, seats, method) => {
          if (problemsOf({ votes, seats, method }).length > 0) expect(method).toBe("droop");
          else expect(sum(withLots({ votes, seats, method }))).toBe(seats);
        },
      ),
    );
  });

  it("neither the order nor the names of parties matter", () => {
    fc.assert(
      fc.property(votes, seats, method, (votes, seats, method) => {
        const renamed = (record: Readonly<Record<string, number>>) =>
          Object.fromEntries(Object.entries(record).map(([party, n]) => [`Z${party}`, n]));
        const turned = Object.fromEntries(Object.entries(votes).reverse());
        const answer = apportion({ votes, seats, method });
        expect(apportion({ votes: turned, seats, method })).toEqual(answer);
        if (answer.status !== "done") return;
        expect(totals({ votes: renamed(votes), seats, method })).toEqual(renamed(answer.totals));
      }),
    );
  });

  it("one seat more takes none from anybody (house monotony of divisor methods)", () => {
    fc.assert(
      fc.property(votes, seats, method, (votes, seats, method) => {
        for (const party of Object.keys(votes)) {
          const before = heldBy(party, { votes, seats, method });
          const after = heldBy(party, { votes, seats: seats + 1, method });
          if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it("more votes cost a party no seat (population monotony of divisor methods)", () => {
    fc.assert(
      fc.property(votes, seats, method, fc.integer({ min: 1, max: 50 }), (votes, seats, method, more) => {
        const [party = ""] = Object.keys(votes);
        const before = heldBy(party, { votes, seats, method });
        const after = heldBy(party, {
          votes: { ...votes, [party]: (votes[party] ?? 0) + more },
          seats,
          method,
        });
        if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("a quota gives every party its whole quotas, and at most one seat more", () => {
    fc.assert(
      fc.property(votes, seats, (votes, seats) => {
        const found = withLots({ votes, seats, method: "hare" });
        for (const [party, own] of Object.entries(votes)) {
          const whole = Math.floor((own * seats) / sum(votes));
          expect([whole, whole + 1]).toContain(found[party] ?? 0);
        }
      }),
    );
  });
});
