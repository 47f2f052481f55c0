/** Comparing values as a reader would: equal by content, and where not, told line by line. */
import * as Equal from "effect/Equal";

/** Something was not as expected. Test runners show `actual` and `expected`; the message has them line by line too. */
export class Unexpected extends Error {
  override readonly name = "AssertionError";
  readonly actual: unknown;
  readonly expected: unknown;
  constructor(what: string, actual: unknown, expected: unknown) {
    super(`${what}\n${linesOf(actual, expected).join("\n")}`);
    this.actual = actual;
    this.expected = expected;
  }
}

/** Throws `Unexpected` unless both have the same content; the order of an object's fields does not matter. */
export const assertEqual = (what: string, actual: unknown, expected: unknown): void => {
  if (!Equal.equals(actual, expected)) throw new Unexpected(what, actual, expected);
};

/** Throws `Unexpected` unless it holds. */
export const assertThat = (what: string, holds: boolean): void => {
  if (!holds) throw new Unexpected(what, holds, true);
};

/** What stands only in the actual value marked `+`, only in the expected `-`. Beyond 400 lines both are told whole. */
const linesOf = (actual: unknown, expected: unknown): ReadonlyArray<string> => {
  const [was, should] = [textOf(actual).split("\n"), textOf(expected).split("\n")];
  const kept = was.length * should.length > 160_000 ? [] : common(was, should);
  const lines: Array<string> = [];
  let [a, b] = [0, 0];
  for (const same of [...kept, undefined]) {
    while (b < should.length && should[b] !== same) lines.push(`- ${should[b++]}`);
    while (a < was.length && was[a] !== same) lines.push(`+ ${was[a++]}`);
    if (same !== undefined) lines.push(`  ${same}`);
    a++;
    b++;
  }
  return lines;
};

/** The longest sequence of lines that both have. */
const common = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> => {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  for (let a = one.length - 1; a >= 0; a--)
    for (let b = other.length - 1; b >= 0; b--) {
      const row = lengths[a];
      if (row !== undefined)
        row[b] = one[a] === other[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const kept: Array<string> = [];
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const line = one[a];
    if (line !== undefined && line === other[b]) {
      kept.push(line);
      a++;
      b++;
    } else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return kept;
};

const textOf = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, part: unknown) => {
      if (part === undefined) return "undefined";
      if (typeof part === "bigint") return `${part}n`;
      if (Object.is(part, -0)) return "-0";
      if (part instanceof Error) return { ...part, message: part.message };
      if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    2,
  );
