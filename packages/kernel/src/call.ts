/** One command on its way to a decision, and its outcome. */
import type * as Exit from "effect/Exit";
import type { Actor, Aggregate } from "./aggregate.ts";
import type { Plain } from "./codec.ts";
import type { Day, Instant } from "./day.ts";
import type { FactRequests } from "./fact.ts";
import { canonical, fingerprint } from "./fingerprint.ts";
import type { Tagged } from "./machine.ts";

/** What a caller may say about a command beside its input. */
export interface Options {
  /** Given again by the same actor with the same command it answers with the first result; 1–200 characters, unique in the organisation. */
  readonly key?: string;
  /** Why: in words (kept apart as personal data, erasable), or a code that may stand in the journal. */
  readonly reason?: string | { readonly code: string };
  /** The day the decision takes effect, `YYYY-MM-DD`, where it is not today. */
  readonly on?: string;
  /** The version the caller decided on; another one is a `Conflict`. */
  readonly expected?: number;
}

/** A command that was decided: the state after it, its version, and the journal's position of its last event. */
export interface Done<out State = unknown, out Event = unknown> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  /** 0 where the command decided nothing. */
  readonly position: number;
  readonly events: ReadonlyArray<Event>;
}

export interface Call {
  readonly aggregate: Aggregate;
  readonly command: string;
  readonly id: string;
  /** Checked against the command's schema. */
  readonly input: Plain;
  readonly facts: FactRequests;
  readonly actor: Actor;
  readonly now: Instant;
  readonly newId: string;
  readonly options: Options;
  /** The effective day of the options, checked. */
  readonly on: Day | undefined;
  /** Set where the options have a key. */
  readonly hash: string | undefined;
  /** The founding of the organisation, which no mandate can permit. */
  readonly founds: boolean;
}

/** How the kernel names an instance across aggregates: `table/id`. */
export const nameOf = (aggregate: Aggregate, id: string): string => `${aggregate.shape.table}/${id}`;

/** `area.aggregate.command`, as errors and spans name it. */
export const labelOf = ({ aggregate, command }: Pick<Call, "aggregate" | "command">): string =>
  `${aggregate.area}.${aggregate.name}.${command}`;

/** A refusal of the command's own is a typed failure; a rule that throws is a defect of that command alone. */
export type Outcome = Exit.Exit<Done<Plain, Tagged>, unknown>;

/** What makes two commands the same for a key: everything but the reason, the time, and personal data. */
export const hashOf = (
  call: Pick<Call, "aggregate" | "command" | "id" | "input" | "actor" | "on">,
): string => {
  const { aggregate, command, id, input, actor, on } = call;
  const open = aggregate.machine.open(command, input);
  // The answer is given again without asking the guard: only to whom it was given.
  const who =
    "system" in actor ? ["system", actor.system, actor.cause] : [actor.person, actor.office ?? null];
  return fingerprint(canonical([aggregate.shape.table, command, id, open, who, on ?? null]));
};
