/** What the README tells is so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rankedRules } from "@verksam/election-math/ranked";
import { expect, it } from "vitest";
import { countBallots, usage as countUsage } from "../src/count-ballots.ts";
import { nomination, usage } from "../src/nomination.ts";
import { folder, home, ranWith } from "./run.fixture.ts";

const readme = readFileSync(join(home, "README.md"), "utf8");
const blocks = (language: string): ReadonlyArray<string> =>
  [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].flatMap(([, own, text = ""]) =>
    own === language ? [text] : [],
  );
const [conference = "", done = "", needsLot = "", lots = ""] = blocks("json");
const [ballots = ""] = blocks("");

it("every option is documented, and no other", () => {
  const named = (text: string) => new Set(text.match(/(?<=[ `])--[a-z]+/g));
  expect([...named(readme)].toSorted()).toEqual([...named(usage + countUsage)].toSorted());
});

it("all rules are named", () => {
  for (const rules of Object.keys(rankedRules)) expect(readme).toContain(`\`${rules}\``);
});

it("the conference is taken as it stands, with its ballots and its balance rule", () => {
  const own = folder();
  const files = [
    "--conference",
    own.write("my.json", conference),
    "--ballots",
    own.write("my.csv", "1,2\n1,2\n2,1\n1,\n"),
  ];
  expect(ranWith(nomination, ...files, "--out", own.at("out"))).toMatchObject({ code: 0, complaints: [] });
  expect(own.read("out/protocol.sv.md")).toMatch(/\| 2 \| Cy \| .* \| Bo \|/);
});

it("the ballots wait for the lot, and go on with it, to the answer that is told", () => {
  const own = folder();
  const blt = own.write("my.blt", ballots);
  const args = ["--rules", "scottish", "--blt", blt, "--json", own.at("answer.json")];
  ranWith(countBallots, ...args);
  expect(own.json("answer.json")).toEqual(JSON.parse(needsLot));
  expect(ranWith(countBallots, ...args, "--lots", own.write("lots.json", lots)).code).toBe(0);
  const { stages, ...told } = JSON.parse(done) as { readonly stages: ReadonlyArray<unknown> };
  expect(own.json("answer.json")).toMatchObject(told);
  expect(own.json("answer.json")).toHaveProperty("stages[0]", stages[0]);
});
