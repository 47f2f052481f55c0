import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { randomElection, randomFrom } from "../../test/random-election.fixture.ts";
import { InvalidInput } from "../input.ts";
import { apportion, swedishElection } from "../seats/index.ts";
import { type AnyRecord, canonicalJson, replay, verify } from "./index.ts";

const recordOf = (answer: ReturnType<typeof apportion> | ReturnType<typeof swedishElection>): AnyRecord => {
  if (answer.status !== "done") throw new Error("needs a lot");
  return answer.record;
};

const lot = {
  among: ["P", "Q"],
  about: { kind: "seat", comparison: "50" },
  drawn: "Q",
  by: "p-1",
  how: "slips",
} as const;
const record = recordOf(apportion({ votes: { P: 100, Q: 100 }, seats: 3, method: "dhondt", lots: [lot] }));
/** The record as it comes back from a file, for a hand to alter. */
const read = () => JSON.parse(canonicalJson(record));

describe("a record", () => {
  it("is sealed by the SHA-256 of its kind, rules, input and lots", () => {
    const sealed =
      '{"input":{"method":"dhondt","seats":3,"votes":{"P":100,"Q":100}},"kind":"apportionment",' +
      '"lots":[{"about":{"comparison":"50","kind":"seat"},"among":["P","Q"],"by":"p-1","drawn":"Q","how":"slips"}],"rules":"dhondt"}';
    expect(record.seal).toBe(createHash("sha256").update(sealed).digest("hex"));
    expect(record.format).toBe("verksam-count@1");
  });

  it("counted again comes out equal, to the last character of its text, after a way through a file", () => {
    expect(canonicalJson(replay(read()))).toBe(canonicalJson(record));
    expect(verify(read())).toEqual([]);
    const random = randomFrom(3);
    for (let number = 0; number < 200; number++) {
      let answer: ReturnType<typeof swedishElection>;
      try {
        answer = swedishElection(randomElection(random));
      } catch {
        continue;
      }
      if (answer.status !== "done") continue;
      expect(verify(JSON.parse(JSON.stringify(answer.record)))).toEqual([]);
    }
  });

  it("is the same whatever order votes and constituencies came in", () => {
    const election = {
      rules: "se.region@2018",
      totalSeats: 5,
      constituencies: [
        { id: "A", fixedSeats: 2, votes: { P: 50, Q: 31 } },
        { id: "B", fixedSeats: 2, votes: { P: 20, Q: 47 } },
      ],
    } as const;
    const turned = {
      ...election,
      constituencies: [
        { id: "B", fixedSeats: 2, votes: { Q: 47, P: 20 } },
        { votes: { Q: 31, P: 50 }, fixedSeats: 2, id: "A" },
      ],
    };
    expect(canonicalJson(recordOf(swedishElection(turned)))).toBe(
      canonicalJson(recordOf(swedishElection(election))),
    );
  });
});

describe("an altered record is found out, and where", () => {
  it.each<[string, (record: ReturnType<typeof read>) => void, ReadonlyArray<unknown>]>([
    [
      "a step",
      (record) => {
        record.steps[0].to = "R";
      },
      [{ at: "steps[0].to", problem: "altered", expected: "P", found: "R" }],
    ],
    [
      "a result",
      (record) => {
        record.result.totals.P = 2;
      },
      [{ at: "result.totals.P", problem: "altered", expected: 1, found: 2 }],
    ],
    [
      "a seal",
      (record) => {
        record.seal = "0";
      },
      [{ at: "seal", problem: "altered", expected: record.seal, found: "0" }],
    ],
    [
      "a step too few",
      (record) => {
        record.steps.pop();
      },
      [{ at: "steps[3]", problem: "missing", expected: record.steps[3] }],
    ],
    [
      "a step too many",
      (record) => {
        record.steps.push({ kind: "seat" });
      },
      [{ at: "steps[4]", problem: "added", found: { kind: "seat" } }],
    ],
    [
      "a member too many",
      (record) => {
        record.note = "certified";
      },
      [{ at: "note", problem: "added", found: "certified" }],
    ],
    [
      "a member too few",
      (record) => {
        delete record.rules;
      },
      [{ at: "rules", problem: "missing", expected: "dhondt" }],
    ],
    [
      "a list that became something else",
      (record) => {
        record.steps = {};
      },
      [{ at: "steps", problem: "altered", expected: record.steps, found: {} }],
    ],
    [
      "who drew the lot, in the step alone",
      (record) => {
        record.steps[2].by = "p-2";
      },
      [{ at: "steps[2].by", problem: "altered", expected: "p-1", found: "p-2" }],
    ],
    [
      "votes that cannot be",
      (record) => {
        record.input.votes.P = -1;
      },
      [{ at: "input.votes.P", problem: "below 0" }],
    ],
    [
      "a lot taken away",
      (record) => {
        record.lots = [];
      },
      [{ at: "lots", problem: "a lot is missing that the count needs" }],
    ],
    [
      "a lot about something else",
      (record) => {
        record.lots[0].about.comparison = "51";
      },
      [{ at: "lots[0]", problem: "answers no tie of this count" }],
    ],
    [
      "a kind",
      (record) => {
        record.kind = "toString";
      },
      [{ at: "kind", problem: "not a kind of count" }],
    ],
    [
      "a format",
      (record) => {
        record.format = "verksam-count@0";
      },
      [{ at: "format", problem: "not a format known here", found: "verksam-count@0" }],
    ],
    [
      "an input that is none",
      (record) => {
        record.input = null;
      },
      [{ at: "input", problem: "not an object", found: null }],
    ],
  ])("%s", (_, alter, expected) => {
    const altered = read();
    alter(altered);
    expect(verify(altered)).toEqual(expected);
  });

  it("votes: first the seal tells, then every step that no longer follows", () => {
    const altered = read();
    altered.input.votes.P = 101;
    altered.lots = [];
    const found = verify(altered);
    expect(found[0]).toMatchObject({ at: "seal", problem: "altered" });
    expect(found.map(({ at }) => at)).toContain("steps[0].votes");
    expect(found.map(({ at }) => at)).toContain("result.totals.P");
  });

  it("what is no record at all is told as such", () => {
    for (const nothing of [null, undefined, 3, "record", []])
      expect(verify(nothing)).toEqual([{ at: "", problem: "not a record" }]);
  });

  it("is not replayed where its input or lots do not count", () => {
    const altered = read();
    altered.lots = [];
    expect(() => replay(altered)).toThrow(InvalidInput);
  });
});
