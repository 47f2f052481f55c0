import { describe, expect, it } from "vitest";
import { randomElection, randomFrom } from "../../../test/random-election.fixture.ts";
import { constituencies, counted } from "./election.fixture.ts";
import { swedishElection } from "./election.ts";
import type { Election } from "./input.ts";
import type { Margin } from "./margin.ts";

const marginOf = (election: Election, party: string, constituency: string): Margin => {
  const found = counted(election)
    .margins()
    .find((margin) => margin.party === party && margin.constituency === constituency);
  if (found === undefined) throw new Error("no such margin");
  return found;
};

/** The party's seats with so many more votes in the constituency; the least or the most it may get where lots are needed. */
const seatsWith = (
  election: Election,
  { party, constituency }: Margin,
  more: number,
  luck: "good" | "bad",
) => {
  const changed = {
    ...election,
    constituencies: election.constituencies.map((one) =>
      one.id === constituency
        ? { ...one, votes: { ...one.votes, [party]: (one.votes[party] ?? 0) + more } }
        : one,
    ),
  };
  const lots = [...(election.lots ?? [])];
  for (;;) {
    const answer = swedishElection({ ...changed, lots });
    if (answer.status === "done") {
      const { fixed, adjustment } = answer.seats[constituency]?.[party] ?? { fixed: 0, adjustment: 0 };
      return { all: answer.totals[party] ?? 0, here: fixed + adjustment };
    }
    const { among, about } = answer.lot;
    const isOurs = "party" in about && about.party === party;
    const wanted = isOurs ? constituency : party;
    const wants = (luck === "good") !== (isOurs && about.kind === "returned");
    const other = among.find((one) => one !== wanted) ?? "";
    const drawn = among.includes(wanted) && wants ? wanted : other;
    lots.push({ among, about, drawn, by: "x", how: "y" });
  }
};

describe("a margin", () => {
  const council: Election = {
    rules: "se.municipality@2018",
    totalSeats: 3,
    constituencies: constituencies([3, { P: 50, Q: 31, R: 1 }]),
  };

  it("tells the fewest further votes for one seat more, and the fewest lost for one fewer, whatever a lot would say", () => {
    // in turn P by 50/1.2, Q by 31/1.2, P by 50/3; then P by 50/5 and Q by 31/3
    expect(marginOf(council, "Q", "A")).toEqual({
      party: "Q",
      constituency: "A",
      votes: 31,
      all: { seats: 1, toNext: 20, toLose: 20 },
      here: { seats: 1, toNext: 20, toLose: 20 },
    });
    expect(marginOf(council, "P", "A").all).toEqual({ seats: 2, toNext: 80, toLose: 20 });
  });

  it("of a party below the bar is the way to the bar where that is enough", () => {
    const election: Election = {
      rules: "se.municipality@2018",
      totalSeats: 61,
      constituencies: constituencies([61, { P: 900, Q: 85, R: 15 }]),
    };
    // 20 of 1 005 is below two of a hundred, 21 of 1 006 is not
    expect(marginOf(election, "R", "A").all).toEqual({ seats: 0, toNext: 6 });
  });

  it("is absent where no number of votes makes a difference", () => {
    expect(marginOf({ ...council, constituencies: constituencies([3, { P: 50 }]) }, "P", "A").all).toEqual({
      seats: 3,
      toLose: 50,
    });
    expect(marginOf(council, "R", "A").all).not.toHaveProperty("toLose");
  });

  it("holds the lots that were drawn", () => {
    const tied: Election = {
      rules: "se.eu@2014",
      totalSeats: 1,
      constituencies: constituencies([1, { P: 5, Q: 5 }]),
      lots: [
        {
          among: ["P", "Q"],
          about: { kind: "fixedSeat", constituency: "A", comparison: "25/6" },
          drawn: "Q",
          by: "p-1",
          how: "slips",
        },
      ],
    };
    expect(marginOf(tied, "Q", "A").all).toEqual({ seats: 1, toLose: 1 });
    expect(marginOf(tied, "P", "A").all).toEqual({ seats: 0, toNext: 1 });
  });

  it("is confirmed by counting again with that many votes, and with one fewer", { timeout: 60_000 }, () => {
    const random = randomFrom(4);
    let confirmed = 0;
    while (confirmed < 600) {
      const election = randomElection(random);
      let answer: ReturnType<typeof swedishElection>;
      try {
        answer = swedishElection(election);
      } catch {
        continue;
      }
      if (answer.status !== "done") continue;
      for (const margin of answer.margins())
        for (const where of ["all", "here"] as const) {
          const { seats, toNext, toLose } = margin[where];
          if (toNext !== undefined && margin.votes > 0) {
            if (!(seatsWith(election, margin, toNext, "bad")[where] > seats))
              expect(seatsWith(election, margin, toNext, "bad")[where]).toBeGreaterThan(seats);
            expect(seatsWith(election, margin, toNext - 1, "bad")[where]).toBeLessThanOrEqual(seats);
            confirmed++;
          }
          if (toLose !== undefined && toLose < margin.votes) {
            expect(seatsWith(election, margin, -toLose, "good")[where]).toBeLessThan(seats);
            expect(seatsWith(election, margin, 1 - toLose, "good")[where]).toBeGreaterThanOrEqual(seats);
            confirmed++;
          }
        }
    }
  });
});
