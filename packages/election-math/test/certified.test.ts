import { describe, expect, it } from "vitest";
import type { ElectionResult } from "../src/seats/index.ts";
import { swedishElection } from "../src/seats/index.ts";
import { constituenciesOf, riksdag, rowsOf } from "./elections.fixture.ts";

const counted = (election: Parameters<typeof swedishElection>[0]) => {
  const answer = swedishElection(election);
  if (answer.status !== "done") throw new Error(`stopped for a lot about ${answer.lot.about.kind}`);
  return answer;
};

/** By constituency and party, fixed and adjustment seats together. */
const flat = ({ seats }: ElectionResult) =>
  Object.fromEntries(
    Object.entries(seats).flatMap(([constituency, parties]) =>
      Object.entries(parties).map(([party, { fixed, adjustment }]) => [
        `${constituency}/${party}`,
        fixed + adjustment,
      ]),
    ),
  );

describe("the certified seats come out of the votes", () => {
  it("Riksdag 2014: first divisor 1.4, over-represented parties set aside", () => {
    const { constituencies, certified } = riksdag("2014");
    const answer = counted({ rules: "se.riksdag@1998", totalSeats: 349, constituencies });
    expect(flat(answer)).toEqual(certified);
    expect(answer.steps.flatMap((step) => (step.kind === "setAside" ? [step.party] : []))).toEqual([
      "S",
      "SD",
    ]);
  });

  it("Riksdag 2014 by the rules of 2018: one seat returned, proportional to the votes", () => {
    const { constituencies } = riksdag("2014");
    const { steps, totals } = counted({ rules: "se.riksdag@2018", totalSeats: 349, constituencies });
    const moved = steps.flatMap((step) =>
      step.kind === "returned"
        ? [`${step.from} returns in ${step.constituency}`]
        : step.kind === "reassigned"
          ? [`${step.to} takes in ${step.constituency}`]
          : [],
    );
    // 19 is the south of Västra Götaland; in all C has one seat fewer and M one more than without a return
    // (Linusson, users.mai.liu.se/laral26/Val)
    expect(moved).toEqual(["C returns in 19", "S takes in 19"]);
    expect(totals).toEqual({ C: 22, KD: 17, L: 20, M: 85, MP: 25, S: 112, SD: 47, V: 21 });
  });

  it("Riksdag 2018: first divisor 1.2", () => {
    const { constituencies, certified } = riksdag("2018");
    const answer = counted({ rules: "se.riksdag@2018", totalSeats: 349, constituencies });
    expect(flat(answer)).toEqual(certified);
    const split = Object.keys(answer.totals).map((party) => {
      const here = Object.values(answer.seats).map((parties) => parties[party]);
      return [party, here.reduce((sum, seats) => sum + (seats?.fixed ?? 0), 0)];
    });
    // the certified fixed seats (Valmyndigheten)
    expect(Object.fromEntries(split)).toEqual({ S: 94, M: 66, SD: 61, C: 31, V: 25, KD: 16, L: 12, MP: 5 });
  });

  const councils = Map.groupBy(
    rowsOf("municipal-and-regional-2022-seats.csv"),
    ({ valtyp, area_code }) => `${valtyp} ${area_code}`,
  );
  const votes = Map.groupBy(
    rowsOf("municipal-and-regional-2022-votes.csv"),
    ({ valtyp, area_code }) => `${valtyp} ${area_code}`,
  );
  it.each([...councils])("council %s, 2022", (council, rows) => {
    const { totals } = counted({
      rules: council.startsWith("KF") ? "se.municipality@2018" : "se.region@2018",
      totalSeats: Number(rows[0]?.total_seats),
      constituencies: constituenciesOf(votes.get(council) ?? [], ({ fixed_seats }) => Number(fixed_seats)),
    });
    expect(totals).toEqual(Object.fromEntries(rows.map(({ party = "", seats }) => [party, Number(seats)])));
  });

  it.each([
    [20, "seats_initial"],
    [21, "seats_after_brexit_21"],
  ])("European Parliament 2019 with %i seats", (totalSeats, column) => {
    const rows = rowsOf("eu-2019.csv");
    const { totals } = counted({
      rules: "se.eu@2014",
      totalSeats,
      constituencies: [
        {
          id: "SE",
          fixedSeats: totalSeats,
          votes: Object.fromEntries(rows.map(({ party = "", votes }) => [party, Number(votes)])),
        },
      ],
    });
    const certified = rows.map((row) => [row.party, Number(row[column])] as const);
    expect(totals).toEqual(Object.fromEntries(certified.filter(([, seats]) => seats > 0)));
  });
});

