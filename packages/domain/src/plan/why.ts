/** A status and its explanation, for machines: sentences for people come from a catalogue. */
import type { Day, Span } from "@verksam/kernel";
import type { Counted, Decision } from "./facts.ts";
import type { Comparison, Of } from "./rule.ts";

/** Every status a commitment can have, in the order people read them. */
export type StatusName = "met" | "onTheWay" | "late" | "notMet" | "noEvidence" | "unknown" | "notApplicable";

/** Where a commitment stands on a day, and why. */
export interface Status<W extends Why = Why> {
  readonly status: StatusName;
  /** The last day on which it can be met: the rule's `by`, or the plan's last day. */
  readonly deadline: Day;
  readonly why: W;
  /** The evidence that counted, by day and then in the order given. */
  readonly evidence: ReadonlyArray<Counted>;
  /** What is not done yet: members, subjects, stages, goals, or occasions as `observance/day`; each once. */
  readonly missing: ReadonlyArray<string>;
}

/** Why a status is what it is: the rule's own figures, by the name of the rule. */
export type Why =
  | CountWhy
  | CoverageWhy
  | BaselineWhy
  | MilestoneWhy
  | StandingWhy
  | EachWhy
  | ObservanceWhy
  | OutcomeWhy
  | AllWhy
  | NotInForceWhy;

export interface CountWhy {
  readonly rule: "count";
  readonly of: string;
  readonly needed: number;
  readonly counted: number;
  /** The first day whose evidence counts. */
  readonly from: Day;
}

export interface CoverageWhy {
  readonly rule: "coverage";
  readonly population: string;
  readonly obligation: string;
  readonly share: Of<"coverage">["share"];
  readonly every?: Span;
  /** The day of the population: the earlier of the day asked about, the deadline and the plan's last day. */
  readonly asOf: Day;
  /** How many belong to the population; absent where no member of it was ever recorded. */
  readonly size?: number;
  /** How many must be covered for the share. */
  readonly needed: number;
  readonly covered: ReadonlyArray<string>;
  readonly missing: ReadonlyArray<string>;
  readonly excused: ReadonlyArray<{ readonly member: string; readonly from: Day; readonly reason: string }>;
}

export interface BaselineWhy {
  readonly rule: "baseline";
  readonly of: string;
  readonly take: "sum" | "distinct";
  readonly value: number;
  /** Absent where nobody recorded what to compare with. */
  readonly baseline?: number;
}

export interface MilestoneWhy {
  readonly rule: "milestone";
  readonly stages: ReadonlyArray<{
    readonly name: string;
    readonly by?: Day;
    readonly reached?: Day;
    /** Days after `by`, until the stage was reached or else until the day asked about; 0 where in time. */
    readonly lateBy: number;
  }>;
}

/** How fresh the latest evidence is. */
export interface Freshness {
  readonly last?: Day;
  /** The first day on which it was overdue. */
  readonly dueSince?: Day;
  /** Days overdue on the day asked about, or on the plan's last day if that is earlier; `dueSince` is the first. */
  readonly lateBy: number;
}

export interface StandingWhy extends Freshness {
  readonly rule: "standing";
  readonly of: string;
  readonly every: Span;
  /** Each subject of the rule's `about`, judged by itself; empty where the rule has none. */
  readonly subjects: ReadonlyArray<{ readonly subject: string; readonly status: StatusName } & Freshness>;
}

export interface EachWhy {
  readonly rule: "each";
  readonly of: string;
  readonly then: string;
  readonly within: Span;
  readonly items: ReadonlyArray<{
    readonly id: string;
    readonly subject?: string;
    readonly on: Day;
    /** The last day in time. */
    readonly due: Day;
    readonly answered?: Day;
    /** Days after `due`, until it was answered or else until the day asked about; 0 where in time. */
    readonly lateBy: number;
  }>;
}

export interface ObservanceWhy {
  readonly rule: "observance";
  /** Those of the plan's period by day, then the years whose days nobody has set though the year is over. */
  readonly occurrences: ReadonlyArray<
    { readonly observance: string } & (
      | { readonly state: "marked" | "notHeld" | "open" | "late" | "ahead"; readonly on: Day }
      | { readonly state: "unknown"; readonly year: number }
    )
  >;
}

export interface OutcomeWhy {
  readonly rule: "outcome";
  readonly goals: ReadonlyArray<
    {
      /** Absent where nothing is recorded. */
      readonly reached?: boolean;
      /** The day of the measure or the verdict. */
      readonly on?: Day;
    } & (
      | { readonly judged: string }
      | {
          readonly measure: string;
          readonly op: Comparison;
          readonly target: number;
          readonly value?: number;
        }
    )
  >;
}

export interface AllWhy {
  readonly rule: "all";
  readonly parts: ReadonlyArray<Status>;
}

/** The commitment does not hold on the day. */
export interface NotInForceWhy {
  readonly rule: "notInForce";
  readonly because: "notYetMade" | "dropped";
  /** What dropped it, or will make it; absent where no decision is known. */
  readonly decision?: Decision;
}
