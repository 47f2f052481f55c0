import { readFileSync } from "node:fs";
import { join } from "node:path";
import { organisation } from "@verksam/domain/organisation";
import { plan } from "@verksam/domain/plan";
import { founding } from "@verksam/kernel";
import { Result } from "effect";
import { expect, it } from "vitest";

const home = join(import.meta.dirname, "..");
const readme = readFileSync(join(home, "README.md"), "utf8");
const aggregates = [founding, ...[organisation, plan].flatMap(({ aggregates }) => Object.values(aggregates))];
const commands = aggregates.flatMap(({ name, machine }) =>
  machine.commands.map((command: string) => `${name}.${command}`),
);
const documented = [...readme.matchAll(/^\| `(\w+\.\w+)` \|.*\| `(\{.*\})` \|$/gm)].map(
  ([, name = "", input = ""]) => ({ name, input }),
);

it("every command of the library is documented once, and no other", () => {
  expect(documented.map(({ name }) => name).toSorted()).toEqual(commands.toSorted());
});

it("what adopts the plan says nothing itself: the document is its input", () => {
  expect(documented.find(({ name }) => name === "plan.adopt")?.input).toBe("{}");
});

it.each(documented.filter(({ name }) => name !== "plan.adopt"))(
  "$name: the example is an input",
  ({ name, input }) => {
    const [of, command = ""] = name.split(".");
    const aggregate = aggregates.find((each) => each.name === of);
    const checked = aggregate?.machine.check(command, JSON.parse(input));
    expect(checked).toEqual(Result.succeed(expect.anything()));
  },
);

it("every option is documented", async () => {
  const { usage } = await import("../src/options.ts");
  const named = (text: string) => new Set(text.match(/(?<=[ `])--[a-z-]+/g));
  expect([...named(readme)].toSorted()).toEqual([...named(usage)].toSorted());
});
