/** Why the area's commands are refused. None carries personal data. */
import { Day, Id, Instant } from "@verksam/kernel";
import * as Schema from "effect/Schema";

/** Names what the plan does not declare: every such reference at once. */
export class UndeclaredReference extends Schema.TaggedError<UndeclaredReference>()("UndeclaredReference", {
  references: Schema.Array(
    Schema.Struct({
      kind: Schema.Literals(["area", "kind", "population", "observance", "day"]),
      code: Schema.String,
    }),
  ),
}) {
  override get message() {
    return `the plan does not declare ${this.references.map(({ kind, code }) => `${kind} ${code}`).join(", ")}`;
  }
}

/** These codes are declared twice. */
export class DeclaredTwice extends Schema.TaggedError<DeclaredTwice>()("DeclaredTwice", {
  codes: Schema.Array(Schema.String),
}) {}

/** What these declared observances and populations mean may not change while rules and records name them: declare new ones. */
export class MeaningChanged extends Schema.TaggedError<MeaningChanged>()("MeaningChanged", {
  codes: Schema.Array(Schema.String),
}) {}

/** The plan would end before it begins. */
export class PeriodReversed extends Schema.TaggedError<PeriodReversed>()("PeriodReversed", {
  from: Day,
  to: Day,
}) {}

/** There is no such plan; what belongs to a plan has an id of the form `plan:code`. */
export class UnknownPlan extends Schema.TaggedError<UnknownPlan>()("UnknownPlan", { plan: Schema.String }) {}

/** The plan has no such commitment. */
export class UnknownCommitment extends Schema.TaggedError<UnknownCommitment>()("UnknownCommitment", {
  commitment: Id,
}) {}

/** A decision that takes effect on a later day is recorded already. */
export class LaterDecision extends Schema.TaggedError<LaterDecision>()("LaterDecision", { from: Day }) {}

/** The commitment was dropped. */
export class CommitmentDropped extends Schema.TaggedError<CommitmentDropped>()("CommitmentDropped", {
  from: Day,
}) {}

/** The commitment was not dropped. */
export class NotDropped extends Schema.TaggedError<NotDropped>()("NotDropped", {}) {}

/** The rule has no deadline of this description, or several. */
export class DeadlineUnclear extends Schema.TaggedError<DeadlineUnclear>()("DeadlineUnclear", {
  matches: Schema.Int,
}) {}

/** The rule of the commitment does not ask for this. */
export class NotAsked extends Schema.TaggedError<NotAsked>()("NotAsked", {
  what: Schema.Literals(["evidence", "stage", "baseline", "verdict", "measure", "excuse"]),
  code: Schema.NullOr(Schema.String),
}) {}

/** The stage is reached already. */
export class StageReachedAlready extends Schema.TaggedError<StageReachedAlready>()("StageReachedAlready", {
  stage: Schema.String,
  on: Day,
}) {}

/** The member is excused already from that day or an earlier one. */
export class ExcusedAlready extends Schema.TaggedError<ExcusedAlready>()("ExcusedAlready", {
  member: Id,
  from: Day,
}) {}

/** Evidence is of what has happened: it cannot lie in the future. */
export class EvidenceInFuture extends Schema.TaggedError<EvidenceInFuture>()("EvidenceInFuture", {
  on: Day,
  today: Day,
}) {}

/** It was withdrawn already. */
export class AlreadyWithdrawn extends Schema.TaggedError<AlreadyWithdrawn>()("AlreadyWithdrawn", {
  at: Instant,
}) {}

/** No such entry stands. */
export class NoSuchEntry extends Schema.TaggedError<NoSuchEntry>()("NoSuchEntry", { entry: Schema.String }) {}

/** The population is counted from the units of a kind: it has no list. */
export class NotAList extends Schema.TaggedError<NotAList>()("NotAList", { population: Schema.String }) {}

/** The member belongs to the population on a day of that period already. */
export class AlreadyMember extends Schema.TaggedError<AlreadyMember>()("AlreadyMember", {
  member: Id,
  from: Day,
}) {}

/** The member does not belong to the population on that day. */
export class NotAMember extends Schema.TaggedError<NotAMember>()("NotAMember", { member: Id, on: Day }) {}

/** The observance is held on the same date each year: nobody sets its days. */
export class DateFixed extends Schema.TaggedError<DateFixed>()("DateFixed", { observance: Schema.String }) {}

/** These days lie in another year. */
export class OtherYear extends Schema.TaggedError<OtherYear>()("OtherYear", {
  year: Schema.Int,
  days: Schema.Array(Day),
}) {}

/** Only a conditional observance may be not held. */
export class NotConditional extends Schema.TaggedError<NotConditional>()("NotConditional", {
  observance: Schema.String,
}) {}

/** The observance has no occasion on that day. */
export class NoOccasion extends Schema.TaggedError<NoOccasion>()("NoOccasion", {
  observance: Schema.String,
  day: Day,
}) {}
