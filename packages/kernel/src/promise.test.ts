import { describe, expect, it } from "vitest";
import { memoryStorage } from "./memory.ts";
import { open } from "./promise.ts";
import { lending } from "./tool.fixture.ts";

const opened = async () => {
  const verksam = await open({ storage: memoryStorage(), tenant: "north", areas: [lending] });
  await verksam.found("p-1", "Europe/Stockholm");
  return verksam;
};

describe("without Effect", () => {
  it("commands resolve, refusals reject in their own type, safe answers with them", async () => {
    await using verksam = await opened();
    const { lending } = verksam.as({ person: "p-1" });
    await lending.shelf.put("s-1", { unit: "u-1", room: 4 });
    await lending.tool.add("t-1", { unit: "u-1", number: 1, shelf: "s-1" });
    const done = await lending.tool.lend("t-1", { person: "p-2", note: null });
    expect(done.version).toBe(2);
    await expect(lending.tool.lend("t-1", { person: "p-3", note: null })).rejects.toMatchObject({
      _tag: "AlreadyLent",
      to: "p-2",
    });
    const answer = await lending.tool.lend.safe("t-1", { person: "p-3", note: null });
    expect(answer.ok ? undefined : answer.error._tag).toBe("AlreadyLent");
    const dry = await lending.tool.giveBack.dryRun("t-1", {});
    expect(dry.ok && dry.value.events).toMatchObject([{ _tag: "ToolReturned" }]);
  });

  it("reads back what is, what was, and everything as async iterables", async () => {
    await using verksam = await opened();
    const { lending } = verksam.as({ person: "p-1" });
    for (const number of [1, 2, 3]) await lending.shelf.put(`s-${number}`, { unit: "u-1", room: number });
    expect((await verksam.read.lending.shelf.get("s-2"))?.state.room).toBe(2);
    const rooms = [];
    for await (const { state } of verksam.read.lending.shelf.all()) rooms.push(state.room);
    expect(rooms).toEqual([1, 2, 3]);
    const [first] = await verksam.read.lending.shelf.history("s-1");
    expect(first).toMatchObject({ maker: "p-1", office: "founder", event: { _tag: "ShelfPut" } });
    const positions = [];
    for await (const { position } of verksam.journal()) positions.push(position);
    expect(positions).toEqual([1, 2, 3, 4]);
    expect((await verksam.verify()).deviations).toEqual([]);
  });

  it("nobody without types names itself a system office", async () => {
    const systems = { caretaker: ["*"] };
    await using verksam = await open({
      storage: memoryStorage(),
      tenant: "north",
      areas: [lending],
      systems,
    });
    await verksam.found("p-1", "Europe/Stockholm");
    const forged = { person: "p-9", system: "caretaker", cause: 1 };
    const answer = await verksam.as(forged).lending.shelf.put.safe("s-1", { unit: "u-1", room: 4 });
    expect(answer.ok ? undefined : answer.error._tag).toBe("NotAllowed");
  });

  it("an aborted call rejects", async () => {
    await using verksam = await opened();
    const { lending } = verksam.as({ person: "p-1" });
    const signal = AbortSignal.abort();
    await expect(lending.shelf.put("s-1", { unit: "u-1", room: 4 }, { signal })).rejects.toThrow();
  });
});
