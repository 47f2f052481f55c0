import { describe, expect, it } from "vitest";
import { letterSizes, placedLabels } from "./labels.ts";

const room = { radius: 240, side: 330, up: 320 };
const at = (name: string, middle: number, weight = 10, seats = "10") => ({ name, seats, weight, middle });
const shown = (...labels: ReadonlyArray<ReturnType<typeof at>>) =>
  [...placedLabels(labels, room).source.matchAll(/class="label( roomy)?".*?class="name"[^>]*>([^<]*)/g)].map(
    ([, roomy, name]) => `${name}${roomy ?? ""}`,
  );
const [left, top, right] = [0.2, Math.PI / 2, Math.PI - 0.2];

describe("labels beside the half circle", () => {
  it("stand where their parties sit, away from the middle", () => {
    const { source } = placedLabels([at("A", 0), at("B", top), at("C", Math.PI)], room);
    expect(source).toBe(
      '<text class="label" x="-240" y="0" text-anchor="end"><tspan class="name" dy="-0.77em">A</tspan><tspan x="-240" dy="1.15em">10</tspan></text>' +
        '<text class="label" x="0" y="-240" text-anchor="middle"><tspan class="name" dy="-1.40em">B</tspan><tspan x="0" dy="1.15em">10</tspan></text>' +
        '<text class="label" x="240" y="0" text-anchor="start"><tspan class="name" dy="-0.77em">C</tspan><tspan x="240" dy="1.15em">10</tspan></text>',
    );
  });

  it("are all shown where there is room", () => {
    expect(shown(at("A", left), at("B", top), at("C", right))).toEqual(["A", "B", "C"]);
  });

  it("never lie over each other: the larger party's is shown, whatever the order", () => {
    expect(shown(at("A", top, 5), at("B", top, 9))).toEqual(["B"]);
    expect(shown(at("B", top, 9), at("A", top, 5))).toEqual(["B"]);
    expect(shown(at("A", top - 0.1, 5), at("B", top, 9))).toEqual(["A roomy", "B"]);
    expect(shown(at("A", top - 0.02, 5), at("B", top, 9))).toEqual(["B"]);
    expect(shown(at("A", 0.02, 5), at("B", 0.1, 9))).toEqual(["B"]);
    expect(shown(at("A", 0, 5), at("B", 0.2, 9))).toEqual(["A roomy", "B"]);
    expect(shown(at("A", 0, 5), at("B", 0.4, 9))).toEqual(["A", "B"]);
  });

  it("with long names at the sides are for wide pages, or for none", () => {
    expect(shown(at("ABCD", left))).toEqual(["ABCD"]);
    expect(shown(at("ABCDEF", left), at("ABCDEF", right))).toEqual(["ABCDEF roomy", "ABCDEF roomy"]);
    expect(shown(at("ABCDEFGHIJKL", left), at("ABCDEFGHIJKL", right))).toEqual([]);
    expect(shown(at("ABCDEFGHIJKL", top))).toEqual(["ABCDEFGHIJKL"]);
    expect(shown(at("A", left, 10, "100 000 000 000"))).toEqual([]);
  });

  it("count letters, not code units", () => {
    expect(shown(at("😀😀😀", left))).toEqual(["😀😀😀"]);
  });

  it("do not reach below the drawing at the ends, where the letters are large", () => {
    const { source } = placedLabels([at("A", 0), at("B", Math.PI)], room);
    // the second line stands 1.15 letters below the first, and 18 units are left below the half circle
    for (const [, rise] of source.matchAll(/class="name" dy="(.*?)em"/g))
      expect((Number(rise) + 1.15) * letterSizes.narrow).toBeLessThanOrEqual(18);
  });

  it("do not reach above the drawing", () => {
    const low = { ...room, up: 270 };
    expect(placedLabels([at("A", top)], low).source).toBe("");
    expect(placedLabels([at("A", top)], { ...room, up: 290 }).source).toContain("roomy");
  });
});
