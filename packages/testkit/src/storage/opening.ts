/** What outlives a storage that is closed. */
import { assertEqual } from "../difference.ts";
import { rule, type StorageCase } from "./case.ts";
import { added, batch, contents, entry, key, mandate, write } from "./sample.ts";

export const openingCases: ReadonlyArray<StorageCase> = [
  rule("has everything when it is opened again, and goes on from there", function* (north, { reopened }) {
    yield* north.commit({
      ...added("a", { label: "A", data: { deep: [1] } }),
      keys: [key("a")],
      reserve: [{ name: "name", key: "a", owner: "a" }],
      authority: [{ source: "a", facts: { mandates: [mandate("u-1")], places: [] } }],
      zone: "Europe/Stockholm",
    });
    yield* north.checkpoint.move("a", 0, 1);
    const before = yield* contents(north);
    const again = yield* reopened("north");
    assertEqual("everything", yield* contents(again), before);
    const next = batch({ head: { authority: 1 }, writes: [write("a", 2)], entries: [entry("a", 2)] });
    assertEqual("the next commit", yield* again.commit(next), { position: 2, authority: 1 });
  }),
];
