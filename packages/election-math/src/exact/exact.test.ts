import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { compareFractions, fractionOf, fractionText, readFraction } from "./fraction.ts";
import { sha256 } from "./sha256.ts";

describe("a fraction", () => {
  it("is written in lowest terms, whole where it is whole", () => {
    expect(fractionText({ n: 9340n, d: 30n })).toBe("934/3");
    expect(fractionText({ n: 30n, d: 10n })).toBe("3");
    expect(fractionText({ n: 0n, d: 7n })).toBe("0");
    expect(fractionText({ n: -6n, d: 4n })).toBe("-3/2");
  });

  it("is compared exactly where floating point sees no difference", () => {
    const [a, b] = [
      { n: 9007199254740993n, d: 3n },
      { n: 9007199254740992n, d: 3n },
    ] as const;
    expect(Number(a.n) / 3).toBe(Number(b.n) / 3);
    expect(compareFractions(a, b)).toBe(1);
    expect(compareFractions(b, a)).toBe(-1);
    expect(compareFractions({ n: 2n, d: 4n }, { n: 3n, d: 6n })).toBe(0);
  });

  it.each([
    ["1.2", "6/5"],
    [1.2, "6/5"],
    ["6/5", "6/5"],
    ["4%", "1/25"],
    ["0.5%", "1/200"],
    [0.04, "1/25"],
    ["1.2/2", "3/5"],
    [3, "3"],
  ])("is read from %s", (ratio, text) => {
    const read = fractionOf(ratio);
    expect(read && fractionText(read)).toBe(text);
  });

  it.each(["", "-1", "1e3", "4 %", "1/0", "1,2", ".5", "5.", "4%/5", "x1", "1x", Number.NaN, 1e-7, -0.04])(
    "is not read from %s",
    (ratio) => {
      expect(fractionOf(ratio)).toBeUndefined();
    },
  );
});

describe("a fraction written in lowest terms", () => {
  it("reads back as the same, however many digits it has", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.bigInt(1n, 10n ** 40n), (n, d) => {
        const read = readFraction(fractionText({ n, d }));
        expect(read && compareFractions(read, { n, d })).toBe(0);
      }),
    );
  });

  it.each(["", "-1", "1/0", "1/", "/2", "1.5", "1/2/3", " 1", "1 ", "1/02"])(
    "is not read from %j",
    (text) => {
      expect(readFraction(text)).toBeUndefined();
    },
  );
});

describe("the canonical text", () => {
  it("does not depend on the order of keys, and leaves out what is undefined", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "å" }], a: undefined, 10: true, 2: false })).toBe(
      '{"10":true,"2":false,"b":[1,{"c":"å","d":null}]}',
    );
    expect(canonicalJson(undefined)).toBe("null");
  });

  it("is JSON that reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("SHA-256", () => {
  it("agrees with the platform's on texts of every length around the blocks, and on any text", () => {
    const platform = (text: string) => createHash("sha256").update(text).digest("hex");
    for (let length = 0; length < 200; length++)
      expect(sha256("a".repeat(length))).toBe(platform("a".repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        expect(sha256(text)).toBe(platform(text));
      }),
    );
  });
});
