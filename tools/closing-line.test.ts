import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Runs vitest on one test file of its own; what it wrote to standard output, and its exit code. */
const run = async (text: string) => {
  mkdirSync(".cache", { recursive: true });
  const folder = mkdtempSync(".cache/closing-line-");
  try {
    writeFileSync(join(folder, "a.test.ts"), `import { it, beforeAll } from "vitest";\n${text}`);
    writeFileSync(
      join(folder, "vitest.config.ts"),
      `export default { test: { reporters: ["default", ${JSON.stringify(join(import.meta.dirname, "closing-line.ts"))}] } };`,
    );
    return await new Promise<{ code: number | null; last: string | undefined }>((resolve) => {
      const child = execFile("vitest", ["run", "--root", folder], (_, stdout) =>
        resolve({ code: child.exitCode, last: stdout.trimEnd().split("\n").at(-1) }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

it.concurrent.each([
  ["passes are counted", 'it("a", () => {}); it("b", () => {});', "2 passed, 0 failed"],
  [
    "skips are named",
    'it("a", () => {}); it.skip("b", () => {}); it.todo("c");',
    "1 passed, 0 failed, 2 skipped",
  ],
  ["a failed test", 'it("a", () => { throw new Error("no"); });', "0 passed, 1 failed"],
  ["a file that does not load", 'throw new Error("no");', "0 passed, 1 failed"],
  [
    "an error after the test",
    'it("a", () => { setTimeout(() => { throw new Error("late"); }); }); it("b", () => new Promise((go) => setTimeout(go, 50)));',
    "2 passed, 1 failed",
  ],
  ["a file without tests", "void it;", "0 passed, 1 failed"],
])(
  "%s",
  async (_, text, line) => {
    const { code, last } = await run(text);
    expect(last).toBe(line);
    expect(code).toBe(line.includes(" 0 failed") ? 0 : 1);
  },
  60_000,
);

it("a broken hook is a failure", async () => {
  const { code, last } = await run('beforeAll(() => { throw new Error("no"); }); it("a", () => {});');
  expect(last).toMatch(/ 1 failed/);
  expect(code).toBe(1);
}, 60_000);
