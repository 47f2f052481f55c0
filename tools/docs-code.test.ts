import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { atItsLine, codeBlocks, documented } from "./code-blocks.ts";

const folder = ".cache/docs-code"; // inside the checkout, so that packages are found by name
const blocks = documented(["README.md", "docs/**/*.md", "packages/*/README.md", "CONTRIBUTING.md"]).map(
  (block) => ({
    ...block,
    file: join(folder, `${block.page.replaceAll("/", "--")}-${block.line}.ts`),
  }),
);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const block of blocks) writeFileSync(block.file, atItsLine(block));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"], exclude: [] }),
  );
});

it("the README shows code", () => {
  expect(blocks.filter(({ page }) => page === "README.md")).not.toEqual([]);
});

it("all documented code type-checks", () => {
  const { stdout, status } = spawnSync("tsc", ["-p", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
}, 60_000);

describe("documented code runs", () => {
  it.concurrent.each(blocks.filter(({ runs }) => runs))(
    "$page:$line",
    async ({ file }) => {
      await promisify(execFile)("node", ["--conditions=@verksam/source", file], { timeout: 50_000 });
    },
    60_000,
  );
});

describe("a code block", () => {
  const page = "# Title\n\n```ts\nconst a = 1\n```\n\n```js\nskipped\n```\n\n```ts no-run\nserve()\n```\n";

  it("is a `ts` fence, which runs unless it says otherwise", () => {
    expect(codeBlocks("page.md", page)).toEqual([
      { page: "page.md", line: 4, code: "const a = 1\n", runs: true },
      { page: "page.md", line: 12, code: "serve()\n", runs: false },
    ]);
  });

  it("keeps the line numbers of its page", () => {
    const [, second] = codeBlocks("page.md", page);
    expect(second && atItsLine(second).split("\n")[11]).toBe("serve()");
  });
});
