/** Vitest reporter: the last line of the output is `N passed, N failed[, N skipped]`, and nothing else. */
import { writeSync } from "node:fs";
import process from "node:process";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Counts tests; a file that does not load, a broken hook, a late error and an empty run are failures too. */
export const closingLine = (
  modules: ReadonlyArray<TestModule>,
  unhandled: ReadonlyArray<SerializedError>,
): string => {
  const count = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    count.failed += module.errors().length;
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      count[state === "pending" ? "skipped" : state]++;
    }
  }
  if (count.passed + count.failed + count.skipped === 0) count.failed = 1;
  const { passed, failed, skipped } = count;
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
};

export default class ClosingLine implements Reporter {
  #line = "0 passed, 1 failed"; // stands if the run dies before it ends

  onInit(): void {
    // on exit, so that it comes after coverage tables and summaries
    process.once("exit", () => writeSync(1, `\n${this.#line}\n`));
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>): void {
    this.#line = closingLine(modules, unhandled);
  }
}