describe("the authority's worked example of a returned seat, phase by phase", () => {
  // Valmyndigheten, Manual för mandatfördelning (V785-05), example 5
  const votes = {
    V: { M: 2913, C: 852, L: 934, KD: 380, S: 5366, V: 516, MP: 542, SD: 1587, FI: 410, OTHER: 12 },
    C: { M: 4014, C: 404, L: 1191, KD: 406, S: 4369, V: 660, MP: 891, SD: 1147, FI: 134, OTHER: 19 },
    Ö: { M: 3742, C: 1170, L: 884, KD: 556, S: 5775, V: 535, MP: 562, SD: 1678, FI: 265, OTHER: 18 },
  };
  const { steps, seats, totals } = counted({
    rules: "se.municipality@2018",
    totalSeats: 75,
    constituencies: [
      { id: "V", fixedSeats: 22, votes: votes.V },
      { id: "C", fixedSeats: 22, votes: votes.C },
      { id: "Ö", fixedSeats: 23, votes: votes.Ö },
    ],
  });
  const rows = (count: (constituency: string, party: string) => number) =>
    Object.fromEntries(
      ["M", "C", "L", "KD", "S", "V", "MP", "SD"].map((party) => [
        party,
        ["V", "C", "Ö"].map((constituency) => count(constituency, party)),
      ]),
    );

  it("leaves out who is below 3 %", () => {
    const below = steps.filter((step) => step.kind === "threshold" && !step.isMet);
    expect(below).toMatchObject([{ party: "FI", votes: 809, of: 41932, share: "3/100" }]);
  });

  it("gives the fixed seats", () => {
    const fixed = rows(
      (constituency, party) =>
        steps.filter(
          (step) => step.kind === "fixedSeat" && step.constituency === constituency && step.to === party,
        ).length,
    );
    expect(fixed).toEqual({
      M: [5, 7, 6],
      C: [1, 1, 2],
      L: [1, 2, 1],
      KD: [1, 1, 1],
      S: [9, 7, 9],
      V: [1, 1, 1],
      MP: [1, 1, 1],
      SD: [3, 2, 2],
    });
  });

  it("tells what each party is entitled to", () => {
    const entitled = steps.flatMap((step) => (step.kind === "entitled" ? [[step.party, step.seats]] : []));
    expect(Object.fromEntries(entitled)).toEqual({ M: 20, C: 4, L: 6, KD: 2, S: 28, V: 3, MP: 4, SD: 8 });
  });

  it("returns the seat with the smallest number, and gives it to the greatest", () => {
    expect(steps.filter(({ kind }) => kind === "returned" || kind === "reassigned")).toMatchObject([
      { kind: "returned", constituency: "V", from: "KD", comparison: "950/3" },
      {
        kind: "reassigned",
        constituency: "V",
        to: "L",
        comparison: "934/3",
        next: { id: "S", comparison: "5366/19" },
      },
    ]);
  });

  it("places the adjustment seats", () => {
    const placed = Map.groupBy(
      steps.flatMap((step) => (step.kind === "adjustmentSeat" ? [step] : [])),
      ({ party }) => party,
    );
    expect(
      Object.fromEntries([...placed].map(([party, steps]) => [party, steps.map(({ to }) => to)])),
    ).toEqual({
      M: ["Ö", "C"],
      L: ["Ö"],
      S: ["Ö", "C", "V"],
      MP: ["C"],
      SD: ["Ö"],
    });
  });

  it("comes to the final seats", () => {
    const final = rows((constituency, party) => {
      const { fixed, adjustment } = seats[constituency]?.[party] ?? { fixed: 0, adjustment: 0 };
      return fixed + adjustment;
    });
    expect(final).toEqual({
      M: [5, 8, 7],
      C: [1, 1, 2],
      L: [2, 2, 2],
      KD: [0, 1, 1],
      S: [10, 8, 10],
      V: [1, 1, 1],
      MP: [1, 2, 1],
      SD: [3, 2, 3],
    });
    expect(totals).toEqual({ M: 20, C: 4, L: 6, KD: 2, S: 28, V: 3, MP: 4, SD: 8 });
  });
});
