import type { Fraction } from "../../exact/fraction.ts";

/** How a party's seats become persons in one kind of public election; VL is the Elections Act (2005:837). */
export interface PersonRules {
  /** The share of the party's votes in the constituency with which personal votes decide; the bar itself is enough. */
  readonly share: Fraction;
  /** The fewest personal votes that decide, whatever the share. */
  readonly least: number;
  /** For each member as many as the party has seats in the constituency, or a share that the council has decided. */
  readonly substitutes: "likeSeats" | "shareOfSeats";
  readonly law: {
    readonly personalVotes: string;
    readonly personalPlace: string;
    readonly orderPlace: string;
    readonly substitutes: string;
  };
}

const riksdag: PersonRules = {
  share: { n: 5n, d: 100n },
  least: 1,
  substitutes: "likeSeats",
  law: {
    personalVotes: "VL 14:9",
    personalPlace: "VL 14:9",
    orderPlace: "VL 14:10",
    substitutes: "VL 14:14",
  },
};

const other: PersonRules = {
  ...riksdag,
  law: { ...riksdag.law, personalVotes: "VL 14:13", substitutes: "VL 14:15" },
};

/**
 * The rules this package knows, each with its version: the year of the first election by them. That the bar was 8 % in
 * elections to the Riksdag from 1998 to 2010, and is 5 % since, is told by the authorities; the section was not read.
 */
export const personRules = {
  "se.persons.riksdag@2014": riksdag,
  "se.persons.riksdag@1998": { ...riksdag, share: { n: 8n, d: 100n } },
  "se.persons.region@2006": { ...other, least: 100 },
  "se.persons.municipality@2006": {
    ...other,
    least: 50,
    substitutes: "shareOfSeats",
    law: { ...other.law, substitutes: "VL 14:16" },
  },
  "se.persons.eu@2009": other,
} as const satisfies Readonly<Record<string, PersonRules>>;

export type PersonRulesId = keyof typeof personRules;

export const isPersonRules = (id: unknown): id is PersonRulesId =>
  typeof id === "string" && Object.hasOwn(personRules, id);
