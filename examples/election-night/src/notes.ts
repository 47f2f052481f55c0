/** What was out of the ordinary in a count: seats returned or kept, parties set aside, lots drawn. */
import type { ElectionRecord } from "@verksam/election-math/seats";
import { listed, type Words } from "./words.ts";

export const notesOf = (
  { steps }: ElectionRecord,
  nameOf: (constituency: string) => string,
  { notes, and }: Words,
): ReadonlyArray<string> =>
  steps.flatMap((step) => {
    switch (step.kind) {
      case "returned":
        return [notes.returned(step.from, nameOf(step.constituency))];
      case "reassigned":
        return [notes.reassigned(step.to, nameOf(step.constituency))];
      case "kept":
        return [notes.kept(step.party, nameOf(step.constituency))];
      case "setAside":
        return [notes.setAside(step.party, step.fixed, step.seats)];
      case "lot": {
        const name = isAmongConstituencies(step.about) ? nameOf : (party: string) => party;
        return [notes.lot(listed(step.among.map(name), and), name(step.drawn), step.by, step.how)];
      }
      default:
        return [];
    }
  });

/** A lot that tells a party's constituencies apart, not parties. */
export const isAmongConstituencies = (about: object): boolean => "party" in about;
