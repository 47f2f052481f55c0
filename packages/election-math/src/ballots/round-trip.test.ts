import strings from "big-list-of-naughty-strings" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotFile, CastBallot } from "./ballot-file.ts";
import { bltReader } from "./blt/blt.ts";
import { bltPieces } from "./blt/write.ts";
import { csvReader } from "./csv/csv.ts";
import { csvPieces } from "./csv/write.ts";
import type { PreflibKind } from "./preflib/kind.ts";
import { preflibReader } from "./preflib/preflib.ts";
import { preflibPieces } from "./preflib/write.ts";
import { inPieces } from "./refused.fixture.ts";
import { rankingKey } from "./reshape.ts";

const anyText = fc.oneof(
  fc.constantFrom(...strings),
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.constantFrom(..."\"'\r\n\t ,;#()[]{}=-0a", "\uFEFF"), { maxLength: 8 })
    .map((of) => of.join("")),
);
const text = anyText.filter((text) => text !== "");
/** As it stands on a line of its own. */
const line = anyText.map((text) => text.replace(/[\r\n]/g, "").trim());
const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value).map((value) => (value === null ? {} : { [key]: value }) as { readonly [P in K]?: T });

const whole = fc.integer({ min: 1, max: 999_999_999_999_999 });
const weight = fc.oneof(
  fc.constant(1),
  whole,
  fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 9 })).map(([whole, tenths]) => `${whole}.${tenths}`),
);

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** Some of the candidates in any order, cut into ranks; an empty one is a skipped one. */
const ranking = (ids: ReadonlyArray<string>): fc.Arbitrary<CastBallot["ranking"]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...ids]),
      fc.array(fc.nat(3), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([named, cuts]) => {
      const ranks: Array<Array<string>> = [];
      named.forEach((id, index) => {
        if (index > 0 && cuts[index] === 0) ranks.at(-1)?.push(id);
        else {
          if (cuts[index] === 3) ranks.push([]);
          ranks.push([id]);
        }
      });
      return ranks;
    });

const isStrict = ({ ranking }: CastBallot) => ranking.every((rank) => rank.length <= 1);

const ballots = (count: number, id: fc.Arbitrary<string>): fc.Arbitrary<ReadonlyArray<CastBallot>> =>
  fc.uniqueArray(
    fc
      .tuple(ranking(idsOf(count)), weight, fc.option(id))
      .map(
        ([ranking, weight, id]): CastBallot => (id === null ? { ranking, weight } : { ranking, weight, id }),
      ),
    { selector: ({ id }) => id ?? Symbol(), maxLength: 8 },
  );

/** Pieces of the text that were cut anew at random. */
const cut = (pieces: Iterable<string>, at: ReadonlyArray<number>): ReadonlyArray<string> => {
  const whole = [...pieces].join("");
  const cuts = [...at.map((cut) => cut % (whole.length + 1)), whole.length].sort((a, b) => a - b);
  return cuts.map((end, index) => whole.slice(cuts[index - 1] ?? 0, end));
};
const cuts = fc.array(fc.nat(2000), { maxLength: 6 });

const someCandidates = fc.integer({ min: 1, max: 6 });

