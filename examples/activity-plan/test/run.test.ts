import { describe, expect, it } from "vitest";
import { activityPlan } from "../src/activity-plan.ts";
import { dump, folderOf, ranWith, remembering } from "./run.fixture.ts";
import { beginning, type Cell, done, lineOf, planId, planOf, recordOf, type Told } from "./table.fixture.ts";

const commitment = `${planId}:X1`;
const cell: Cell = {
  name: "Two meetings",
  rule: { kind: "count", of: "done", atLeast: 2 },
  expected: {},
};
const later = "2026-06-01T09:00:00Z";
const withLines = (...lines: ReadonlyArray<string>) =>
  folderOf(planOf([cell]), [recordOf([]), ...lines].join("\n"));
const first = beginning.length + 6;
const meeting = (on: string) => lineOf(done(on)(commitment), later);
const wrong: Told = { do: "observance.notHeld", id: `${planId}:feast`, input: { day: "2026-05-01" } };

describe("a line that is not followed is reported with its number, and the others go on", () => {
  it.each([
    ["a line that cannot be read", "{", 'UnreadableLine {"problems":[{"field":"","problem":"not JSON"}]}'],
    [
      "an unknown command",
      lineOf({ do: "evidence.invent", id: "x", input: {} }, later),
      'UnknownCommand {"command":"evidence.invent"}',
    ],
    ["a refused one", lineOf(wrong, later), 'NotConditional {"observance":"feast"}'],
    [
      "an input that is none",
      lineOf({ do: "plan.evidence.record", id: "x", input: { plan: planId, of: 7 } }, later),
      'InvalidInput {"command":"plan.evidence.record"',
    ],
    [
      "somebody without a mandate",
      meeting("2026-04-01").replace("p-1", "p-2"),
      'NotAllowed {"command":"plan.evidence.record","power":"plan.record","unit":"board"}',
    ],
    [
      "an adoption with more than its document",
      lineOf({ do: "plan.adopt", id: "other", input: { title: "Mine" } }, later),
      "InvalidInput",
    ],
  ])("%s", async (_, line, complaint) => {
    const folder = withLines(meeting("2026-03-01"), line, meeting("2026-03-02"));
    const { code, complaints } = await folder.run("--lang", "en");
    expect(complaints).toContain(`line ${first + 2}: ${complaint}`);
    expect(code).toBe(0);
    expect(folder.status().commitments[0]).toMatchObject({ status: "met", why: { counted: 2 } });
    expect((await folder.run("--strict")).code).toBe(1);
  });

  it("strict is 0 where every line was followed", async () => {
    const folder = withLines(meeting("2026-03-01"));
    expect(await folder.run("--strict")).toMatchObject({ code: 0, complaints: "" });
  });

  it("a plan adopted twice is one line with many refusals", async () => {
    const again = lineOf({ do: "plan.adopt", id: planId, input: {} }, later);
    const { complaints } = await withLines(again).run("--lang", "en");
    expect(complaints).toContain(`line ${first + 1}: AlreadyExists`);
    expect(complaints).toMatch(/\(and \d+ more of the same line\)/);
  });

  it("what it says of a person is nothing, not even the id", async () => {
    const line = meeting("2026-04-01").replace('"p-1"', '"p-9","office":"treasurer"');
    const { complaints } = await withLines(line).run();
    expect(complaints).toContain("NotAllowed");
    expect(complaints).not.toContain("p-9");
  });
});

