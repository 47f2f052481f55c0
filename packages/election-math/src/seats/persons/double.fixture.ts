import type { DoubleElections, Seated } from "./double-input.ts";

/** So many ballots with those names, a letter each. */
export const pile = (votes: number, names: string) => ({ names: [...names], votes });

export const seated = (
  candidate: string,
  number: string,
  ...counted: ReadonlyArray<ReturnType<typeof pile>>
): Seated => ({ candidate, by: "order", number, counted });

/** The elected of each constituency by its id. */
export const party = (
  constituencies: Readonly<Record<string, ReadonlyArray<Seated>>>,
  unavailable?: ReadonlyArray<string>,
): DoubleElections => ({
  rules: "se.persons.riksdag@2014",
  constituencies: Object.entries(constituencies).map(([id, elected]) => ({ id, elected })),
  unavailable,
});
