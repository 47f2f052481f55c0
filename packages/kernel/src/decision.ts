/** Deciding a batch: from what was loaded to what is to be kept. Synchronous and pure; one command after another, in memory. */
import * as Exit from "effect/Exit";
import * as Result from "effect/Result";
import type { Aggregate, Given } from "./aggregate.ts";
import { AuthorityDraft, type AuthorityIndex } from "./authority.ts";
import { type Call, labelOf, nameOf, type Outcome } from "./call.ts";
import type { Plain } from "./codec.ts";
import { dayOf } from "./day.ts";
import {
  AlreadyExists,
  AlreadyFounded,
  Conflict,
  KeyReused,
  NotAllowed,
  NotFound,
  NotFounded,
} from "./errors.ts";
import type { Found, Identified, One } from "./fact.ts";
import { allows } from "./guard.ts";
import { ReservationDraft } from "./reservation.ts";
import type { Batch, Entry, Head, KeyRecord } from "./storage.ts";
import { type Written, write } from "./write.ts";

/** An aggregate's instance as it stands inside the batch. */
interface Instance {
  readonly aggregate: Aggregate;
  readonly id: string;
  /** The version and state in the storage; 0 and undefined where it does not exist. */
  readonly before: { readonly version: number; readonly state: Plain | undefined };
  version: number;
  state: Plain | undefined;
  read: boolean;
}

/** What a decision rests on, as loaded. */
export interface Ground {
  readonly tenant: string;
  readonly head: Head;
  readonly authority: AuthorityIndex;
  readonly systems: { readonly [office: string]: ReadonlyArray<string> };
  readonly state: (aggregate: Aggregate, id: string) => { version: number; state: Plain | undefined };
  readonly found: (fact: Found<unknown>) => ReadonlyArray<Identified<Plain>>;
  readonly key: (key: string) => KeyRecord | undefined;
}

/** A command of the batch with what became of it: an outcome, a result to be read from an earlier use of its key, or not decided yet. */
export type Verdict =
  | { readonly _tag: "Outcome"; readonly outcome: Outcome }
  | { readonly _tag: "Replay"; readonly aggregate: Aggregate; readonly record: KeyRecord }
  | { readonly _tag: "Deferred" };

export interface Decision {
  readonly verdicts: ReadonlyArray<Verdict>;
  /** Undefined where nothing is to be kept. */
  readonly batch: Batch | undefined;
}

const fail = (error: unknown): Verdict => ({ _tag: "Outcome", outcome: Exit.fail(error) });

