import { describe, expect, it } from "vitest";
import { hashOf } from "./call.ts";
import { Day } from "./day.ts";
import { tool } from "./tool.fixture.ts";

const call = {
  aggregate: tool,
  command: "add",
  id: "t-1",
  input: { unit: "u-1", number: 7, shelf: "s-1" },
  actor: { person: "p-1", office: "chair" },
  on: Day.make("2026-03-01"),
};

describe("what a key was used for", () => {
  it("is told by the same fingerprint in every release, for databases remember it", () => {
    expect(hashOf(call)).toBe("4f6138e20d3f818b");
  });
  it("does not depend on the order in which the input was written", () => {
    expect(hashOf({ ...call, input: { shelf: "s-1", number: 7, unit: "u-1" } })).toBe(hashOf(call));
  });
  it("differs with the actor, the command, the aggregate, the day and the input", () => {
    const others = [
      { ...call, actor: { person: "p-2", office: "chair" } },
      { ...call, command: "lend" },
      { ...call, id: "t-2" },
      { ...call, on: undefined },
      { ...call, input: { ...call.input, number: 8 } },
    ];
    expect(new Set([call, ...others].map(hashOf)).size).toBe(6);
  });
  it("is not told by personal data", () => {
    const lend = { ...call, command: "lend", input: { person: "p-7", note: "canary" } };
    expect(hashOf(lend)).toBe(hashOf({ ...lend, input: { person: "p-7", note: "another" } }));
  });
});
