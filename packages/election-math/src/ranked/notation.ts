import { candidateAt, type PaperStack, type Papers, wider } from "./papers.ts";

/** Text of which every character is one byte. */
class AsciiText {
  #bytes = new Uint8Array(4096);
  length = 0;

  add(text: string): void {
    while (this.length + text.length > this.#bytes.length) this.#bytes = wider(this.#bytes);
    for (let i = 0; i < text.length; i++) this.#bytes[this.length++] = text.charCodeAt(i);
  }

  toString(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.length));
  }
}

/**
 * Papers as PrefLib writes orders: "12: 3,1,{2,4}" are twelve papers that rank the third candidate first, then the first, then
 * the second and fourth equal; "2: " are two blank ones.
 */
export const notationOf = ({ weights, starts, preferences }: Papers): ReadonlyArray<string> => {
  // one text that is cut into lines: a hundred thousand of them joined of pieces are slow to make and slow to read
  const text = new AsciiText();
  const ends = Array.from(weights, (weight, paper) => {
    text.add(`${weight}`);
    text.add(": ");
    let isOpen = false;
    const end = starts[paper + 1] ?? 0;
    for (let i = starts[paper] ?? 0; i < end; i++) {
      const preference = preferences[i] ?? 0;
      if (preference < 0 && !isOpen) text.add("{");
      text.add(`${candidateAt(preference) + 1}`);
      if (preference >= 0 && isOpen) text.add("}");
      isOpen = preference < 0;
      if (i < end - 1) text.add(",");
    }
    return text.length;
  });
  const lines = text.toString();
  return ends.map((end, paper) => lines.slice(ends[paper - 1] ?? 0, end));
};

const line = /^(\d{1,16}): ((?:\d+|\{\d+(?:,\d+)+\})(?:,(?:\d+|\{\d+(?:,\d+)+\}))*)?$/;

/** A paper of the notation onto the stack; what is wrong with it, or nothing. */
export const stackNotation = (text: string, candidates: number, stack: PaperStack): string | undefined => {
  const match = line.exec(text);
  if (match === null) return "not a paper";
  const [, weight = "", order = ""] = match;
  const seen = new Set<number>();
  const preferences: Array<number> = [];
  for (const [token, inner] of order.matchAll(/\{([\d,]+)\}|\d+/g)) {
    const group = (inner ?? token).split(",").map((number) => Number(number) - 1);
    for (const [index, candidate] of group.entries()) {
      if (candidate < 0 || candidate >= candidates) return "a candidate that does not stand";
      if (seen.has(candidate)) return "a candidate twice";
      seen.add(candidate);
      preferences.push(index < group.length - 1 ? ~candidate : candidate);
    }
  }
  if (Number(weight) < 1 || !Number.isSafeInteger(Number(weight)))
    return "a weight that is not a whole number from 1";
  for (const preference of preferences) stack.prefer(preference);
  stack.end(Number(weight));
  return undefined;
};
