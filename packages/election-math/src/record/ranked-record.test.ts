import { describe, expect, it } from "vitest";
import { canonicalJson, replay, verify } from "./index.ts";
import { rankedRecords } from "./ranked-record.fixture.ts";

const records = Object.entries(rankedRecords);
/** A record as it comes back from a file, for a hand to alter. */
const read = (record: unknown) => JSON.parse(JSON.stringify(record));

describe.each(records)("a record of ranked papers: %s", (_, record) => {
  it("counted again comes out equal, to the last character, after a way through a file", () => {
    expect(verify(read(record))).toEqual([]);
    expect(canonicalJson(replay(read(record)))).toBe(canonicalJson(record));
  });

  it("with any one step altered, taken away or added is found out there", () => {
    record.steps.forEach((step, at) => {
      const altered = read(record);
      altered.steps[at].kind = "listed and signed";
      const found = verify(altered);
      expect(found).toContainEqual({
        at: `steps[${at}].kind`,
        problem: "altered",
        expected: step.kind,
        found: "listed and signed",
      });
    });
    const shorter = read(record);
    shorter.steps.pop();
    expect(verify(shorter)).toMatchObject([{ at: `steps[${record.steps.length - 1}]`, problem: "missing" }]);
    const longer = read(record);
    longer.steps.push({ kind: "papers" });
    expect(verify(longer)).toMatchObject([{ at: `steps[${record.steps.length}]`, problem: "added" }]);
  });

  it("with other papers is found out by its seal", () => {
    const altered = read(record);
    altered.input.ballots[0] = altered.input.ballots[0].replace(
      /^\d+/,
      (weight: string) => `${Number(weight) + 1}`,
    );
    const [first] = verify(altered);
    // either the papers no longer ask for the same lots, or the seal differs
    expect(first?.at).toMatch(/^seal$|^lots/);
  });

  it("with the papers in another order, or not merged, is not as it was kept", () => {
    const turned = read(record);
    turned.input.ballots.reverse();
    const isTurned = turned.input.ballots.length > 1;
    expect(verify(turned).every(({ at }) => at.startsWith("input.ballots["))).toBe(true);
    expect(verify(turned).length > 0).toBe(isTurned);
  });
});

describe("a record of ranked papers that cannot be counted", () => {
  it("tells the field of its input", () => {
    const altered = read(rankedRecords.balanced);
    altered.input.ballots[1] = "1: 1,1";
    expect(verify(altered)).toEqual([{ at: "input.ballots[1]", problem: "a candidate twice" }]);
    const rules = read(rankedRecords.balanced);
    rules.input.rules = "constructor";
    expect(verify(rules)).toEqual([{ at: "input.rules", problem: "not a rule this package knows" }]);
    const method = read(rankedRecords.loads);
    method.input.method = "scottish";
    expect(verify(method)).toEqual([{ at: "input.method", problem: "not a method this package knows" }]);
  });

  it("tells a lot that is missing", () => {
    for (const record of [rankedRecords.drawn, rankedRecords.wovenByLot]) {
      const altered = read(record);
      altered.lots = [];
      expect(verify(altered)).toEqual([{ at: "lots", problem: "a lot is missing that the count needs" }]);
    }
  });

  it("tells a result that is not that of the count, and the one that is", () => {
    const elected = read(rankedRecords.majority);
    elected.result.elected = ["a"];
    expect(verify(elected)).toEqual([
      { at: "result.elected[0]", problem: "altered", expected: "b", found: "a" },
    ]);
    const order = read(rankedRecords.woven);
    order.result.order.reverse();
    expect(verify(order)[0]).toMatchObject({ at: "result.order[0]", expected: "c", found: "d" });
  });
});
