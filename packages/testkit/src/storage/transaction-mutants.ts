/** Storages whose transactions are none, or not whole, and those that cannot do two things at once. */
import type { Batch } from "@verksam/kernel";
import { CommitConflict } from "@verksam/kernel";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { mutant, type StorageMutant } from "./mutant.ts";

/** Whether the fiber is inside a transaction of a mutant. */
const Inside = Context.Reference("@verksam/testkit/Inside", { defaultValue: () => false });

export const transactionMutants: ReadonlyArray<StorageMutant> = [
  mutant(
    "has no transactions",
    [
      "keeps nothing of a transaction that fails",
      "keeps nothing of a transaction that dies",
      "keeps nothing of a transaction that is interrupted",
      "takes back a transaction inside another alone",
      "takes back what a transaction inside another kept, where the outer fails",
      "lets those who lock the head take turns",
      "reads the head it locked after the one before has finished",
    ],
    () => ({ transaction: (effect) => effect }),
  ),
  mutant(
    "keeps what a transaction did before it died",
    ["keeps nothing of a transaction that dies"],
    ({ transaction }) => ({
      transaction: (effect) =>
        Effect.flatten(
          transaction(
            Effect.catchDefect(Effect.map(effect, Effect.succeed), (defect) =>
              Effect.succeed(Effect.die(defect)),
            ),
          ),
        ),
    }),
  ),
  mutant(
    "keeps what a transaction did before it was interrupted",
    ["keeps nothing of a transaction that is interrupted"],
    ({ commit, transaction }) => {
      const done: Array<Batch> = [];
      return {
        commit: (batch) => {
          done.push(batch);
          return commit(batch);
        },
        transaction: (effect) => {
          done.length = 0;
          return Effect.onInterrupt(transaction(effect), () => Effect.ignore(Effect.forEach(done, commit)));
        },
      };
    },
  ),
  mutant(
    "knows no transactions inside another",
    ["takes back a transaction inside another alone"],
    ({ transaction }) => ({
      transaction: (effect) =>
        Effect.flatMap(Effect.service(Inside), (isInside) =>
          isInside ? effect : transaction(Effect.provideService(effect, Inside, true)),
        ),
    }),
  ),
  mutant(
    "hides what a transaction did from itself",
    ["keeps what a transaction did, and shows it to the transaction itself"],
    ({ find }) => ({
      find: (...asked) =>
        Effect.zipWith(Effect.service(Inside), find(...asked), (isInside, rows) => (isInside ? [] : rows)),
      transaction: (effect) => Effect.provideService(effect, Inside, true),
    }),
  ),
  mutant(
    "loses the failure a transaction ended in",
    ["fails a transaction with the failure it ended in"],
    ({ transaction }) => ({
      transaction: (effect) => Effect.orDie(transaction(effect)),
    }),
  ),
  mutant(
    "gives up a transaction at the first conflict",
    ["lets a transaction go on after a conflict inside it"],
    ({ commit, transaction }) => ({
      commit: (batch) =>
        Effect.tapError(commit(batch), () =>
          Effect.flatMap(Effect.service(Inside), (isInside) =>
            isInside ? Effect.die("aborted") : Effect.void,
          ),
        ),
      transaction: (effect) => transaction(Effect.provideService(effect, Inside, true)),
    }),
  ),
  mutant(
    "lets all of many through",
    ["lets one of many commits on the same version through"],
    ({ commit }) => ({
      commit: (batch) =>
        Effect.catchTag(commit(batch), "CommitConflict", () =>
          commit({
            ...batch,
            writes: batch.writes.map((write) => ({ ...write, before: null })),
            entries: [],
          }),
        ),
    }),
  ),
  mutant(
    "lets nobody through who comes while another is at work",
    ["lets commits on what stays unread and unwritten pass beside each other"],
    ({ commit }) => {
      let isBusy = false;
      return {
        commit: (batch) =>
          Effect.suspend(() => {
            if (isBusy) return Effect.fail(new CommitConflict());
            isBusy = true;
            return Effect.ensuring(
              Effect.andThen(Effect.sleep(0), commit(batch)),
              Effect.sync(() => {
                isBusy = false;
              }),
            );
          }),
      };
    },
  ),
  {
    name: "is empty when it is opened again",
    caughtBy: ["has everything when it is opened again, and goes on from there"],
    wrap: (right) => ({
      ...right,
      reopen: async () => ({ for: (tenant) => right.storage.for(`another ${tenant}`) }),
    }),
  },
];
