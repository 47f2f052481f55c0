import { describe, expect, it } from "vitest";
import { problemsOf } from "./election.fixture.ts";
import { swedishElection } from "./election.ts";

describe("bad input is refused, every field of it named", () => {
  const good = {
    rules: "se.region@2018",
    totalSeats: 6,
    constituencies: [
      { id: "A", fixedSeats: 3, votes: { P: 5, Q: 4 } },
      { id: "B", fixedSeats: 2, votes: { P: 5, Q: 4 } },
    ],
  };
  const [a, b] = good.constituencies;
  it.each([
    [{ rules: "se.riksdag@1900" }, ["rules: not rules this package knows"]],
    [{ rules: "toString" }, ["rules: not rules this package knows"]],
    [{ totalSeats: 0 }, ["totalSeats: below 1"]],
    [{ totalSeats: 4 }, ["totalSeats: fewer than the fixed seats together"]],
    [{ constituencies: [] }, ["constituencies: none"]],
    [{ constituencies: {} }, ["constituencies: not a list", "constituencies: none"]],
    [{ constituencies: [a, { ...b, id: "A" }] }, ["constituencies[1].id: used before"]],
    [{ constituencies: [a, { ...b, id: "" }] }, ["constituencies[1].id: empty"]],
    [{ constituencies: [a, { ...b, name: 3 }] }, ["constituencies[1].name: not a text"]],
    [{ constituencies: [a, { ...b, fixedSeats: 0 }] }, ["constituencies[1].fixedSeats: below 1"]],
    [{ constituencies: [a, { ...b, votes: { P: -1, Q: 1 } }] }, ["constituencies[1].votes.P: below 0"]],
    [
      { constituencies: [a, { ...b, votes: { P: 0.5, Q: 1 } }] },
      ["constituencies[1].votes.P: not a whole number"],
    ],
    [
      { constituencies: [a, { ...b, votes: { P: 2 ** 53, Q: 1 } }] },
      ["constituencies[1].votes.P: above 2^53 - 1"],
    ],
    [{ constituencies: [a, { ...b, votes: {} }] }, ["constituencies[1].votes: no votes"]],
    [
      { constituencies: [a, { ...b, votes: { P: 2 ** 53 - 1 } }] },
      ["constituencies: votes above 2^53 - 1 in all"],
    ],
    [
      { constituencies: [a, { ...b, votes: { OTHER: 3 } }] },
      ["constituencies[1].votes: no party here may take part"],
    ],
    [{ constituencies: [a, null] }, ["constituencies[1]: not an object"]],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf({ ...good, ...wrong })).toEqual(expect.arrayContaining([...problems]));
    expect(problemsOf({ ...good, ...wrong })[0]).toBe(problems[0]);
  });

  it("an undivided council whose seats are not all fixed, and a parliament in two constituencies", () => {
    expect(problemsOf({ ...good, constituencies: [a] })).toEqual([
      "totalSeats: more than the fixed seats, though in one constituency every seat is fixed",
    ]);
    expect(problemsOf({ ...good, totalSeats: 3, constituencies: [a] })).toEqual([]);
    expect(problemsOf({ ...good, rules: "se.eu@2014" })).toEqual([
      "constituencies: more than one, though these rules have one",
    ]);
    expect(problemsOf({ ...good, rules: "se.riksdag@2018", constituencies: [a] })).toEqual([]);
  });

  it("adjustment seats that nobody may take", () => {
    const scattered = Array.from({ length: 30 }, (_, at) => ({
      id: `${at}`,
      fixedSeats: 1,
      votes: { [`P${at}`]: 1 },
    }));
    const of = (totalSeats: number) =>
      problemsOf({ rules: "se.riksdag@2018", totalSeats, constituencies: scattered });
    expect(of(31)).toEqual([
      "constituencies: no party is over the bar, so that adjustment seats would go to nobody",
    ]);
    expect(of(30)).toEqual([]);
  });

  it("before anything was counted", () => {
    expect(() => swedishElection({ ...good, rules: "se.region@2018", totalSeats: 1 })).toThrow("totalSeats");
  });
});
