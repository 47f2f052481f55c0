import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { violations } from "./boundaries.ts";

const fixtures = join(import.meta.dirname, "fixtures/boundaries");
const files = globSync("**/*.ts", { cwd: fixtures }).map((file) => {
  const text = readFileSync(join(fixtures, file), "utf8");
  return { file, text, refused: /^\/\/ refused: (.+)/.exec(text)?.[1] };
});

describe("a file that breaks a boundary is refused, and told why", () => {
  it.each(files.filter(({ refused }) => refused))("$file: $refused", ({ file, text, refused }) => {
    const found = violations(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(refused);
  });

  it("by the program, with an exit code", () => {
    const { status, stderr } = spawnSync("node", [join(import.meta.dirname, "boundaries.ts")], {
      cwd: fixtures,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(files.filter(({ refused }) => refused).length);
  });
});

describe("a file that keeps to its room passes", () => {
  it.each(files.filter(({ refused }) => !refused))("$file", ({ file, text }) => {
    expect(violations(file, text)).toEqual([]);
  });
});
