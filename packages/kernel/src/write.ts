/** Writing a decision down: its events as the journal keeps them, and the state they fold into. */
import type { Given, Recorded } from "./aggregate.ts";
import type { Call } from "./call.ts";
import type { Plain } from "./codec.ts";
import { type Encoded, reasonKey, type Tagged } from "./machine.ts";
import type { Entry } from "./storage.ts";

export interface Written {
  readonly state: Plain;
  readonly version: number;
  readonly entries: ReadonlyArray<Omit<Entry, "position">>;
}

/** Encodes the decided events and folds them into the state. */
export const write = (
  call: Call,
  own: { readonly state: Plain | undefined; readonly version: number },
  events: ReadonlyArray<Tagged>,
  given: Given,
  office: string | null,
): Written => {
  const { aggregate, id, actor, options } = call;
  const { reason } = options;
  const words = typeof reason === "string" ? reason : null;
  const code = typeof reason === "object" ? reason.code : null;
  const maker = "system" in actor ? `system:${actor.system}` : actor.person;
  let { state, version } = own;
  const entries = events.map((event) => {
    version++;
    const encoded = aggregate.machine.encodeEvent(event, id);
    const about: Recorded = {
      id,
      version,
      recorded: call.now,
      effective: given.on,
      maker,
      office,
      reason: words ?? code,
    };
    const { _tag: _, ...fields } = event;
    state = aggregate.machine.evolve(state, encoded.type, fields, about);
    return {
      aggregate: aggregate.shape.table,
      id,
      version,
      ...encoded,
      payload: withReason(encoded, words),
      recorded: call.now,
      effective: given.on,
      maker,
      office,
      cause: "system" in actor ? actor.cause : null,
      reason: code,
    };
  });
  // Without events the state is what it was; a creating command that decides nothing would leave none.
  if (state === undefined)
    throw new Error(`${call.command} creates ${aggregate.shape.table} and decided no event`);
  return { state, version, entries };
};

const withReason = ({ payload }: Encoded, words: string | null): Entry["payload"] =>
  words === null ? payload : { ...payload, [reasonKey]: words };
