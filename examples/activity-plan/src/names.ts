/** What the organisation's units and offices are called, and texts made fit for a terminal. */
import { type Charter, nameOn, type Office, type Unit, type With } from "@verksam/domain/organisation";
import type { Label } from "@verksam/domain/plan";
import type { Day, Instant } from "@verksam/kernel";

export interface Organisation {
  readonly charter: Charter | undefined;
  readonly units: ReadonlyArray<With<Unit>>;
  readonly offices: ReadonlyArray<With<Office>>;
}

/** What units and offices are called on a day, as known at an instant. */
export const referencesOf = (
  { charter, units, offices }: Organisation,
  asOf: { readonly on: Day; readonly knownAt: Instant },
): ReadonlyMap<string, Label> =>
  new Map<string, Label>([
    ...units.map(({ id, state }) => [id, nameOn(state, asOf) ?? id] as const),
    ...offices.map(({ id, state }) => [id, titleOf(state, charter)] as const),
  ]);

/** An office's own title is in the organisation's language; in English it is called what its kind is. */
const titleOf = ({ title, kind }: Office, charter: Charter | undefined): Label => {
  const en = charter?.officeKinds.find(({ code }) => code === kind)?.title.en;
  return en === undefined ? title : { sv: title, en };
};

const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The label on one line, without anything that could steer a terminal. */
export const inLanguage = (label: Label, language: "sv" | "en"): string =>
  (typeof label === "string" ? label : label[language]).replace(/\s+/g, " ").replace(control, "");
