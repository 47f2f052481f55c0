/** Elections on numbers alone beside the count that explains every seat; scenarios with their coverage, and the memory they take. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { allocateMany, coverage, electionAt, type Field, sample } from "@verksam/election-math/scenarios";
import { type ElectionAnswer, OTHER, swedishElection } from "@verksam/election-math/seats";
import { parse } from "csv-parse/sync";
import { type Line, median } from "./measure.ts";
import { randomFrom } from "./random.ts";

const rows = (name: string): ReadonlyArray<Readonly<Record<string, string>>> =>
  parse(readFileSync(new URL(`../examples/election-night/elections/${name}`, import.meta.url)), {
    columns: true,
    comment: "#",
  });

const parties = ["S", "M", "SD", "C", "V", "KD", "L", "MP", OTHER];

/** The Riksdag election of 2018 as it was certified: the eight parties with seats, and all others together. */
const riksdag = (): { readonly field: Field; readonly votes: Float64Array } => {
  const constituencies = rows("riksdag-2018-fixed-seats.csv").map((row) => ({
    id: row.constituency_code ?? "",
    fixedSeats: Number(row.fixed_seats),
  }));
  const votes = new Float64Array(constituencies.length * parties.length);
  const at = new Map(constituencies.map(({ id }, c) => [id, c * parties.length]));
  for (const { constituency_code = "", party = "", votes: own } of rows("riksdag-2018-votes.csv")) {
    const p = parties.indexOf(party);
    const cell = (at.get(constituency_code) ?? Number.NaN) + (p < 0 ? parties.length - 1 : p);
    votes[cell] = (votes[cell] ?? Number.NaN) + Number(own);
  }
  return { field: { rules: "se.riksdag@2018", totalSeats: 349, constituencies, parties }, votes };
};

/** Elections around one: every number of votes between 80 % and 120 % of what it was, the same for the same seed. */
const around = (votes: Float64Array, count: number, seed: number): Float64Array => {
  const random = randomFrom(seed);
  return Float64Array.from({ length: count * votes.length }, (_, cell) =>
    Math.round((votes[cell % votes.length] ?? 0) * (0.8 + 0.4 * random())),
  );
};

const seatsOf = (answer: ElectionAnswer, { constituencies }: Field, kind: "fixed" | "adjustment") =>
  constituencies.flatMap(({ id }) =>
    parties.map((party) => (answer.status === "done" ? (answer.seats[id]?.[party]?.[kind] ?? 0) : 0)),
  );

const [rounds, counted, explained] = [9, 5000, 200];

const allocation = (): ReadonlyArray<Line> => {
  const { field, votes } = riksdag();
  const cells = votes.length;
  const taken: { readonly fast: Array<number>; readonly slow: Array<number> } = { fast: [], slow: [] };
  let [equal, undecided] = [0, 0];
  for (let round = 0; round <= rounds; round++) {
    const elections = around(votes, counted, round + 1);
    const begun = performance.now();
    const allocated = allocateMany(field, elections);
    const between = performance.now();
    const answers = Array.from({ length: explained }, (_, number) =>
      swedishElection(electionAt(field, elections, number * cells)),
    );
    const ended = performance.now();
    undecided += allocated.undecided.length;
    answers.forEach((answer, number) => {
      const isEqual = (["fixed", "adjustment"] as const).every((kind) => {
        const own = allocated[kind].subarray(number * cells, (number + 1) * cells);
        return seatsOf(answer, field, kind).every((seats, cell) => seats === own[cell]);
      });
      if (isEqual) equal++;
    });
    if (round === 0) continue;
    taken.fast.push(((between - begun) / counted) * 1000);
    taken.slow.push(((ended - between) / explained) * 1000);
  }
  const [fast, slow] = [median(taken.fast), median(taken.slow)];
  return [
    {
      what: "a Riksdag with its 29 constituencies: µs by allocateMany",
      figure: `${fast.toFixed(1)} µs`,
      ratio: fast,
      target: { atMost: 15 },
    },
    {
      what: "the same explained step by step ÷ by allocateMany",
      figure: `${slow.toFixed(0)} µs ÷ ${fast.toFixed(1)} µs`,
      ratio: slow / fast,
      target: { atLeast: 60 },
    },
    {
      what: "seats equal, fixed and adjustment seats in every constituency",
      figure: `${equal} of ${(rounds + 1) * explained}, ${undecided} of ${(rounds + 1) * counted} left undecided`,
    },
  ];
};

/** Passes the chunks on, and looks each time how much memory is held. */
const watched = () => {
  let most = 0;
  return {
    *watching<Chunk>(chunks: Iterable<Chunk>): Generator<Chunk> {
      for (const chunk of chunks) {
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        most = Math.max(most, heapUsed + arrayBuffers);
        yield chunk;
      }
    },
    megabytes: () => most / 2 ** 20,
  };
};

const scenarios = (): ReadonlyArray<Line> => {
  const { field, votes } = riksdag();
  const all = votes.reduce((sum, own) => sum + own, 0);
  const shareOf = (party: number) =>
    votes.reduce((sum, own, cell) => sum + (cell % parties.length === party ? own : 0), 0) / all;
  const shares = Object.fromEntries(
    parties.flatMap((party, p) => (party === OTHER ? [] : [[party, shareOf(p)] as const])),
  );
  const right = ["M", "SD", "KD", "L"];
  const left = ["S", "V", "MP", "C"];
  const run = (draws: number) => {
    const begun = performance.now();
    const heap = watched();
    const told = coverage(
      heap.watching(
        sample({
          model: {
            election: electionAt(field, votes, 0),
            polls: [{ shares, size: 1500 }],
            error: { scale: 0.08, blocs: [{ parties: right, correlation: 0.3 }], between: -0.1 },
            constituencyNoise: 0.04,
          },
          draws,
          seed: 2018,
        }),
      ),
      {
        distinctions: { blocs: [right, left].map((own, at) => ({ id: `${at}`, parties: own })) },
        responses: [
          { id: "0", when: { bloc: "0", reaches: "majority" } },
          { id: "1", when: { bloc: "1", reaches: "majority" } },
        ],
      },
    );
    return { told, seconds: (performance.now() - begun) / 1000, megabytes: heap.megabytes() };
  };
  run(10_000);
  const [few, many] = [run(100_000), run(1_000_000)];
  return [
    {
      what: "100 000 elections drawn, counted and held against responses: s",
      figure: `${few.seconds.toFixed(2)} s, ${few.told.keys} keys, unseen ${few.told.unseen.mass.toFixed(4)}`,
      ratio: few.seconds,
      target: { atMost: 4 },
    },
    {
      what: "heap of 1 000 000 ÷ of 100 000",
      figure: `${many.megabytes.toFixed(0)} MB ÷ ${few.megabytes.toFixed(0)} MB (${many.seconds.toFixed(1)} s, ${many.told.keys} keys)`,
      ratio: many.megabytes / few.megabytes,
      target: { atMost: 1.3 },
    },
  ];
};

export const election = (): ReadonlyArray<Line> => [...allocation(), ...scenarios()];
