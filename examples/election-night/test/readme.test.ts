import { readFileSync } from "node:fs";
import { join } from "node:path";
import { electionRules } from "@verksam/election-math/seats";
import { describe, expect, it } from "vitest";
import { usage } from "../src/options.ts";
import { folder, home } from "./night.fixture.ts";

const readme = readFileSync(join(home, "README.md"), "utf8");
const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
const [election = "", lots = "", responses = "", model = ""] = examples;

it("every option is documented, and no other", () => {
  const named = (text: string) => new Set(text.match(/(?<=[ `])--[a-z]+/g));
  expect([...named(readme)].toSorted()).toEqual([...named(usage)].toSorted());
});

it("all rules are named", () => {
  for (const rules of Object.keys(electionRules)) expect(readme).toContain(`\`${rules}\``);
});

describe("the examples of files are taken as they stand", () => {
  const run = (...args: ReadonlyArray<string>) => {
    const own = folder();
    const input = own.write("election.json", election);
    const written = args.map((part) => (part.includes("{") ? own.write(`${part.length}.json`, part) : part));
    return { ...own, ...own.run("--input", input, ...written) };
  };

  it("an election waits for the lot, and goes on with it", () => {
    expect(run().json("answer.json")).toMatchObject({ status: "needsLot" });
    const { code, complaints, json } = run("--lots", lots);
    expect([code, complaints]).toEqual([0, []]);
    expect(json("answer.json")).toMatchObject({ status: "done" });
  });

  it("responses and a model", () => {
    const { code, complaints } = run(
      "--lots",
      lots,
      "--scenarios",
      "50",
      "--responses",
      responses,
      "--model",
      model,
    );
    expect([code, complaints]).toEqual([0, []]);
  });
});
