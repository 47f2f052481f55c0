/** The count, the allocator and a second small implementation, on random elections: the same seats, and the same lots. */
import { describe, expect, it } from "vitest";
import { Allocator } from "../src/allocator/allocator.ts";
import { run, type Tie } from "../src/count/counting.ts";
import { canonicalJson } from "../src/exact/canonical.ts";
import { Checks, InvalidInput } from "../src/input.ts";
import { countElection, type ElectionResult } from "../src/seats/election/count.ts";
import { type ElectionInput, readElection } from "../src/seats/election/input.ts";
import type { ElectionAbout, ElectionStep } from "../src/seats/election/step.ts";
import { randomElection, randomFrom } from "./random-election.fixture.ts";
import { referenceElection } from "./reference.fixture.ts";

/** What a lot is about, in the words of the reference. */
const inWords = (about: ElectionAbout): string => {
  switch (about.kind) {
    case "fixedSeat":
      return `fixed ${about.constituency}`;
    case "wholeSeat":
      return "whole";
    case "returned":
      return `returned ${about.party}`;
    case "reassigned":
      return "party" in about ? `reassigned to ${about.party}` : `reassigned in ${about.constituency}`;
    case "adjustmentSeat":
      return `adjustment ${about.party}`;
  }
};

/** A lot drawn the same whoever asks. */
const draw = (about: string, among: ReadonlyArray<string>): string | undefined =>
  among[
    [...about, ...among.join()].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % among.length
  ];

const read = (election: ElectionInput): ElectionInput | undefined => {
  const checks = new Checks();
  try {
    const input = readElection({ ...election }, checks);
    checks.done();
    return input;
  } catch (refused) {
    if (refused instanceof InvalidInput) return undefined;
    throw refused;
  }
};

const flat = ({ seats }: ElectionResult): string =>
  canonicalJson(
    Object.fromEntries(
      Object.entries(seats).flatMap(([constituency, parties]) =>
        Object.entries(parties).map(([party, seats]) => [`${constituency}/${party}`, seats]),
      ),
    ),
  );

/** What the explaining count says, with lots drawn or without. */
const ours = (input: ElectionInput, isDrawing: boolean) => {
  const kinds = new Set<string>();
  const decide = ({ about, among }: Tie<ElectionAbout>) =>
    isDrawing ? draw(inWords(about), among) : undefined;
  const ended = run(countElection(input), decide, ({ kind }: ElectionStep) => kinds.add(kind));
  if ("tie" in ended) return { lot: `${inWords(ended.tie.about)}: ${ended.tie.among}`, kinds };
  return { result: ended.result, text: flat(ended.result), kinds };
};

const theirs = (input: ElectionInput, isDrawing: boolean) => {
  const answer = referenceElection(input, isDrawing ? draw : undefined);
  if ("lot" in answer) return { lot: `${answer.lot.about}: ${answer.lot.among}` };
  return { text: canonicalJson("seats" in answer ? Object.fromEntries(answer.seats) : {}) };
};

/** What the allocator says where it says anything. */
const fast = (input: ElectionInput): string | undefined => {
  const { rules, totalSeats, constituencies } = input;
  const parties = [...new Set(constituencies.flatMap(({ votes }) => Object.keys(votes)))];
  const allocator = new Allocator({ rules, totalSeats, constituencies, parties });
  const votes = Float64Array.from(
    constituencies.flatMap(({ votes }) => parties.map((party) => votes[party] ?? 0)),
  );
  if (!allocator.allocate(votes)) return undefined;
  const seats = constituencies.flatMap(({ id }, c) =>
    parties.flatMap((party, p) => {
      const cell = c * parties.length + p;
      const [fixed, adjustment] = [allocator.fixed[cell] ?? 0, allocator.adjustment[cell] ?? 0];
      return fixed + adjustment > 0 ? [[`${id}/${party}`, { fixed, adjustment }] as const] : [];
    }),
  );
  return canonicalJson(Object.fromEntries(seats));
};

describe("on 100 000 random elections", () => {
  it("the count agrees with the second implementation and with the allocator, lots included", {
    timeout: 300_000,
  }, () => {
    const random = randomFrom(20260913);
    const met = new Map<string, number>();
    const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
    for (let number = 0; number < 100_000; number++) {
      const election = randomElection(random);
      const input = read(election);
      if (input === undefined) {
        meet("refused");
        continue;
      }
      const isDrawing = number % 2 === 0;
      const counted = ours(input, isDrawing);
      const { lot, text } = theirs(input, isDrawing);
      if (counted.lot !== lot || counted.text !== text)
        expect({ input, ...counted }).toEqual({ input, lot, text });
      for (const kind of counted.kinds) meet(kind);
      meet(counted.lot === undefined ? "counted" : "stopped for a lot");
      const quick = fast(input);
      if (quick === undefined) continue;
      meet("allocated");
      if (quick !== counted.text) expect({ input, quick }).toEqual({ input, quick: counted.text });
    }
    // every branch was taken often enough to mean something
    expect(met.get("refused") ?? 0).toBeLessThan(10_000);
    for (const what of [
      "returned",
      "reassigned",
      "kept",
      "setAside",
      "adjustmentSeat",
      "stopped for a lot",
      "allocated",
    ])
      expect([what, met.get(what) ?? 0]).toEqual([what, expect.toSatisfy((count: number) => count > 1000)]);
  });
});
