import { describe, expect, it } from "vitest";
import { input, status, whys } from "./sample.fixture.ts";
import { told } from "./told.ts";

const onTheWay = status("onTheWay", whys.count);

describe("a status in words", () => {
  it("has its name and one sentence of why, in both languages", () => {
    expect(told(onTheWay, input.names, "en")).toEqual({
      name: "On the way",
      sentence: "Theme evening: 1 recorded; at least 2 are promised.",
      lines: [],
    });
    expect(told(onTheWay, input.names, "sv")).toMatchObject({ name: "På väg" });
  });
  it("tells a kind without a name by its code", () => {
    const unnamed = { ...input.names, kinds: new Map() };
    expect(told(onTheWay, unnamed, "en").sentence).toContain(whys.count.of);
  });
});
