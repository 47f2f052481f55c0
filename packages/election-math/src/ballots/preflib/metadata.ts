import { MalformedFile } from "../malformed-file.ts";
import { isPreflibKind, type PreflibKind } from "./kind.ts";

/** What a PrefLib file says of itself before its first order. */
export interface Declared {
  readonly title: string;
  readonly kind: PreflibKind;
  readonly names: ReadonlyArray<string>;
  readonly voters: bigint;
  readonly orders: number;
}

const metadata = /^#[ \t]*([^:]*?)[ \t]*:(.*)$/su;
const nameOf = /^ALTERNATIVE NAME ([1-9]\d{0,14})$/;

/** The metadata that a reader needs, how each is written, and what is wrong with any other. */
const needed: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ["DATA TYPE", [/^(?:soc|soi|toc|toi)$/, "not one of: soc, soi, toc, toi"]],
  ["NUMBER ALTERNATIVES", [/^[1-9]\d{0,14}$/, "not a number of alternatives"]],
  ["NUMBER VOTERS", [/^\d{1,30}$/, "not a number of voters"]],
  ["NUMBER UNIQUE ORDERS", [/^\d{1,15}$/, "not a number of orders"]],
]);

/** Collects the lines of metadata. */
export class Metadata {
  readonly #values = new Map<string, string>();

  /** False for a line that is none of those read here, and so says nothing. */
  take(text: string, line: number): boolean {
    const [, key = "", rest = ""] = metadata.exec(text) ?? [];
    const alternative = nameOf.exec(key)?.[1];
    const [form, problem = ""] = needed.get(key) ?? [];
    if (key !== "TITLE" && alternative === undefined && form === undefined) return false;
    if (this.#values.has(key)) throw new MalformedFile("preflib", line, 1, "metadata that stood before");
    const value = rest.trim();
    if (form?.test(value) === false)
      throw new MalformedFile("preflib", line, text.length - rest.trimStart().length + 1, problem);
    if (alternative !== undefined && Number(alternative) > this.#number("NUMBER ALTERNATIVES"))
      throw new MalformedFile("preflib", line, 1, "a name beyond the number of alternatives declared before");
    this.#values.set(key, value);
    return true;
  }

  /** All of it, where the first order stands; throws `MalformedFile` where something is missing. */
  declared(line: number, column: number): Declared {
    const kind = this.#values.get("DATA TYPE");
    const missing = this.#missing();
    if (missing !== undefined || !isPreflibKind(kind))
      throw new MalformedFile("preflib", line, column, `metadata missing before here: ${missing}`);
    return {
      title: this.#values.get("TITLE") ?? "",
      kind,
      names: Array.from(
        { length: this.#number("NUMBER ALTERNATIVES") },
        (_, index) => this.#values.get(`ALTERNATIVE NAME ${index + 1}`) ?? "",
      ),
      voters: BigInt(this.#values.get("NUMBER VOTERS") ?? 0),
      orders: this.#number("NUMBER UNIQUE ORDERS"),
    };
  }

  #missing(): string | undefined {
    for (const key of needed.keys()) if (!this.#values.has(key)) return key;
    for (let number = 1; number <= this.#number("NUMBER ALTERNATIVES"); number++)
      if (!this.#values.has(`ALTERNATIVE NAME ${number}`)) return `ALTERNATIVE NAME ${number}`;
    return undefined;
  }

  #number(key: string): number {
    return Number(this.#values.get(key) ?? 0);
  }
}
