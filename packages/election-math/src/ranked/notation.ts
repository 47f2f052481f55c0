import type { PaperStack, Papers } from "./papers.ts";

/**
 * Papers as PrefLib writes orders: "12: 3,1,{2,4}" are twelve papers that rank the third candidate first, then the first, then
 * the second and fourth equal; "2: " are two blank ones.
 */
export const notationOf = ({ weights, starts, preferences }: Papers): ReadonlyArray<string> => {
  const names = new Map<number, string>();
  const nameOf = (candidate: number): string => {
    const known = names.get(candidate) ?? `${candidate + 1}`;
    names.set(candidate, known);
    return known;
  };
  return Array.from(weights, (weight, paper) => {
    let text = `${weight}: `;
    let isOpen = false;
    const end = starts[paper + 1] ?? 0;
    for (let i = starts[paper] ?? 0; i < end; i++) {
      const preference = preferences[i] ?? 0;
      if (preference < 0 && !isOpen) text += "{";
      text += nameOf(preference < 0 ? ~preference : preference);
      if (preference >= 0 && isOpen) text += "}";
      isOpen = preference < 0;
      if (i < end - 1) text += ",";
    }
    return text;
  });
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
