import { describe, expect, it } from "vitest";
import { again, drawing } from "../seats/answers.fixture.ts";
import { contest, counted, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import type { Constraint } from "./constraint.ts";
import { countRanked, ranked } from "./count-ranked.ts";

const group = (members: string, bounds: Omit<Constraint, "group" | "members">): Constraint => ({
  group: members,
  members: [...members],
  ...bounds,
});

/** Who was excluded, in order, and why. */
const exclusions = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "exclusion", "keepExclusion").map(
    ({ excluded, why }) => `${excluded.map(({ candidate }) => candidate).join("")} ${why}`,
  );

/** Who was told to be guarded or doomed, in order. */
const told = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "guarded", "doomed").map(({ kind, candidate }) => `${candidate} ${kind}`);

describe.each(["scottish", "wigm", "meek"] as const)("a count kept to constraints, by %s", (rules) => {
  it("at least so many: whoever would take the last place from them is excluded, with however many votes", () => {
    const one = group("cd", { atLeast: 1 });
    const answer = counted("abcd", ["5 ab", "4 b", "3 c", "2 d"], { rules, seats: 2, constraints: [one] });
    expect(answer.elected).toEqual(["a", "c"]);
    expect(exclusions(answer)[0]).toBe("b doomed");
    expect(answer.unconstrained).toEqual({ elected: ["a", "b"], displaced: ["b"], instead: ["c"] });
    expect(again(ranked, answer.record)).toEqual(answer.record);
  });

  it("at most so many: the others of the group are excluded once they are full", () => {
    const most = group("ab", { atMost: 1 });
    const papers = ["7 abc", "2 b", "2 c", "2 d", "1 e"];
    const answer = counted("abcde", papers, { rules, seats: 3, constraints: [most] });
    expect(exclusions(answer)[0]).toBe("b doomed");
    expect(answer.elected).toEqual(["a", "c", "d"]);
    expect(answer.unconstrained).toEqual({ elected: ["a", "b", "c"], displaced: ["b"], instead: ["d"] });
  });

  it("a guarded candidate is not excluded for having the fewest votes", () => {
    const only = group("e", { atLeast: 1 });
    const papers = ["4 a", "3 b", "3 cb", "2 dc", "1 e"];
    const answer = counted("abcde", papers, { rules, seats: 2, constraints: [only] });
    expect(told(answer)[0]).toBe("e guarded");
    expect(exclusions(answer)[0]).toBe("d lowest");
    expect(answer.elected).toEqual(["c", "e"]);
    expect(answer.unconstrained?.elected).toContain("c");
    expect(answer.unconstrained?.instead).toEqual(["e"]);
  });

  it("several groups at once, though each alone would let another go (Hill, 1998)", () => {
    const constraints = [group("cde", { atLeast: 2 }), group("abe", { atLeast: 2 })];
    const papers = ["6 a", "5 b", "4 c", "3 d", "1 ed"];
    const answer = counted("abcde", papers, { rules, seats: 3, constraints });
    // e alone is in both, and has the fewest votes
    expect(answer.elected.toSorted()).toEqual(["a", "c", "e"]);
    expect(answer.unconstrained?.displaced).toEqual(["b"]);
    expect(answer.unconstrained?.instead).toEqual(["e"]);
  });

  it("tells that nothing was changed where the count keeps to them by itself", () => {
    const kept = group("ab", { atLeast: 1, atMost: 2 });
    const papers = ["5 ab", "4 b", "3 c", "2 d"];
    const answer = counted("abcd", papers, { rules, seats: 2, constraints: [kept] });
    const free = counted("abcd", papers, { rules, seats: 2 });
    expect(answer.elected).toEqual(free.elected);
    expect(answer.steps).toEqual(free.steps);
    expect(answer.unconstrained).toEqual({ elected: free.elected, displaced: [], instead: [] });
    expect(free).not.toHaveProperty("unconstrained");
    expect(free.record.result).not.toHaveProperty("unconstrained");
  });

  it("of equals with enough votes, of whom not all may be elected, a lot says who is", () => {
    const most = group("ab", { atMost: 1 });
    const given = contest("abcd", ["5 a", "5 b", "2 c", "1 d"], { rules, seats: 2, constraints: [most] });
    expect(countRanked(given)).toMatchObject({
      lot: { among: ["a", "b"], about: { kind: "electedFirst", stage: 1 } },
    });
    const elected = (drawn: string) => drawing(countRanked, given, () => drawn).answer.elected;
    expect([elected("a"), elected("b")]).toEqual([
      ["a", "c"],
      ["b", "c"],
    ]);
  });

  it("who withdrew is neither elected for a group nor counted among those who are left of it", () => {
    const constraints = [group("bcd", { atLeast: 1 })];
    const more = { rules, seats: 1, constraints, withdrawn: ["b", "c"] };
    expect(winners("abcd", ["5 a", "4 b", "3 c", "1 d"], more)).toBe("d");
  });
});

