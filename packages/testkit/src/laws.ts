/** What holds of every aggregate, whatever its rules: checked along scripts of commands. Pure, in any test runner. */
import type { Aggregate, CommandsIn, Json, JsonRecord, Plainly, Recorded } from "@verksam/kernel";
import * as Result from "effect/Result";
import { aboutOf, ask, type Circumstances, usualId } from "./asking.ts";
import { assertEqual } from "./difference.ts";
import { type Folded, type Plain, reloaded, unborn } from "./history.ts";

/** One command of a script: its name, its input, its circumstances. */
export type Step<A extends Aggregate> = {
  readonly [C in keyof CommandsIn<A> & string]: readonly [
    command: C,
    input: Plainly<CommandsIn<A>[C]["input"]>,
    circumstances?: Circumstances,
  ];
}[keyof CommandsIn<A> & string];

/** Commands given one after another to the same instance, from before it exists. */
export type Script<A extends Aggregate> = ReadonlyArray<Step<A>>;

/** What the scripts came to, so that a test can say that they did come to something. */
export interface Lived {
  readonly events: number;
  readonly refusals: number;
}

/**
 * Runs the scripts and throws at the first law that does not hold:
 * a rule answers the same when asked again, and changes nothing it was handed, so that a refusal leaves no trace;
 * events as stored fold to the same state as the events decided; a state comes back from its tables as it was;
 * what is written by difference is what would be written whole; reservations and authority follow from the stored state.
 */
export const laws = <A extends Aggregate>(aggregate: A, ...scripts: ReadonlyArray<Script<A>>): Lived => {
  let [events, refusals] = [0, 0];
  for (const script of scripts) {
    let now = unborn;
    for (const [command, input, circumstances = {}] of script) {
      const before = { ...now, state: frozen(now.state) };
      const again = () => ask(aggregate, command, before, frozen(input), frozen(circumstances));
      const { answer } = again();
      assertEqual(`${command} answers otherwise when asked again`, again().answer, answer);
      if (Result.isFailure(answer)) {
        refusals++;
        continue;
      }
      for (const event of answer.success) {
        const { _tag: _, ...fields } = frozen(event);
        now = lived(aggregate, now, { ...fields, _tag: event._tag }, circumstances);
        events++;
      }
    }
  }
  return { events, refusals };
};

/** The state after one more event, folded as decided and as stored. */
const lived = (
  aggregate: Aggregate,
  before: Folded,
  event: { readonly _tag: string },
  circumstances: Circumstances,
): Folded => {
  const { machine } = aggregate;
  const { id = usualId } = circumstances;
  const version = before.version + 1;
  // Days and instants by their form, as `ask` took them.
  const entry = { ...aboutOf(circumstances), id, version } as Recorded;
  const encoded = machine.encodeEvent(event, id);
  const kept = { ...encoded, data: json(encoded.data), payload: json(encoded.payload) };
  const state = frozen(before.state);
  const { _tag, ...fields } = event;
  const decided = machine.evolve(state, encoded.type, fields, entry);
  const stored = machine.evolve(state, encoded.type, frozen(machine.decodeEvent(kept)), entry);
  assertEqual(`${_tag} as stored folds to another state than as decided`, stored, decided);
  const back = reloaded(aggregate, stored);
  assertEqual(`the state after ${_tag} does not come back from its tables as it was`, back, stored);
  assertEqual(
    `${_tag} by difference is not what it is whole`,
    byDifference(aggregate, state, stored),
    whole(aggregate, stored),
  );
  assertEqual(
    `the reservations after ${_tag} do not follow from the stored state`,
    machine.reserves(back, id),
    machine.reserves(stored, id),
  );
  assertEqual(
    `the authority after ${_tag} does not follow from the stored state`,
    machine.authority?.(back, id),
    machine.authority?.(stored, id),
  );
  return { version, state: stored };
};

/** Through JSON, as every storage keeps it. */
const json = <J extends Json>(value: J): J => JSON.parse(JSON.stringify(value));

type Tables = {
  readonly row: JsonRecord;
  readonly children: { readonly [field: string]: ReadonlyArray<JsonRecord> };
};

const whole = ({ machine, shape }: Aggregate, state: Plain): Tables => {
  const { row, children } = machine.difference(undefined, state);
  const fields = Object.keys(shape.children);
  return json({
    row,
    children: Object.fromEntries(fields.map((field) => [field, children[field]?.put ?? []])),
  });
};

/** The tables before, with what the difference puts and drops. */
const byDifference = (aggregate: Aggregate, before: Plain | undefined, after: Plain): Tables => {
  const { machine, shape } = aggregate;
  const known = before === undefined ? undefined : whole(aggregate, before).children;
  const { row, children } = machine.difference(before, after);
  const merged = Object.entries(shape.children).map(([field, { key }]) => {
    const members = new Map((known?.[field] ?? []).map((member) => [String(member[key]), member]));
    for (const gone of children[field]?.drop ?? []) members.delete(gone);
    for (const member of children[field]?.put ?? []) members.set(String(member[key]), member);
    return [field, [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member)];
  });
  return json({ row, children: Object.fromEntries(merged) });
};

/** Frozen all the way down, so that a rule that changes what it was handed throws. */
const frozen = <V>(value: V): V => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};
