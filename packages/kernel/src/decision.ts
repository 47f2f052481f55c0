/** Deciding a batch: from what was loaded to what is to be kept. Synchronous and pure; one command after another, in memory. */
import * as Exit from "effect/Exit";
import * as Result from "effect/Result";
import type { Aggregate, Given, Recorded } from "./aggregate.ts";
import { AuthorityDraft, type AuthorityIndex } from "./authority.ts";
import type { Call, Outcome } from "./call.ts";
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
import { includesPower, permits } from "./guard.ts";
import { type Encoded, reasonKey, type Tagged } from "./machine.ts";
import { ReservationDraft } from "./reservation.ts";
import type { Batch, Entry, Head, Json, KeyRecord } from "./storage.ts";

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

  const decide = (call: Call): Verdict => {
    const { aggregate, command, id, actor, options, hash } = call;
    const { machine, shape } = aggregate;
    const label = `${aggregate.area}.${aggregate.name}.${command}`;
    if (options.key !== undefined && hash !== undefined) {
      const record = ground.key(options.key);
      if (record !== undefined)
        return record.hash === hash
          ? { _tag: "Replay", aggregate, record }
          : fail(new KeyReused({ key: options.key }));
      const earlier = answered.get(options.key);
      if (earlier !== undefined)
        return earlier.hash === hash ? earlier.verdict : fail(new KeyReused({ key: options.key }));
    }
    if (call.founds) {
      if (ground.head.position > 0 || entries.length > 0)
        return fail(new AlreadyFounded({ tenant: ground.tenant }));
      zone = String(call.input.zone);
    } else if (zone === null) return fail(new NotFounded({ tenant: ground.tenant }));
    const own = instance(aggregate, id);
    const creates = machine.creates.has(command);
    if (creates && own.state !== undefined) return fail(new AlreadyExists({ aggregate: shape.table, id }));
    if (!creates && own.state === undefined) return fail(new NotFound({ aggregate: shape.table, id }));
    if (options.expected !== undefined && options.expected !== own.version)
      return fail(new Conflict({ aggregate: shape.table, id }));
    const today = dayOf(call.now, zone ?? "UTC");
    const facts = Object.fromEntries(Object.entries(call.facts).map(([name, fact]) => [name, factOf(fact)]));
    const given: Given = {
      id,
      now: call.now,
      today,
      on: options.on ?? today,
      actor,
      newId: call.newId,
      facts,
    };
    let office: string | null = null;
    if (!call.founds) {
      const need = machine.guard(command, call.input, own.state, given);
      if ("system" in actor) {
        const held = ground.systems[actor.system] ?? [];
        if (!held.some((power) => includesPower(power, need.power)))
          return fail(new NotAllowed({ command: label, power: need.power, unit: need.unit ?? null }));
      } else {
        const mandate = permits(draft, actor.person, need, today, actor.office);
        if (mandate === undefined)
          return fail(new NotAllowed({ command: label, power: need.power, unit: need.unit ?? null }));
        office = mandate.office;
      }
    }
    const decided = machine.decide(command, call.input, own.state, given);
    if (Result.isFailure(decided)) return fail(decided.failure);

    const written = write(call, own, decided.success, given, office);
    const taken = reservations.change(
      nameOf(aggregate, id),
      own.state === undefined ? [] : machine.reserves(own.state, id),
      machine.reserves(written.state, id),
    );
    if (taken !== undefined) return fail(taken);
    if (machine.authority !== undefined && decided.success.length > 0)
      draft.changes.set(nameOf(aggregate, id), machine.authority(written.state, id));
    own.state = written.state;
    own.version = written.version;
    if (decided.success.length > 0) touched.add(shape.table);
    entries.push(...written.entries);
    const last = decided.success.length > 0 ? ground.head.position + entries.length : 0;
    const verdict: Verdict = {
      _tag: "Outcome",
      outcome: Exit.succeed({
        id,
        state: own.state,
        version: own.version,
        position: last,
        events: decided.success,
      }),
    };
    if (options.key !== undefined && hash !== undefined) {
      const position = decided.success.length > 0 ? entries.length - 1 : -1;
      const events = decided.success.length;
      keys.push({
        key: options.key,
        hash,
        aggregate: shape.table,
        id,
        version: own.version,
        position,
        events,
      });
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
  return {
    verdicts,
    batch: {
      head: {
        authority: ground.head.authority,
        ...(needsPosition ? { position: ground.head.position } : {}),
      },
      writes: changed.map(({ aggregate, id, before, version, state }) => ({
        shape: aggregate.shape,
        id,
        before: before.version,
        version,
        // An instance whose version grew has a state: evolve made it.
        ...aggregate.machine.difference(before.state, state as Plain),
      })),
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

/** Encodes the decided events and folds them into the state. */
const write = (
  call: Call,
  own: Instance,
  events: ReadonlyArray<Tagged>,
  given: Given,
  office: string | null,
) => {
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
  words === null ? payload : { ...payload, [reasonKey]: words satisfies Json };

/** How the kernel names an instance across aggregates: `table/id`. */
export const nameOf = (aggregate: Aggregate, id: string): string => `${aggregate.shape.table}/${id}`;
