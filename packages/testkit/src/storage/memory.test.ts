import { memoryStorage, Storage } from "@verksam/kernel";
import strings from "big-list-of-naughty-strings" with { type: "json" };
import { Effect } from "effect";
import { afterAll, describe, it } from "vitest";
import { storageSuite } from "./suite.ts";

storageSuite(
  {
    name: "memory",
    make: () =>
      Effect.map(Storage, (storage) => ({ storage, dispose: async () => {} })).pipe(
        Effect.provide(memoryStorage()),
      ),
    deviations: [
      {
        reason: "it is gone with the process",
        cases: ["has everything when it is opened again, and goes on from there"],
      },
    ],
  },
  { strings, test: { describe, it, after: afterAll } },
);
