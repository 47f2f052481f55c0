import type { Parcel, VotesText } from "../../ranked/step.ts";
import { list, number, numerals } from "./english-phrases.ts";
import { votesText } from "./figures.ts";
import { type CandidateNames, type RankedWords, standingText } from "./ranked-words.ts";

const votes = (text: string): string => {
  const told = votesText(text, numerals);
  return `${told} ${told === "1" ? "vote" : "votes"}`;
};
const papers = (count: number): string => `${number(count)} ${count === 1 ? "paper" : "papers"}`;
const named = (ids: ReadonlyArray<string>, { candidate }: CandidateNames): string => list(ids.map(candidate));

const standing = (told: VotesText, names: CandidateNames): string => standingText(told, names, numerals);

const passed = (
  { papers: count, value, newValue, to, exhausted }: Parcel,
  { candidate }: CandidateNames,
): string => {
  const going = Object.entries(to).map(([id, own]) => `${number(own)} to ${candidate(id)}`);
  const spent = exhausted === 0 ? [] : [`${number(exhausted)} with no further name`];
  const worth =
    value === newValue
      ? `worth ${votesText(value, numerals)} each`
      : `worth ${votesText(value, numerals)} each are now worth ${votesText(newValue, numerals)}`;
  return `${papers(count)} ${worth}: ${list([...going, ...spent])}.`;
};

const parcels = (all: ReadonlyArray<Parcel>, names: CandidateNames): string =>
  all.length === 0 ? "No papers are moved." : all.map((parcel) => passed(parcel, names)).join(" ");

const after = (
  { votes: told, nonTransferable }: { readonly votes: VotesText; readonly nonTransferable: string },
  names: CandidateNames,
): string => `Standing: ${standing(told, names)}; not transferable ${votesText(nonTransferable, numerals)}.`;

