/** The words of the terminal and the page that are not the library's. */
import type { Language } from "@verksam/election-math/record";
import type { ElectionAbout, ElectionRulesId } from "@verksam/election-math/seats";
import { english } from "./english.ts";
import { swedish } from "./swedish.ts";

export interface Words {
  readonly kicker: string;
  readonly titles: Readonly<Record<ElectionRulesId, string>>;
  readonly lead: (seats: string, constituencies: number, votes: string) => string;
  readonly headings: Readonly<
    Record<"seats" | "parties" | "constituencies" | "fragile" | "scenarios" | "count" | "check", string>
  >;
  readonly columns: Readonly<
    Record<
      | "party"
      | "votes"
      | "share"
      | "fixed"
      | "adjustment"
      | "seats"
      | "constituency"
      | "has"
      | "more"
      | "fewer"
      | "where",
      string
    >
  >;
  readonly all: string;
  readonly rest: (parties: number | undefined) => string;
  readonly belowBar: string;
  readonly captions: Readonly<Record<"parties" | "constituencies", string>>;
  readonly shared: (seats: string, parties: number, largest: string) => string;
  readonly fragile: {
    readonly titles: Readonly<Record<"fewer" | "more" | "fewerHere" | "moreHere", string>>;
    readonly note: (isDivided: boolean) => string;
    readonly anywhere: string;
    readonly where: (name: string, others: number) => string;
  };
  readonly notes: {
    readonly returned: (party: string, constituency: string) => string;
    readonly reassigned: (party: string, constituency: string) => string;
    readonly kept: (party: string, constituency: string) => string;
    readonly setAside: (party: string, fixed: number, seats: number) => string;
    readonly lot: (among: string, drawn: string, by: string, how: string) => string;
  };
  readonly and: string;
  readonly lot: {
    readonly title: string;
    readonly equal: (among: string, about: string) => string;
    readonly about: (about: ElectionAbout, constituency: (id: string) => string) => string;
    readonly handIn: string;
    readonly again: (file: string) => string;
    readonly nothing: string;
  };
  readonly check: {
    readonly seal: string;
    readonly how: string;
    readonly files: (files: string) => string;
  };
  readonly footer: string;
  readonly look: string;
  readonly files: Readonly<Record<"html" | "record" | "coverage" | "json", string>>;
}

export const wordsIn: Readonly<Record<Language, Words>> = { sv: swedish, en: english };

/** "A, B och C". */
export const listed = (items: ReadonlyArray<string>, and: string): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;