describe("what was written reads back equal, in pieces cut anywhere", () => {
  const bltFile = someCandidates.chain(
    (count): fc.Arbitrary<BallotFile> =>
      fc
        .record({
          seats: fc.integer({ min: 1, max: count }),
          candidates: fc.tuple(
            ...idsOf(count).map((id) =>
              fc.tuple(fc.constant({ id }), fc.record({ name: anyText }), optional("party", text)),
            ),
          ),
          withdrawn: fc.shuffledSubarray(idsOf(count)),
          title: optional("title", text),
          tieOrder: optional("tieOrder", fc.shuffledSubarray(idsOf(count), { minLength: count })),
          ballots: ballots(
            count,
            text.filter((id) => !/[)\r\n]/.test(id)),
          ),
        })
        .map(({ title, tieOrder, candidates, ballots, ...rest }) => ({
          ...title,
          ...tieOrder,
          ...rest,
          candidates: candidates.map(([id, name, party]) => ({ ...id, ...name, ...party })),
          ballots: ballots.map((ballot) => (ballot.id === undefined ? ballot : { ...ballot, weight: 1 })),
        })),
  );

  it("as BLT", () => {
    fc.assert(
      fc.property(bltFile, cuts, (file, cuts) => {
        const pieces = cut(bltPieces(file, { parties: true }), cuts);
        expect(inPieces(bltReader({ parties: true }), pieces)).toEqual(file);
        expect(inPieces(bltReader({ parties: true, ballotEnd: "line" }), pieces)).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });

  const preflibFile = someCandidates.chain((count) =>
    fc
      .record({
        candidates: fc.tuple(...idsOf(count).map((id) => fc.record({ id: fc.constant(id), name: line }))),
        title: optional(
          "title",
          line.filter((title) => title !== ""),
        ),
        ballots: fc.uniqueArray(fc.record({ ranking: ranking(idsOf(count)), weight: whole }), {
          selector: ({ ranking }) => rankingKey(ranking),
          maxLength: 8,
        }),
      })
      .map(
        ({ title, candidates, ballots }): BallotFile => ({
          ...title,
          candidates,
          withdrawn: [],
          ballots: ballots.filter(
            ({ ranking }) => ranking.length > 0 && ranking.every((rank) => rank.length > 0),
          ),
        }),
      ),
  );

  it("as PrefLib of every kind", () => {
    fc.assert(
      fc.property(preflibFile, cuts, (file, cuts) => {
        const strict = file.ballots.filter(isStrict);
        const isComplete = ({ ranking }: CastBallot) => ranking.flat().length === file.candidates.length;
        const written: ReadonlyArray<readonly [PreflibKind, ReadonlyArray<CastBallot>]> = [
          ["toi", file.ballots],
          ["toc", file.ballots.filter(isComplete)],
          ["soi", strict],
          ["soc", strict.filter(isComplete)],
        ];
        for (const [kind, ballots] of written) {
          const own = { ...file, ballots };
          expect(inPieces(preflibReader(), cut(preflibPieces(own, kind), cuts))).toEqual(own);
        }
      }),
      { numRuns: 300 },
    );
  });

  const csvFile = someCandidates.chain((count) =>
    fc
      .record({
        candidates: fc.uniqueArray(fc.record({ id: text, name: text }), {
          minLength: count,
          maxLength: count,
          selector: ({ id }) => id,
        }),
        ballots: ballots(count, text),
      })
      .map(
        ({ candidates, ballots }): BallotFile => ({
          candidates,
          withdrawn: [],
          ballots: ballots.filter(isStrict).map((ballot) => ({
            ...ballot,
            ranking: ballot.ranking.map((rank) =>
              rank.map((number) => candidates[Number(number) - 1]?.id ?? ""),
            ),
          })),
        }),
      ),
  );

  it.each([",", ";", "\t"] as const)("as CSV with %j between cells, by id or by name", (separator) => {
    fc.assert(
      fc.property(csvFile, cuts, (file, cuts) => {
        const { candidates } = file;
        const byId = { separator, guarded: true } as const;
        expect(inPieces(csvReader({ ...byId, candidates }), cut(csvPieces(file, byId), cuts))).toEqual(file);
        const named = {
          ...file,
          candidates: candidates.map(({ id, name }, index) => ({ id, name: `${name} ${index}` })),
        };
        const byName = { ...byId, cells: "name" } as const;
        expect(
          inPieces(
            csvReader({ ...byName, candidates: named.candidates }),
            cut(csvPieces(named, byName), cuts),
          ),
        ).toEqual(named);
      }),
      { numRuns: 200 },
    );
  });
});