/** What is said of ranked ballots in English. */
export const englishRanked: RankedWords = {
  basis: (rules, candidates, seats) =>
    `${number(candidates)} candidates for ${number(seats)} ${seats === 1 ? "place" : "places"}; counted by the rule ${rules}.`,
  listBasis: (method, candidates, places) =>
    `${number(candidates)} candidates for ${number(places)} places of a list; put in order by the method ${method}.`,
  titles: {
    papers: "Ballot papers",
    comparison: "Comparison",
    list: "The list",
    first: "Stage 1: first preferences",
    stage: (stage) => `Stage ${stage}`,
    round: (stage, round) => `Stage ${stage}: round ${round}`,
  },
  elected: (names) => `Elected, in the order they were: ${list(names)}.`,
  listed: (names) => `The list: ${names.map((name, at) => `${at + 1} ${name}`).join(", ")}.`,
  unconstrained: (elected, displaced, instead) =>
    `Without the balance rule ${list(elected)} would have been elected.${displaced.length === 0 ? " The rule changed nothing." : ` The rule displaced ${list(displaced)}; ${list(instead)} is elected instead.`}`,
  unconstrainedList: (order) =>
    `Without the balance rule the list would have been: ${order.map((name, at) => `${at + 1} ${name}`).join(", ")}.`,
  moved: (candidate, from, to) =>
    from === undefined
      ? `${candidate} came in at place ${to}.`
      : to === undefined
        ? `${candidate}, who would have had place ${from}, is not on it.`
        : `${candidate} has place ${to} instead of ${from}.`,
  notHouseMonotone:
    "The method counts from below. A longer list may begin otherwise than a shorter one, and the first of the list are not always those whom a count for so few places would have elected.",
  otherwise: (places, elected) =>
    `For ${number(places)} places the count would have elected ${list(elected)}.`,
  sentences: {
    papers: ({ valid, blank }) =>
      `${papers(valid)} count${blank === 0 ? "" : `; ${number(blank)} more name nobody who stands`}.`,
    rankedQuota: ({ votes: cast, seats, quota }) =>
      `The quota is ${votesText(quota, numerals)}: ${votes(cast)} and ${number(seats)} ${seats === 1 ? "place" : "places"}.`,
    firstPreferences: ({ votes: told }, names) => `First preferences: ${standing(told, names)}.`,
    surplus: (step, names) =>
      `${names.candidate(step.from)} has ${votes(step.had)}, ${votesText(step.surplus, numerals)} above the quota, and the surplus goes on. ${parcels(step.parcels, names)} ${after(step, names)}`,
    exclusion: (step, names) =>
      `${list(step.excluded.map(({ candidate, votes: own }) => `${names.candidate(candidate)} (${votesText(own, numerals)})`))} excluded${step.why === "doomed" ? " for the sake of the balance rule" : ", with the fewest votes"}. ${parcels(step.parcels, names)} ${after(step, names)}`,
    elected: ({ candidate, votes: own, why }, names) =>
      why === "quota"
        ? `${names.candidate(candidate)} is elected with ${votes(own)}.`
        : `${names.candidate(candidate)} is elected, since no more are left than there are places.`,
    keepRound: ({ quota, votes: told, keep, nonTransferable }, names) =>
      `The quota is ${votesText(quota, numerals)}. Votes: ${standing(told, names)}; not transferable ${votesText(nonTransferable, numerals)}.${Object.keys(keep).length === 0 ? "" : ` Of every paper kept: ${standing(keep, names)}.`}`,
    keepExclusion: ({ excluded, why }, names) => {
      const who = list(
        excluded.map(
          ({ candidate, votes: own }) => `${names.candidate(candidate)} (${votesText(own, numerals)})`,
        ),
      );
      const reasons = {
        lowest: "with the fewest votes",
        cannotOvertake: "who cannot overtake the next with all of the surplus",
        noVotes: "without votes",
        doomed: "for the sake of the balance rule",
      };
      return `${who} excluded, ${reasons[why]}.`;
    },
    tieNumbers: ({ numbers }, { candidate }) =>
      `Numbers that tell equal votes apart: ${Object.entries(numbers)
        .map(([id, own]) => `${candidate(id)} ${own}`)
        .join(", ")}.`,
    tieNumber: ({ among, taken }, names) =>
      `${named(among, names)} have equal votes; the numbers tell them apart: ${names.candidate(taken)}.`,
    earlierStage: ({ among, taken, stage }, names) =>
      `${named(among, names)} have equal votes; stage ${stage} told them apart: ${names.candidate(taken)}.`,
    idleTie: ({ among, taken }, names) =>
      `${named(among, names)} are level. Who is taken first does not change the result; ${names.candidate(taken)} was taken.`,
    guarded: ({ candidate }, names) =>
      `${names.candidate(candidate)} may not be excluded, or the balance rule could not be kept.`,
    doomed: ({ candidate }, names) =>
      `${names.candidate(candidate)} cannot be elected, or the balance rule could not be kept.`,
    pairwise: ({ pairs }, { candidate }) =>
      pairs
        .map(
          (pair) =>
            `${candidate(pair.candidate)} over ${candidate(pair.over)} ${number(pair.votes)}–${number(pair.against)}`,
        )
        .join("; ")
        .concat("."),
    strongestPaths: ({ paths }, { candidate }) =>
      `Strongest paths: ${paths.map(({ from, to, strength }) => `${candidate(from)}–${candidate(to)} ${number(strength)}`).join(", ")}.`,
    locked: ({ candidate, over, margin }, names) =>
      `${names.candidate(candidate)} over ${names.candidate(over)} counts, by a margin of ${number(margin)}.`,
    skipped: ({ candidate, over }, names) =>
      `${names.candidate(candidate)} over ${names.candidate(over)} does not count: it would close a circle.`,
    points: ({ points }, names) => `Points: ${standing(points, names)}.`,
    placed: ({ place, candidate }, names) => `Place ${place}: ${names.candidate(candidate)}.`,
    listed: ({ place, candidate, number: own, next }, names) =>
      `Place ${place}: ${names.candidate(candidate)}${own === undefined ? "" : ` with ${votesText(own, numerals)}`}${next === undefined ? "" : `; next is ${names.candidate(next.candidate)} with ${votesText(next.number, numerals)}`}.`,
    passedOver: ({ place, candidates }, names) =>
      `${named(candidates, names)} would have been next for place ${place}, but then the balance rule could not be kept.`,
    groupOrder: ({ group, order }, names) =>
      `The order in the group ${group}: ${order.map(names.candidate).join(", ")}.`,
    starts: ({ group, by }) =>
      `The group ${group} starts${by === "rule" ? "" : by === "lot" ? ", by lot" : ", since it has the first of all"}.`,
    lastPlace: ({ places, elected, candidate }, names) =>
      `With ${number(places)} places ${named(elected, names)} are elected; ${names.candidate(candidate)} gets the place after them.`,
    lot: ({ among, drawn, by, how }, names) =>
      `${named(among, names)} are level. The lot fell on ${names.candidate(drawn)}. It was drawn by ${by}: ${how}.`,
  },
};
