/** Storages that keep something else than the batch they were given. */
import type { Write } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { keeping, mutant, type StorageMutant } from "./mutant.ts";

const children =
  (change: (child: Write["children"][string]) => Write["children"][string]) =>
  (write: Write): Write => ({
    ...write,
    children: Object.fromEntries(
      Object.entries(write.children).map(([field, child]) => [field, change(child)]),
    ),
  });

const nothing = (why: string) => `keeps nothing of a batch ${why}`;

export const commitMutants: ReadonlyArray<StorageMutant> = [
  keeping(
    "forgets the versions of what it writes",
    [
      nothing("whose first write expects a row that is not there"),
      nothing("whose last write expects a row that is not there"),
      nothing("whose last write creates a row that is there"),
      nothing("whose last write expects a later version"),
    ],
    (batch) => ({
      ...batch,
      writes: batch.writes.map((write) => ({ ...write, before: null })),
      entries: batch.entries.slice(-1),
    }),
  ),
  keeping(
    "looks at the version of the first write alone",
    [nothing("whose last write expects a later version")],
    (batch) => ({
      ...batch,
      writes: batch.writes.map((write, n) => (n === 0 ? write : { ...write, before: null })),
    }),
  ),
  keeping(
    "expects a version also where none is expected",
    ["writes a row anew whatever version it has, where no version is expected"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map((write) => ({ ...write, before: write.before ?? write.version - 1 })),
    }),
  ),
  keeping(
    "forgets what a batch read",
    [
      nothing("that read a version that has changed"),
      nothing("that read what is not there"),
      "holds what a batch read until it is kept",
    ],
    (batch) => ({ ...batch, read: [] }),
  ),
  mutant(
    "ignores the authority's version",
    [nothing("that rests on another version of the authority")],
    ({ commit, load }) => ({
      commit: (batch) =>
        Effect.flatMap(load({ states: [] }), ({ head: { authority } }) =>
          commit({ ...batch, head: { ...batch.head, authority } }),
        ),
    }),
  ),
  keeping(
    "ignores the journal's position",
    [
      nothing("that rests on an earlier position of the journal"),
      nothing("that rests on a later position of the journal"),
    ],
    (batch) => ({ ...batch, head: { authority: batch.head.authority } }),
  ),
  keeping("loses the last entry", ["keeps every part of a batch"], (batch) => ({
    ...batch,
    entries: batch.entries.slice(0, -1),
  })),
  mutant(
    "keeps an entry twice, under another version",
    [nothing("whose last entry is there already")],
    ({ commit }) => ({
      commit: (batch) =>
        commit({
          ...batch,
          entries: batch.entries.map((entry) =>
            entry.id === "base" ? { ...entry, version: batch.writes.length } : entry,
          ),
        }),
    }),
  ),
  keeping(
    "forgets keys",
    [nothing("with a key that was used before"), "keeps every part of a batch"],
    (batch) => ({ ...batch, keys: [] }),
  ),
  keeping("lets a batch use a key twice", [nothing("with one key twice")], (batch) => ({
    ...batch,
    keys: [...new Map(batch.keys.map((record) => [record.key, record])).values()],
  })),
  keeping(
    "keeps a key once for all who use it",
    ["keeps a key for one of many who use it at once"],
    (batch) => ({
      ...batch,
      keys: batch.keys.map((record) => ({ ...record, key: `${record.key} ${record.hash}` })),
    }),
  ),
  mutant(
    "takes a reservation from its holder",
    [nothing("that reserves what another holds"), "gives a reservation to one of many who want it at once"],
    ({ commit, load }) => ({
      commit: (batch) =>
        Effect.flatMap(load({ states: [], reservations: batch.reserve }), ({ reservations }) =>
          commit({ ...batch, release: [...batch.release, ...reservations] }),
        ),
    }),
  ),
  keeping("lets a batch reserve the same for two", [nothing("that reserves the same for two")], (batch) => ({
    ...batch,
    reserve: [...new Map(batch.reserve.map((each) => [`${each.name} ${each.key}`, each])).values()],
  })),
  keeping(
    "forgets to release",
    ["gives a reservation to another in the batch that releases it"],
    (batch) => ({ ...batch, release: [] }),
  ),
  mutant(
    "lets anyone release",
    ["leaves a reservation to its holder when another releases it"],
    ({ commit, load }) => ({
      commit: (batch) =>
        Effect.flatMap(load({ states: [], reservations: batch.release }), ({ reservations }) =>
          commit({ ...batch, release: reservations }),
        ),
    }),
  ),
  mutant("refuses a reservation to its own holder", ["lets the holder reserve again"], ({ commit }) => {
    let count = 0;
    return {
      commit: (batch) => {
        const reserve = batch.reserve.map((each) => ({ ...each, owner: `${each.owner} ${count++}` }));
        return commit({ ...batch, reserve });
      },
    };
  }),
  keeping("reserves whatever the name", ["tells apart the same key reserved under two names"], (batch) => ({
    ...batch,
    reserve: batch.reserve.map((each) => ({ ...each, name: "name" })),
  })),
  keeping(
    "drops the children that are not put",
    ["writes a child collection by difference, and answers it in order of its key"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map(children((child) => ({ ...child, all: true }))),
    }),
  ),
  keeping(
    "forgets to drop children",
    ["writes a child collection by difference, and answers it in order of its key"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map(children((child) => ({ ...child, drop: [] }))),
    }),
  ),
  keeping(
    "keeps children where all are replaced",
    ["drops every child that is not put, where all of them are"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map(children(({ put, drop }) => ({ put, drop }))),
    }),
  ),
  mutant(
    "adds to the authority of a source",
    ["replaces the authority that a source contributed, and leaves the others'"],
    ({ commit, authority }) => ({
      commit: (batch) =>
        Effect.flatMap(authority, ({ sources }) =>
          commit({
            ...batch,
            authority: batch.authority.map(({ source, facts }) => {
              const known = sources.find((each) => each.source === source)?.facts.mandates ?? [];
              return { source, facts: { ...facts, mandates: [...known, ...facts.mandates] } };
            }),
          }),
        ),
    }),
  ),
  keeping(
    "keeps the authority of a source that has none any more",
    ["forgets a source that contributes nothing any more"],
    (batch) => ({ ...batch, authority: batch.authority.filter(({ facts }) => facts.mandates.length > 0) }),
  ),
  keeping(
    "raises the authority's version with every batch",
    ["leaves the authority's version where a batch contributes nothing"],
    (batch) => ({
      ...batch,
      authority:
        batch.authority.length > 0
          ? batch.authority
          : [{ source: "none", facts: { mandates: [], places: [] } }],
    }),
  ),
  keeping("forgets to erase", ["erases every payload about a person, and nothing else"], (batch) => ({
    ...batch,
    erase: [],
  })),
  keeping("erases everybody", ["erases every payload about a person, and nothing else"], (batch) => ({
    ...batch,
    erase: batch.erase.length > 0 ? [...batch.erase, "p-2"] : [],
  })),
];
