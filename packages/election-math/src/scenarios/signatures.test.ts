import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Signatures } from "./signatures.ts";

describe("the numbers of signatures", () => {
  it("are the same exactly for the same words, and count up as they come", () => {
    const word = fc.oneof(fc.nat(2), fc.constant(2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 200 }), (sequences) => {
        const signatures = new Signatures();
        const known = new Map<string, number>();
        for (const words of sequences) {
          const text = words.join();
          const id = known.get(text) ?? known.size;
          known.set(text, id);
          // what stands after the words does not count
          expect(signatures.idOf(Uint32Array.from([...words, known.size]), words.length)).toBe(id);
        }
        expect(signatures.count).toBe(known.size);
      }),
    );
  });

  it("tell apart what the hash does not", () => {
    const signatures = new Signatures();
    const ids = new Set<number>();
    const words = new Uint32Array(3);
    // more than fit in the table at first
    for (let i = 0; i < 200_000; i++) {
      words.set([i, i >>> 3, Math.imul(i, 0x01000193)]);
      ids.add(signatures.idOf(words, 3));
    }
    expect(ids.size).toBe(200_000);
    for (let i = 0; i < 200_000; i += 997) {
      words.set([i, i >>> 3, Math.imul(i, 0x01000193)]);
      expect(signatures.idOf(words, 3)).toBe(i);
    }
  });

  it("keep a signature longer than all before", () => {
    const signatures = new Signatures();
    const long = new Uint32Array(5000).fill(7);
    expect(signatures.idOf(long, 5000)).toBe(0);
    expect(signatures.idOf(long, 4999)).toBe(1);
    expect(signatures.idOf(long, 5000)).toBe(0);
  });
});
