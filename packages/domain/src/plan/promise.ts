/** The state of a commitment: its promise as decided last, every decision about it, and what was recorded of it. */
import { child, Day, Id, personal, type Recorded, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { OfficeId, UnitId } from "../shared/ids.ts";
import { Code, Words } from "./declared.ts";
import { entered, entry } from "./entry.ts";
import { DatedRule } from "./rule.ts";

/** Who answers for a commitment: a unit or an office, never a name. */
export const Owner = Schema.Union([Schema.Struct({ unit: UnitId }), Schema.Struct({ office: OfficeId })]);
export type Owner = typeof Owner.Type;

/** What is promised, in which area of the plan, by whom, and the rule it is judged by. */
export const promise = { area: Code, owner: Owner, text: Words, rule: DatedRule };

export const reached = { stage: Code, on: Day, unit: UnitId };
export const judged = { judged: Code, reached: Schema.Boolean, on: Day };
export const measured = { measure: Code, value: Schema.Finite, on: Day };
export const excused = { member: Id, from: Day };

const office = Schema.NullOr(OfficeId);
const reason = personal("personal", Schema.String);

export const state = { plan: Id, code: Code, body: UnitId, droppedFrom: Schema.NullOr(Day), ...promise };
export const children = {
  /** Each with the whole promise as it was from that day on. */
  decisions: child("id", {
    ...entry,
    kind: Schema.Literals(["made", "changed", "moved", "dropped", "restored"]),
    from: Day,
    office,
    reason,
    ...promise,
  }),
  stages: child("id", { ...entry, ...reached, office }),
  baselines: child("id", { ...entry, value: Schema.Finite, office, reason }),
  verdicts: child("id", { ...entry, ...judged, office, reason }),
  measurements: child("id", { ...entry, ...measured, office, reason }),
  excuses: child("id", { ...entry, ...excused, office, reason }),
};
export type CommitmentState = StateOf<typeof state, typeof children>;
export type Decided = CommitmentState["decisions"][number];

/** A new entry with the office and the reason it was made with. */
export const made = (recorded: Recorded) => ({
  ...entered(recorded),
  office: recorded.office,
  reason: recorded.reason,
});

/** The state with its promise entered as a decision. */
export const decided = (
  state: CommitmentState,
  kind: Decided["kind"],
  recorded: Recorded,
): CommitmentState => {
  const { area, owner, text, rule } = state;
  const fresh = { ...made(recorded), kind, from: recorded.effective, area, owner, text, rule };
  return { ...state, decisions: [...state.decisions, fresh] };
};