export const decideAll = (calls: ReadonlyArray<Call>, ground: Ground): Decision => {
  const instances = new Map<string, Instance>();
  const touched = new Set<string>();
  const entries: Array<Omit<Entry, "position">> = [];
  const keys: Array<KeyRecord> = [];
  const answered = new Map<string, { readonly hash: string; readonly verdict: Verdict }>();
  const draft = new AuthorityDraft(ground.authority);
  const reservations = new ReservationDraft();
  let { zone } = ground.head;
  let needsPosition = false;
  let isDeferred = false;

  const instance = (aggregate: Aggregate, id: string): Instance => {
    const name = nameOf(aggregate, id);
    const known = instances.get(name);
    if (known !== undefined) return known;
    const before = ground.state(aggregate, id);
    const fresh: Instance = { aggregate, id, before, ...before, read: false };
    instances.set(name, fresh);
    return fresh;
  };

  const factOf = (fact: One<unknown> | Found<unknown>): unknown => {
    if (fact._tag === "Found") {
      const rows = ground.found(fact);
      for (const { id } of rows) instance(fact.aggregate, id).read = true;
      return rows;
    }
    const other = instance(fact.aggregate, fact.id);
    other.read = true;
    // That something does not exist is guarded by the journal standing still.
    if (other.before.version === 0) needsPosition = true;
    return other.state;
  };

  /** What the key was used for before, in the storage or in this batch. */
  const earlierUse = ({ aggregate, options: { key }, hash }: Call): Verdict | undefined => {
    if (key === undefined) return undefined;
    const record = ground.key(key);
    const earlier = answered.get(key);
    const used = record?.hash ?? earlier?.hash;
    if (used === undefined) return undefined;
    if (used !== hash) return fail(new KeyReused({ key }));
    return record === undefined ? earlier?.verdict : { _tag: "Replay", aggregate, record };
  };

  /** Why the command cannot even be considered. */
  const obstacle = ({ aggregate: { machine, shape }, command, id, options, founds }: Call, own: Instance) => {
    if (founds && ground.head.position + entries.length > 0)
      return new AlreadyFounded({ tenant: ground.tenant });
    if (!founds && zone === null) return new NotFounded({ tenant: ground.tenant });
    const creates = machine.creates.has(command);
    if (creates && own.state !== undefined) return new AlreadyExists({ aggregate: shape.table, id });
    if (!creates && own.state === undefined) return new NotFound({ aggregate: shape.table, id });
    if (options.expected !== undefined && options.expected !== own.version)
      return new Conflict({ aggregate: shape.table, id });
    return undefined;
  };

  /** Takes the decision over into the batch; refused where it would take what another has reserved. */
  const keep = (call: Call, own: Instance, { state, version, entries: fresh }: Written) => {
    const { machine, shape } = call.aggregate;
    const owner = nameOf(call.aggregate, call.id);
    const held = own.state === undefined ? [] : machine.reserves(own.state, call.id);
    const wanted = machine.reserves(state, call.id);
    // All of the aggregate's rules before the first change: one that throws must leave no trace in the batch.
    const facts = fresh.length > 0 ? machine.authority?.(state, call.id) : undefined;
    const taken = reservations.change(owner, held, wanted);
    if (taken !== undefined) return taken;
    if (facts !== undefined) draft.changes.set(owner, facts);
    own.state = state;
    own.version = version;
    entries.push(...fresh);
    if (fresh.length > 0) touched.add(shape.table);
    return undefined;
  };

  const decide = (call: Call): Verdict => {
    const { aggregate, command, id, actor, options, hash } = call;
    const { machine, shape } = aggregate;
    const earlier = earlierUse(call);
    if (earlier !== undefined) return earlier;
    const own = instance(aggregate, id);
    const inTheWay = obstacle(call, own);
    if (inTheWay !== undefined) return fail(inTheWay);
    if (call.founds) zone = String(call.input.zone);
    const today = dayOf(call.now, zone ?? "UTC");
    const given: Given = {
      id,
      now: call.now,
      today,
      on: call.on ?? today,
      actor,
      newId: call.newId,
      hasReason: options.reason !== undefined,
      facts: Object.fromEntries(Object.entries(call.facts).map(([name, fact]) => [name, factOf(fact)])),
    };
    let office: string | null = null;
    if (!call.founds) {
      const need = machine.guard(command, call.input, own.state, given);
      const allowed = allows(draft, ground.systems, actor, need, today);
      if (allowed === undefined)
        return fail(new NotAllowed({ command: labelOf(call), power: need.power, unit: need.unit ?? null }));
      office = allowed.office;
    }
    const decided = machine.decide(command, call.input, own.state, given);
    if (Result.isFailure(decided)) return fail(decided.failure);
    const taken = keep(call, own, write(call, own, decided.success, given, office));
    if (taken !== undefined) return fail(taken);

    const events = decided.success.length;
    const position = events > 0 ? ground.head.position + entries.length : 0;
    const { state, version } = own;
    const verdict: Verdict = {
      _tag: "Outcome",
      // `keep` gave the instance its state.
      outcome: Exit.succeed({ id, state: state as Plain, version, position, events: decided.success }),
    };
    if (options.key !== undefined && hash !== undefined) {
      const last = events > 0 ? entries.length - 1 : -1;
      keys.push({ key: options.key, hash, aggregate: shape.table, id, version, position: last, events });
      answered.set(options.key, { hash, verdict });
    }
    return verdict;
  };

  const verdicts = calls.map((call): Verdict => {
    // What an index finds among rows this batch has changed is known only after its commit.
    isDeferred ||= Object.values(call.facts).some(
      (fact) => fact._tag === "Found" && touched.has(fact.aggregate.shape.table),
    );
    if (isDeferred) return { _tag: "Deferred" };
    try {
      return decide(call);
    } catch (defect) {
      return { _tag: "Outcome", outcome: Exit.die(defect) };
    }
  });

  if (entries.length === 0 && keys.length === 0) return { verdicts, batch: undefined };
  const changed = [...instances.values()].filter(({ version, before }) => version !== before.version);
  let writes: Batch["writes"];
  try {
    writes = changed.map(({ aggregate, id, before, version, state }) => ({
      shape: aggregate.shape,
      id,
      before: before.version,
      version,
      // An instance whose version grew has a state: evolve made it.
      ...aggregate.machine.difference(before.state, state as Plain),
    }));
  } catch (defect) {
    // A state that its own schema refuses: alone each command shows whether it is the one.
    if (calls.length === 1) throw defect;
    return { verdicts: calls.map(() => ({ _tag: "Deferred" })), batch: undefined };
  }
  return {
    verdicts,
    batch: {
      head: {
        authority: ground.head.authority,
        ...(needsPosition ? { position: ground.head.position } : {}),
      },
      writes,
      read: [...instances.values()].flatMap(({ aggregate, id, before, version, read }) =>
        read && version === before.version && version > 0 ? [{ shape: aggregate.shape, id, version }] : [],
      ),
      entries,
      keys,
      reserve: reservations.reserve,
      release: reservations.release,
      authority: [...draft.changes].map(([source, facts]) => ({ source, facts })),
      ...(zone !== null && zone !== ground.head.zone ? { zone } : {}),
      erase: [],
    },
  };
};
