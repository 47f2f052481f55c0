/** What the answer holds, and the lots it may wait for. */
import { describe, expect, it } from "vitest";
import { council, counted, folder } from "./night.fixture.ts";

describe("the answer for other programs", () => {
  it("is status, totals and seats, and nothing else", () => {
    expect(counted(council({ A: 10, B: 5 })).json("answer.json")).toEqual({
      status: "done",
      totals: { A: 2, B: 1 },
      seats: { "01": { A: { fixed: 2, adjustment: 0 }, B: { fixed: 1, adjustment: 0 } } },
    });
  });

  it("leaves out whoever has no seat: OTHER, parties below the bar, parties without votes", () => {
    const votes = { A: 980, OTHER: 100, small: 19, none: 0 };
    const { json } = counted(council(votes));
    expect(json("answer.json")).toMatchObject({ totals: { A: 3 }, seats: { "01": { A: { fixed: 3 } } } });
    expect(JSON.stringify(json("answer.json"))).not.toMatch(/OTHER|small|none/);
  });

  it("tells fixed and adjustment seats apart where there are several constituencies", () => {
    const input = {
      rules: "se.municipality@2018",
      totalSeats: 6,
      constituencies: [
        { id: "north", fixedSeats: 3, votes: { A: 10, B: 5 } },
        { id: "south", fixedSeats: 2, votes: { C: 10, B: 5 } },
      ],
    };
    expect(counted(input).json("answer.json")).toMatchObject({
      totals: { A: 2, B: 2, C: 2 },
      seats: { south: { C: { fixed: 1, adjustment: 1 } } },
    });
  });

  it("ids may be any text", () => {
    const votes = '{"__proto__":10,"constructor":5}';
    const text = JSON.stringify(council({})).replace("{}", votes).replace('"01"', '"__proto__"');
    const { read, code } = counted(text);
    expect(code).toBe(0);
    // compared as text: a matcher would look at the prototype
    expect(read("answer.json").replaceAll(/\s/g, "")).toBe(
      '{"status":"done","totals":{"__proto__":2,"constructor":1},"seats":{"__proto__":{"__proto__":{"fixed":2,"adjustment":0},"constructor":{"fixed":1,"adjustment":0}}}}',
    );
  });

  it("a record beside it can be counted again by anyone: input, lots, steps, result and seal", () => {
    const { json } = counted(council({ A: 10, B: 5 }));
    expect(json("out/record.json")).toMatchObject({
      format: "verksam-count@1",
      rules: "se.municipality@2018",
      input: { totalSeats: 3 },
      lots: [],
      seal: expect.stringMatching(/^[\da-f]{64}$/),
    });
  });
});

const tied = council({ A: 5, B: 5, C: 1 });
const lot = {
  among: ["A", "B"],
  about: { kind: "fixedSeat", constituency: "01", comparison: "5/3" },
};
const drawn = { ...lot, drawn: "B", by: "the chair", how: "slips from an urn" };

describe("equal numbers", () => {
  it("wait for a lot: the answer is what is to be drawn, and no page is written", () => {
    const { code, json, files } = counted(tied);
    expect(code).toBe(0);
    expect(json("answer.json")).toEqual({
      status: "needsLot",
      lot: { ...lot, step: expect.any(Number) },
    });
    expect(files()).toEqual(["answer.json", "election.json"]);
  });

  it("are told in words, with a template to fill in", () => {
    const { printed } = counted(tied, "--lang", "en");
    expect(printed).toContain("A lot is needed");
    expect(printed).toContain("A and B have equal numbers for the next fixed seat in 01.");
    const template: unknown = JSON.parse(printed.slice(printed.indexOf("{"), printed.lastIndexOf("}") + 1));
    expect(template).toEqual({ lots: [{ ...lot, drawn: "", by: "", how: "" }] });
    expect(counted(tied).printed).toContain("A och B har lika stora tal för nästa fasta mandat i 01.");
  });

  const withLots = (lots: unknown, input: unknown = tied) => {
    const own = folder();
    const args = ["--input", own.write("e.json", JSON.stringify(input))];
    return {
      ...own,
      ...own.run(...args, "--lots", own.write("lots.json", JSON.stringify(lots)), "--lang", "en"),
    };
  };

  it.each([
    ["a list", [drawn]],
    ["the template", { lots: [drawn] }],
    ["whatever the order of the names", [{ ...drawn, among: ["B", "A"] }]],
    ["with the step that the answer told", [{ ...drawn, step: 5 }]],
  ])("go on with the lot, as %s", (_, lots) => {
    const { code, json, printed, read } = withLots(lots);
    expect(code).toBe(0);
    expect(json("answer.json")).toMatchObject({ status: "done", totals: { A: 1, B: 2 } });
    expect(json("out/record.json")).toMatchObject({ lots: [drawn] });
    const told = "the lot fell on B. It was drawn by the chair: slips from an urn.";
    expect(printed.replaceAll("\n", " ")).toContain(told);
    expect(read("out/election.html")).toContain(told);
  });

  it("go the other way with the other lot", () => {
    expect(withLots([{ ...drawn, drawn: "A" }]).json("answer.json")).toMatchObject({
      totals: { A: 2, B: 1 },
    });
  });

  it("after one lot wait for the next, with a template that has both", () => {
    const input = {
      ...council({ A: 5, B: 5, C: 5 }),
      totalSeats: 5,
      constituencies: [{ id: "01", fixedSeats: 5, votes: { A: 5, B: 5, C: 5 } }],
    };
    const first = counted(input).json("answer.json");
    expect(first).toMatchObject({ status: "needsLot", lot: { among: ["A", "B", "C"] } });
    // the example's own output
    const { among, about } = (first as { lot: typeof lot }).lot;
    const { printed, json } = withLots([{ among, about, drawn: "C", by: "x", how: "y" }], input);
    expect(json("answer.json")).toMatchObject({ status: "needsLot", lot: { among: ["A", "B"] } });
    expect(printed).toContain('"drawn": "C"');
    expect(printed).toContain('"drawn": ""');
  });

  it.each([
    [
      "a lot that answers no tie",
      [{ ...drawn, about: { ...lot.about, comparison: "5/4" } }],
      "lots[0]: answers no tie of this count",
    ],
    [
      "one drawn who was not in it",
      [{ ...drawn, drawn: "C" }],
      "lots[0].drawn: not one of those it is among",
    ],
    ["nobody who drew", [{ ...drawn, by: "" }], "lots[0].by: empty"],
    ["the same lot twice", [drawn, drawn], "lots[1]: a lot about this was given before"],
    ["no list", { lot: drawn }, "lots: not a list of lots"],
  ])("refuse %s", (_, lots, problem) => {
    expect(withLots(lots)).toMatchObject({ code: 1, complaints: [`lots.json: ${problem}`], printed: "" });
  });

  it("a lot where nothing is tied is refused too", () => {
    const { code, complaints, files } = withLots([drawn], council({ A: 10, B: 5 }));
    expect([code, complaints]).toEqual([1, ["lots.json: lots[0]: answers no tie of this count"]]);
    expect(files("out")).toEqual([]);
  });
});
