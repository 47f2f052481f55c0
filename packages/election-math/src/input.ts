/** One problem of an input: the path to the field and what is wrong with its value. */
export interface Problem {
  readonly field: string;
  readonly problem: string;
}

/** How many problems a message tells; `problems` has them all. */
const mostTold = 5;

/** The input cannot be counted; names every field and the problem of its value, never the value. Nothing was counted. */
export class InvalidInput extends Error {
  readonly _tag = "InvalidInput";
  readonly problems: ReadonlyArray<Problem>;
  constructor(problems: ReadonlyArray<Problem>) {
    const told = problems.slice(0, mostTold).map(({ field, problem }) => `${field}: ${problem}`);
    const more = problems.length - told.length;
    super([...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; "));
    this.name = "InvalidInput";
    this.problems = problems;
  }
}

/** Collects what is wrong with an input, so that all of it is told at once. */
export class Checks {
  readonly #problems: Array<Problem> = [];

  problem(field: string, problem: string): void {
    this.#problems.push({ field, problem });
  }

  /** A whole number from `least`, exact as a JavaScript number; 0 where it is not. */
  whole(value: unknown, field: string, least: number): number {
    if (typeof value !== "number" || !Number.isInteger(value)) this.problem(field, "not a whole number");
    else if (value < least) this.problem(field, least === 0 ? "below 0" : `below ${least}`);
    else if (value > Number.MAX_SAFE_INTEGER) this.problem(field, "above 2^53 - 1");
    else return value;
    return 0;
  }

  /** Text that is not empty; the empty text where it is not. */
  text(value: unknown, field: string): string {
    if (typeof value === "string" && value !== "") return value;
    this.problem(field, value === "" ? "empty" : "not a text");
    return "";
  }

  /** An object that is not a list; an empty one where it is not. */
  object(value: unknown, field: string): Readonly<Record<string, unknown>> {
    // any object that is not a list can be read by its keys
    if (isObject(value)) return value;
    this.problem(field, "not an object");
    return {};
  }

  list(value: unknown, field: string): ReadonlyArray<unknown> {
    if (Array.isArray(value)) return value;
    this.problem(field, "not a list");
    return [];
  }

  /** Throws `InvalidInput` where anything was wrong so far. */
  done(): void {
    if (this.#problems.length > 0) throw new InvalidInput(this.#problems);
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By code unit, so that it is the same order on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
