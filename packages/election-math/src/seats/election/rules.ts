import type { Fraction } from "../../exact/fraction.ts";

/** The statute behind each kind of step: VL is the Elections Act (2005:837), RF the Instrument of Government. */
export interface Laws {
  readonly threshold: string;
  readonly fixedSeat: string;
  readonly wholeSeat: string;
  readonly returned: string;
  readonly reassigned: string;
  readonly setAside: string;
  readonly adjustmentSeat: string;
}

/** How votes become seats in one kind of public election. */
export interface ElectionRules {
  /** Divides the votes of a party without a seat; after it come 3, 5, 7 … */
  readonly firstDivisor: Fraction;
  /** The share of all valid votes with which a party takes part everywhere. */
  readonly threshold: (isDivided: boolean) => Fraction;
  /** The share in one constituency with which a party takes part in its fixed seats. */
  readonly localThreshold?: Fraction;
  /** What becomes of a party with more fixed seats than its share of all seats. */
  readonly surplus: "returned" | "setAside";
  /** No seat is returned in a constituency with fewer fixed seats. */
  readonly returnsFrom: number;
  /** How many constituencies there may be: several, one in which every seat is then fixed, or either. */
  readonly constituencies: "several" | "one" | "either";
  readonly law: Laws;
}

const percent = (n: bigint): Fraction => ({ n, d: 100n });
const sixFifths: Fraction = { n: 6n, d: 5n };
const sevenFifths: Fraction = { n: 7n, d: 5n };

const riksdag: ElectionRules = {
  firstDivisor: sixFifths,
  threshold: () => percent(4n),
  localThreshold: percent(12n),
  surplus: "returned",
  returnsFrom: 3,
  constituencies: "several",
  law: {
    threshold: "RF 3:7",
    fixedSeat: "VL 14:3",
    wholeSeat: "VL 14:4",
    returned: "VL 14:4 a",
    reassigned: "VL 14:4 b",
    setAside: "VL 14:5",
    adjustmentSeat: "VL 14:5",
  },
};

const region: ElectionRules = {
  firstDivisor: sixFifths,
  threshold: () => percent(3n),
  surplus: "returned",
  returnsFrom: 3,
  constituencies: "either",
  law: {
    // "VL 14" alone: which section of the chapter says it was not verified
    threshold: "VL 14",
    fixedSeat: "VL 14:7",
    wholeSeat: "VL 14:8",
    returned: "VL 14:8",
    reassigned: "VL 14:8",
    setAside: "VL 14:8",
    adjustmentSeat: "VL 14:8",
  },
};

/** The rules this package knows, each with its version: the year it was first counted by, or for `se.eu` the act's. */
export const electionRules = {
  "se.riksdag@2018": riksdag,
  "se.riksdag@1998": { ...riksdag, firstDivisor: sevenFifths, surplus: "setAside" },
  "se.region@2018": region,
  "se.municipality@2018": { ...region, threshold: (isDivided) => percent(isDivided ? 3n : 2n) },
  "se.eu@2014": {
    ...riksdag,
    constituencies: "one",
    law: { ...riksdag.law, threshold: "VL 14", fixedSeat: "VL 14" },
  },
} as const satisfies Readonly<Record<string, ElectionRules>>;

export type ElectionRulesId = keyof typeof electionRules;

export const isElectionRules = (id: unknown): id is ElectionRulesId =>
  typeof id === "string" && Object.hasOwn(electionRules, id);
