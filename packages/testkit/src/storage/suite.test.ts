import { memoryStorage, Storage } from "@verksam/kernel";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";

import { type StorageAdapter, storageCases, storageSuite, type TestRunner } from "./suite.ts";

const reopening = "has everything when it is opened again, and goes on from there";
const passing = "tells apart the same key reserved under two names";

/** A runner that only writes down what is registered. */
const listing = () => {
  const tests = new Map<string, () => Promise<void>>();
  const after: Array<() => Promise<void>> = [];
  const path: Array<string> = [];
  const test: TestRunner = {
    describe: (name, body) => {
      path.push(name);
      body();
      path.pop();
    },
    it: (name, body) => tests.set([...path, name].join(" > "), body),
    after: (body) => after.push(body),
  };
  const run = (end: string) => [...tests].find(([name]) => name.endsWith(end))?.[1]();
  return { test, tests, after, run };
};
const adapter = (
  opened: { times: number; closed: number },
  more: Partial<StorageAdapter> = {},
): StorageAdapter => ({
  name: "listed",
  make: async () => {
    opened.times++;
    const storage = await Effect.runPromise(Effect.provide(Storage.use(Effect.succeed), memoryStorage()));
    return {
      storage,
      dispose: async () => {
        opened.closed++;
      },
    };
  },
  ...more,
});

describe("the storage suite", () => {
  it("registers every case with any runner, opens the storage once and closes it", async () => {
    const opened = { times: 0, closed: 0 };
    const { test, tests, after, run } = listing();
    storageSuite(adapter(opened), { test });
    expect(tests.size).toBe(Object.values(storageCases).flat().length);
    expect([...tests.keys()][0]).toBe("storage: listed > commit > keeps every part of a batch");
    await Promise.all([run(passing), run("keeps every part of a batch")]);
    for (const close of after) await close();
    expect(opened).toEqual({ times: 1, closed: 1 });
  });

  it("fails a case with what differs", async () => {
    const { test, run } = listing();
    storageSuite(adapter({ times: 0, closed: 0 }), { test });
    await expect(run(reopening)).rejects.toThrow("this storage cannot be opened again");
  });

  it("names a deviation's reason, and fails it once it is none any more", async () => {
    const { test, tests, run } = listing();
    const deviations = [{ reason: "made up", cases: [reopening, passing] }];
    storageSuite(adapter({ times: 0, closed: 0 }, { deviations }), { test });
    expect([...tests.keys()].filter((name) => name.endsWith("(not so: made up)"))).toHaveLength(2);
    await run(`${reopening} (not so: made up)`);
    await expect(run(`${passing} (not so: made up)`)).rejects.toThrow("this deviation is one no longer");
  });

  it("refuses a deviation from a case that there is not", () => {
    const deviations = [{ reason: "made up", cases: ["keeps evrything"] }];
    expect(() =>
      storageSuite(adapter({ times: 0, closed: 0 }, { deviations }), { test: listing().test }),
    ).toThrow('there is no case "keeps evrything"');
  });
});