describe("the steps of a count kept to constraints", () => {
  it("tell of a guarded candidate once, when it first keeps somebody from going", () => {
    const papers = ["6 a", "5 b", "4 c", "2 dc", "1 e", "1 fd"];
    const answer = counted("abcdef", papers, {
      rules: "scottish",
      seats: 2,
      constraints: [group("e", { atLeast: 1 })],
    });
    expect(answer.steps[3]).toEqual({ kind: "guarded", candidate: "e" });
    expect(told(answer)).toEqual(["e guarded"]);
    expect(exclusions(answer)).toEqual(["f lowest", "d lowest", "b lowest", "c lowest"]);
  });

  it("exclude the doomed before anything else, the fewest votes first, each as a stage of its own", () => {
    const papers = ["4 a", "3 b", "3 cb", "2 dc", "1 e"];
    const answer = counted("abcde", papers, {
      rules: "scottish",
      seats: 2,
      constraints: [group("e", { atLeast: 1 })],
    });
    expect(answer.steps.slice(6)).toMatchObject([
      { kind: "doomed", candidate: "b" },
      { kind: "exclusion", why: "doomed", excluded: [{ candidate: "b", votes: "3.00000" }], stage: 3 },
      { kind: "doomed", candidate: "a" },
      { kind: "exclusion", why: "doomed", excluded: [{ candidate: "a", votes: "4.00000" }], stage: 4 },
      { kind: "elected", candidate: "e", votes: "1.00000", why: "remaining" },
    ]);
    const surplus = counted("abcd", ["7 ac", "2 b", "2 c", "1 d"], {
      rules: "scottish",
      seats: 2,
      constraints: [group("ab", { atMost: 1 })],
    });
    expect(stepsOf(surplus, "exclusion", "surplus").map(({ kind }) => kind)).toEqual([
      "exclusion",
      "surplus",
      "exclusion",
    ]);
  });

  it("pass over a doomed candidate who has the quota", () => {
    const answer = counted("abcd", ["6 a", "5 b", "2 c", "1 d"], {
      rules: "scottish",
      seats: 2,
      constraints: [group("ab", { atMost: 1 })],
    });
    expect(answer.quota).toBe("5");
    expect(exclusions(answer)).toEqual(["b doomed", "d lowest"]);
    expect(answer.elected).toEqual(["a", "c"]);
  });

  it("ask for no lot about those without votes where it makes no difference, also where constraints are kept", () => {
    const constraints = [group("ab", { atLeast: 1 })];
    const answer = counted("abcdef", ["5 a", "4 b", "2 c"], { rules: "scottish", seats: 2, constraints });
    expect(tiesOf(answer).map(({ kind }) => kind)).not.toContain("lot");
    // who of d, e and f is elected for their group does matter
    const matters = [group("def", { atLeast: 1 })];
    expect(
      winners("abcdef", ["5 a", "4 b", "2 c"], { rules: "scottish", seats: 2, constraints: matters }),
    ).toMatchObject({
      among: ["d", "e", "f"],
    });
  });

  it("do not take all who have no votes for alike: one of them may be needed", () => {
    // four more stand than there are places, but c or d has to be one of the two elected
    const constraints = [group("cd", { atLeast: 1 })];
    const papers = ["3 a", "3 b", "3 f"];
    expect(winners("abcdef", papers, { rules: "scottish", seats: 2, constraints })).toMatchObject({
      among: ["c", "d", "e"],
      about: { kind: "excluded", stage: 1 },
    });
  });

  it("ask for the lots of the count without constraints too, where its result differs by them", () => {
    // with c in, a is the other; without, a and b are level for one place
    const constraints = [group("c", { atLeast: 1 })];
    const given = contest("abc", ["2 a", "2 b", "1 c"], { rules: "scottish", seats: 1, constraints });
    const answer = countRanked(given);
    expect(answer).toMatchObject({ lot: { among: ["a", "b"] } });
    const { answer: done, lots } = drawing(countRanked, given, () => "b");
    expect(done.elected).toEqual(["c"]);
    expect(lots.length).toBeGreaterThan(0);
  });
});
