/** The TypeScript a page of documentation shows: each fenced `ts` block is a program of its own. */
import { globSync, readFileSync } from "node:fs";

export interface CodeBlock {
  readonly page: string;
  /** Where its code begins in the page, from 1. */
  readonly line: number;
  readonly code: string;
  /** False where the fence says `ts no-run`. */
  readonly runs: boolean;
}

const fence = /^```ts(?<mark> no-run)?\n(?<code>.*?)^```$/gms;

export const codeBlocks = (page: string, text: string): ReadonlyArray<CodeBlock> =>
  [...text.matchAll(fence)].map(({ index, groups }) => ({
    page,
    line: text.slice(0, index).split("\n").length + 1,
    code: groups?.code ?? "",
    runs: groups?.mark === undefined,
  }));

/** The block with its page's line numbers, so that an error names the line of the page. */
export const atItsLine = ({ line, code }: CodeBlock): string => `${"\n".repeat(line - 1)}${code}export {};\n`;

export const documented = (pages: string | ReadonlyArray<string>): ReadonlyArray<CodeBlock> =>
  globSync([pages].flat(), { exclude: ["**/node_modules"] })
    .sort()
    .flatMap((page) => codeBlocks(page, readFileSync(page, "utf8")));
