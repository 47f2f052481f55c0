/** What codes and ids are called: the plan's own titles, and the organisation's names on a day. */
import { type Charter, nameOn, type Office, type Unit, type With } from "@verksam/domain/organisation";
import type { Label, Names, Plan } from "@verksam/domain/plan";
import type { Day, Instant } from "@verksam/kernel";

export interface Organisation {
  readonly charter: Charter | undefined;
  readonly units: ReadonlyArray<With<Unit>>;
  readonly offices: ReadonlyArray<With<Office>>;
}

export const namesOf = (
  plan: Plan,
  { charter, units, offices }: Organisation,
  asOf: { readonly on: Day; readonly knownAt: Instant },
): Names => {
  const kinds = titles(plan.kinds);
  return {
    kinds,
    populations: titles(plan.populations),
    observances: titles(plan.observances),
    measures: kinds,
    references: new Map<string, Label>([
      ...titles(plan.subjects),
      ...units.map(({ id, state }) => [id, nameOn(state, asOf) ?? id] as const),
      ...offices.map(({ id, state }) => [id, titleOf(state, charter)] as const),
    ]),
  };
};

const titles = (
  declared: ReadonlyArray<{ readonly code: string; readonly title: Label }>,
): ReadonlyMap<string, Label> => new Map(declared.map(({ code, title }) => [code, title]));

/** An office's own title is in the organisation's language; in English it is called what its kind is. */
const titleOf = ({ title, kind }: Office, charter: Charter | undefined): Label => {
  const en = charter?.officeKinds.find(({ code }) => code === kind)?.title.en;
  return en === undefined ? title : { sv: title, en };
};

/** The name of a reference, or the reference itself. */
export const called = (names: Names, reference: string): Label =>
  names.references.get(reference) ?? reference;

/** Names one after another, in each language. */
export const together = (names: Names, references: ReadonlyArray<string>): Label => {
  const labels = references.map((reference) => called(names, reference));
  const told = (language: "sv" | "en") => labels.map((label) => inLanguage(label, language)).join(", ");
  return { sv: told("sv"), en: told("en") };
};

const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The label on one line, without anything that could steer a terminal. */
export const inLanguage = (label: Label, language: "sv" | "en"): string =>
  (typeof label === "string" ? label : label[language]).replace(/\s+/g, " ").replace(control, "");