describe("run again", () => {
  const tooEarly = meeting("2026-05-01");
  const early = [
    ...beginning.slice(0, -1).map((told) => lineOf(told, "2026-01-01T09:00:00Z")),
    tooEarly,
    ...beginning.slice(-1).map((told) => lineOf(told, "2026-01-01T09:00:00Z")),
    meeting("2026-03-01"),
    "{",
  ].join("\n");

  it("it has the database of once, and tells the same", async () => {
    const folder = folderOf(planOf([cell]), early);
    const once = await folder.run();
    const rows = dump(folder.file("a.sqlite"));
    const status = folder.status();
    // Now that the plan is adopted, the line that came too early would be accepted if it were tried again.
    expect(await folder.run()).toEqual(once);
    expect(once.complaints).toContain("UnknownPlan");
    expect(dump(folder.file("a.sqlite"))).toEqual(rows);
    expect(folder.status()).toEqual(status);
  });

  it("into another file, it makes the same database, also the ids that it makes up", async () => {
    const [one, other] = [folderOf(planOf([cell]), early), folderOf(planOf([cell]), early)];
    await one.run();
    await other.run();
    expect(dump(other.file("a.sqlite"))).toEqual(dump(one.file("a.sqlite")));
  });

  it("a record that was longer when it was read again is taken up where it ended", async () => {
    const folder = withLines(meeting("2026-03-01"));
    await folder.run();
    folder.rewrite([recordOf([]), meeting("2026-03-01"), meeting("2026-03-02")].join("\n"));
    expect((await folder.run("--strict")).code).toBe(0);
    expect(folder.status().commitments[0]).toMatchObject({ status: "met" });
  });

  it("a line refused for what was missing before it is tried again once that is put right", async () => {
    const folder = folderOf(planOf([cell]), early);
    await folder.run();
    const [plan, ...others] = [...early.split("\n").slice(-3, -2), ...early.split("\n").slice(0, -3)];
    const [tried = "", ...before] = others.toReversed();
    folder.rewrite([...before.toReversed(), plan, tried, meeting("2026-03-01")].join("\n"));
    expect((await folder.run("--strict")).complaints).toBe("");
    expect(folder.status().commitments[0]).toMatchObject({ status: "met" });
  });

  it("the same line twice is two commands, and one key is one", async () => {
    const keyed = JSON.stringify({ ...JSON.parse(meeting("2026-03-01")), key: "k-1" });
    const { complaints } = await withLines(keyed, keyed, meeting("2026-03-01")).run();
    // Kept under its key, then answered by it; without the key it is another command, on evidence that exists.
    expect(complaints).toContain(`${first + 3}: AlreadyExists`);
    expect(complaints).not.toContain(`${first + 2}:`);
  });
});

describe("asked", () => {
  it("for another day or language, it answers for that", async () => {
    const folder = withLines(meeting("2026-03-01"));
    const swedish = await folder.run("--as-of", "2026-02-28");
    expect(swedish.printed).toContain("Inget underlag");
    expect(folder.status()).toMatchObject({ asOf: "2026-02-28", counts: { noEvidence: 1 } });
    expect((await folder.run("--as-of", "2027-01-01", "--lang", "en")).printed).toContain("Not met");
    expect(folder.status()).toMatchObject({ asOf: "2027-01-01", counts: { notMet: 1 } });
    await folder.run("--as-of", "2020-01-01");
    expect(folder.status()).toMatchObject({ counts: { notApplicable: 1 } });
  });

  it("for no day, it answers for the record's last, in the organisation's zone", async () => {
    const folder = withLines(meeting("2026-03-01").replace(later, "2027-11-22T23:30:00Z"));
    await folder.run();
    expect(folder.status().asOf).toBe("2027-11-23");
  });

  it("as it was known on a day, it leaves out what was recorded later", async () => {
    const folder = withLines(meeting("2026-03-01"));
    await folder.run("--as-of", "2026-06-01", "--known-on", "2026-05-31");
    expect(folder.status()).toMatchObject({ counts: { noEvidence: 1 } });
    await folder.run("--as-of", "2026-06-01", "--known-on", "2026-06-01");
    expect(folder.status()).toMatchObject({ counts: { onTheWay: 1 } });
  });
});

describe("what was asked for wrongly is said, not thrown", () => {
  it.each([
    [["--as-of", "2026-02-30"], "--as-of"],
    [["--lang", "de"], "--lang"],
    [["--plan", "nowhere.json"], "nowhere.json"],
    [["--colour"], "--colour"],
    [["--record"], "--record"],
  ])("%s", async (args, complaint) => {
    const { code, complaints } = await ranWith(...args);
    expect(code).toBe(1);
    expect(complaints).toContain(complaint);
  });

  it("a plan with a word it does not declare is refused before anything is kept", async () => {
    const folder = folderOf(
      planOf([{ ...cell, rule: { kind: "count", of: "dnoe", atLeast: 1 } }]),
      recordOf([]),
    );
    const { code, complaints } = await folder.run();
    expect(code).toBe(1);
    expect(complaints).toContain("commitments.0.rule.of: kind dnoe is not declared");
    expect(() => dump(folder.file("a.sqlite"))).toThrow();
  });

  it("a record in which no plan is adopted", async () => {
    const folder = folderOf(planOf([cell]), lineOf(wrong, later));
    expect(await folder.run("--lang", "en")).toMatchObject({
      code: 1,
      complaints: expect.stringContaining("No plan is adopted"),
    });
  });

  it("an empty record", async () => {
    const { code, complaints } = await folderOf(planOf([cell]), "\n").run("--lang", "en");
    expect([code, complaints]).toEqual([1, expect.stringContaining("no readable line")]);
  });
});

it("progress is shown part by part and taken away at the end", async () => {
  const folder = withLines(meeting("2026-03-01"));
  const { terminal, ran } = remembering();
  await activityPlan([...folder.args, "--lang", "en"], terminal);
  expect(ran(0).progress).toEqual([`Reading the record: line ${first + 1} of ${first + 1}`, ""]);
});
