/** Elections drawn of a model, and which of them there is a response for. */
import { describe, expect, it } from "vitest";
import { council, folder, home } from "./night.fixture.ts";

const election = council({ A: 520, B: 430, C: 50 });
const both = { id: "both", title: { sv: "Båda", en: "Both" }, when: { over: ["A", "B"] } };
const bigC = { id: "big-c", when: { party: "C", atLeast: 3 } };
const many = { id: "many", title: "A has two", when: { party: "A", atLeast: 2 } };

/** Runs with responses and, where it is given, a model. */
const drawn = (responses: unknown, model?: unknown, ...args: ReadonlyArray<string>) => {
  const own = folder();
  const files = ["--input", own.write("e.json", JSON.stringify(election))];
  files.push("--responses", own.write("responses.json", JSON.stringify(responses)));
  if (model !== undefined) files.push("--model", own.write("model.json", JSON.stringify(model)));
  return { ...own, ...own.run(...files, "--scenarios", "200", "--lang", "en", ...args) };
};

describe("a response for every outcome", () => {
  it("is told as covered, in the terminal, on the page and for other programs", () => {
    const { code, complaints, printed, json, read, files } = drawn({ responses: [both] });
    expect([code, complaints]).toEqual([0, []]);
    expect(files("out")).toEqual(["coverage.json", "election.html", "record.json"]);
    expect(json("out/coverage.json")).toMatchObject({ draws: 200, covered: { mass: 1 }, uncovered: [] });
    for (const text of [printed, read("out/election.html")]) {
      expect(text).toMatch(/100\.0\s% ± \d\.\d of the outcomes have a response/);
      expect(text).toContain("No election drawn is without a response.");
      expect(text.replaceAll("\n", " ")).toContain(
        "a made-up model around the election counted, which is no forecast",
      );
    }
  });

  it("is called by its title, in the language, or by its id", () => {
    const { printed } = drawn({ responses: [both, bigC] });
    expect(printed).toMatch(/\n {2}Both +100/);
    expect(printed).toMatch(/\n {2}big-c +below \d/);
  });

  it("does not change the seats, and the same question has the same answer", () => {
    const one = drawn({ responses: [both] });
    const other = drawn({ responses: [both] });
    expect(one.read("out/coverage.json")).toBe(other.read("out/coverage.json"));
    expect(one.json("answer.json")).toEqual({
      status: "done",
      totals: { A: 2, B: 1 },
      seats: { "01": { A: { fixed: 2, adjustment: 0 }, B: { fixed: 1, adjustment: 0 } } },
    });
  });
});

describe("outcomes", () => {
  it("without a response are told with an example and the nearest one", () => {
    const { printed, read } = drawn({ responses: [bigC] });
    expect(printed).toMatch(/0\.\d+\s% of the outcomes|below \S+\s% of the outcomes/);
    for (const text of [printed, read("out/election.html")]) {
      expect(text).toContain("Most likely without a response");
      expect(text).toContain("big-c: 1 condition away");
    }
    expect(printed).toMatch(/For example: [AB] \d/);
    expect(printed).toContain("No election drawn needed: big-c.");
  });

  it("with several responses are told", () => {
    const { printed } = drawn({ responses: [both, many] });
    expect(printed).toContain("Outcomes with several responses");
    expect(printed).toMatch(/\n {2}Both \+ A has two +\d/);
  });
});

describe("a model of one's own", () => {
  const model = { election, polls: [{ shares: { A: 0.1, B: 0.9 }, size: 1000 }], error: { scale: 0.01 } };

  it("is what is drawn of, and is named", () => {
    const { printed } = drawn({ responses: [{ id: "b-wins", when: { party: "B", atLeast: 2 } }] }, model);
    expect(printed.replaceAll("\n", " ")).toContain("of the model in model.json");
    expect(printed).toMatch(/100\.0\s% ± /);
    expect(printed).not.toContain("made-up");
  });

  it("is told what is wrong with it", () => {
    expect(
      drawn({ responses: [both] }, { ...model, polls: [{ shares: { X: 0.1 } }], error: 7 }),
    ).toMatchObject({
      code: 1,
      complaints: [
        "model.json: polls[0].shares.X: not a party of the last election",
        "model.json: error: not an object",
      ],
    });
  });
});

describe("what is wrong with responses is told, and nothing is written", () => {
  it.each([
    ["no object", [], "not an object"],
    ["no list", {}, "responses: not a list"],
    ["no condition", { responses: [{ id: "a" }] }, "responses[0].when: not a condition this package knows"],
    [
      "a party there is not",
      { responses: [{ id: "a", when: { over: ["X"] } }] },
      "responses[0].when.over[0]: not a party that gets seats",
    ],
    ["an id twice", { responses: [both, both] }, "responses[1].id: used before"],
    [
      "a title that is none",
      { responses: [{ ...both, title: 3 }] },
      "responses[0].title: neither a text nor one in each language",
    ],
    [
      "a title without the language",
      { responses: [{ ...both, title: { sv: "x" } }] },
      "responses[0].title: neither a text nor one in each language",
    ],
  ])("%s", (_, responses, problem) => {
    const { code, complaints, printed, files } = drawn(responses);
    expect([code, printed, files("out")]).toEqual([1, "", []]);
    expect(complaints).toEqual([expect.stringMatching(/^responses\.json: /)]);
    expect(complaints[0]).toContain(problem);
  });
});

it("the example's own responses are for the Riksdag: they tell which parties another election lacks", () => {
  const own = folder();
  const input = own.write("e.json", JSON.stringify(election));
  const { code, complaints } = own.run(
    "--input",
    input,
    "--scenarios",
    "9",
    "--responses",
    `${home}/responses.json`,
  );
  expect(code).toBe(1);
  expect(complaints).toContain(
    "responses.json: distinctions.blocs[1].parties[0]: not a party that gets seats",
  );
});
