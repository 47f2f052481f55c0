/** The facts as known at an instant, indexed once, so that each status reads only what concerns it. */
import type { Day, Instant } from "@verksam/kernel";
import type {
  Commitment,
  Counted,
  DaysSet,
  Decision,
  Entry,
  Evidence,
  Excuse,
  Facts,
  Measured,
  Membership,
  Observance,
  StageReached,
  Verdict,
} from "./facts.ts";

/** What {@link prepare} has indexed; every list holds only entries that were known. */
export interface Known {
  readonly period: Facts["period"];
  readonly commitments: ReadonlyArray<Commitment>;
  /** The evidence of a kind that counts for a commitment, dated from one day to another (both included), by day. */
  readonly evidence: (of: string, commitment: string, from: Day, to: Day) => ReadonlyArray<Counted>;
  readonly decisions: (commitment: Commitment) => ReadonlyArray<Decision>;
  readonly memberships: (population: string) => ReadonlyArray<Membership>;
  readonly excuses: (commitment: string) => ReadonlyArray<Excuse>;
  /** The baseline recorded last. */
  readonly baseline: (commitment: string) => number | undefined;
  readonly stages: (commitment: string) => ReadonlyArray<StageReached>;
  readonly observance: (code: string) => Observance | undefined;
  readonly daysSet: (observance: string) => ReadonlyArray<DaysSet>;
  readonly isNotHeld: (observance: string, on: Day) => boolean;
  readonly measured: (measure: string) => ReadonlyArray<Measured>;
  readonly verdicts: (commitment: string) => ReadonlyArray<Verdict>;
}

/** Indexes the facts as known at an instant (default: all that is recorded), in time linear in their number. */
export const prepare = (facts: Facts, options: { readonly knownAt?: Instant | undefined } = {}): Known => {
  const { knownAt } = options;
  const baselines = group(facts.baselines, knownAt, (entry) => entry.commitment);
  const notHeld = new Set(
    facts.notHeld
      .filter((entry) => isKnown(entry, knownAt))
      .map((entry) => occasion(entry.observance, entry.on)),
  );
  const observances = new Map(facts.observances.map((observance) => [observance.code, observance]));
  return {
    period: facts.period,
    commitments: facts.commitments,
    evidence: indexEvidence(facts.evidence, knownAt),
    decisions: ({ decisions }) => decisions.filter((entry) => isKnown(entry, knownAt)),
    memberships: group(facts.memberships, knownAt, (entry) => entry.population),
    excuses: group(facts.excuses, knownAt, (entry) => entry.commitment),
    baseline: (commitment) => lastBy(baselines(commitment), ({ recordedAt }) => recordedAt)?.value,
    stages: group(facts.stages, knownAt, (entry) => entry.commitment),
    observance: (code) => observances.get(code),
    daysSet: group(facts.daysSet, knownAt, (entry) => entry.observance),
    isNotHeld: (observance, on) => notHeld.has(occasion(observance, on)),
    measured: group(facts.measured, knownAt, (entry) => entry.measure),
    verdicts: group(facts.verdicts, knownAt, (entry) => entry.commitment),
  };
};

/** The name of one occasion of an observance, as the list of the missing has it. */
export const occasion = (observance: string, on: Day): string => `${observance}/${on}`;

/** The entry with the greatest key; of several, the last in the list. */
export const lastBy = <A>(entries: ReadonlyArray<A>, key: (entry: A) => string): A | undefined =>
  entries.reduce<A | undefined>(
    (last, entry) => (last !== undefined && key(last) > key(entry) ? last : entry),
    undefined,
  );

export const isKnown = (entry: Entry, knownAt: Instant | undefined): boolean =>
  knownAt === undefined
    ? entry.withdrawnAt === undefined
    : entry.recordedAt <= knownAt && (entry.withdrawnAt === undefined || entry.withdrawnAt > knownAt);

/** Adds an entry to the group of its key. */
export const put = <Key, A>(groups: Map<Key, Array<A>>, key: Key, entry: A): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
};

const group = <A extends Entry>(
  entries: ReadonlyArray<A>,
  knownAt: Instant | undefined,
  key: (entry: A) => string,
): ((key: string) => ReadonlyArray<A>) => {
  const groups = new Map<string, Array<A>>();
  for (const entry of entries) if (isKnown(entry, knownAt)) put(groups, key(entry), entry);
  return (key) => groups.get(key) ?? [];
};

const indexEvidence = (
  evidence: ReadonlyArray<Evidence>,
  knownAt: Instant | undefined,
): Known["evidence"] => {
  const days = new Map<Day, Array<Evidence>>();
  for (const entry of evidence) if (isKnown(entry, knownAt)) put(days, entry.on, entry);
  const shared = new Map<string, Array<Counted>>();
  const own = new Map<string, Map<string, Array<Counted>>>();
  // Days are few however much is recorded, so going through them in order sorts every group in linear time.
  for (const day of [...days.keys()].sort()) {
    for (const entry of days.get(day) ?? []) {
      if (entry.commitment !== undefined && !own.has(entry.commitment)) own.set(entry.commitment, new Map());
      const groups = entry.commitment === undefined ? shared : own.get(entry.commitment);
      if (groups !== undefined) put(groups, entry.of, countedFrom(entry));
    }
  }
  return (of, commitment, from, to) => {
    const named = within(own.get(commitment)?.get(of) ?? [], from, to);
    const common = within(shared.get(of) ?? [], from, to);
    if (named.length === 0) return common;
    return common.length === 0
      ? named
      : [...common, ...named].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  };
};

const countedFrom = ({ id, of, on, amount, subject, unit, office }: Evidence): Counted => ({
  id,
  of,
  on,
  amount,
  ...(subject === undefined ? {} : { subject }),
  unit,
  ...(office === undefined ? {} : { office }),
});

/** The part of a list sorted by day that lies in a period; the list itself where that is all of it. */
const within = (sorted: ReadonlyArray<Counted>, from: Day, to: Day): ReadonlyArray<Counted> => {
  const start = firstIndex(sorted, (entry) => entry.on >= from);
  const end = firstIndex(sorted, (entry) => entry.on > to);
  return start === 0 && end === sorted.length ? sorted : sorted.slice(start, Math.max(start, end));
};

const firstIndex = (sorted: ReadonlyArray<Counted>, isPast: (entry: Counted) => boolean): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = sorted[middle];
    if (entry !== undefined && isPast(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
};
