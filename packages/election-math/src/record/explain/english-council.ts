import type { Deciding } from "../../seats/distribute.ts";
import type { Standing } from "../../seats/persons/ballots.ts";
import type { CouncilWords } from "./council-words.ts";
import { law, list, number, numerals } from "./english-phrases.ts";
import { barText, decimalText } from "./figures.ts";

const decimal = (text: string): string => decimalText(text, numerals);

/** "; next is X with 30". */
const behind = (next: Deciding["next"] | Standing | undefined): string => {
  if (next === undefined) return "";
  return "id" in next
    ? `; next is ${next.id} with ${decimal(next.comparison)}`
    : `; next is ${next.candidate} with ${number(next.votes)}`;
};

/** "40 votes divided by 1 = 40; next is X with 30". */
const divided = ({ votes, comparison, next }: Deciding, divisor: string): string =>
  `${number(votes)} votes divided by ${decimal(divisor)} = ${decimal(comparison)}${behind(next)}`;

/** What is said of councils in English. */
export const englishCouncil: CouncilWords = {
  basis: (kind, rules) => `${englishCouncil.titles[kind]}; counted by the rules ${rules}.`,
  titles: {
    board: "Proportional election",
    boardSubstitutes: "Order of the substitutes",
    fixedSeats: "Fixed seats by constituency",
    persons: "The party's members in the constituency",
    substitutes: "Substitutes",
    doubleElections: "Elected in several constituencies",
  },
  shares: (shares) => `Places: ${list(shares.map(([name, count]) => `${name} ${number(count)}`))}.`,
  inOrder: (names) => `Elected: ${names.length === 0 ? "nobody" : list(names)}.`,
  of: (whom, names) => `${whom}: ${names.length === 0 ? "nobody" : list(names)}.`,
  empty: (seats) => `${number(seats)} ${seats === 1 ? "place stays" : "places stay"} empty.`,
  sentences: {
    electorateQuota: ({ electorate, seats, quota, law: code }) =>
      `${number(electorate)} electors and ${number(seats)} seats: a seat for each ${decimal(quota)} (${law(code)}).`,
    evenSeats: ({ constituency, electorate, seats, surplus }) =>
      `${constituency} has ${number(electorate)} electors and gets ${number(seats)} seats; the surplus is ${decimal(surplus)}.`,
    surplusSeat: ({ to, surplus, law: code }) =>
      `${to} gets a seat for its surplus, ${decimal(surplus)} (${law(code)}).`,
    requested: ({ present, requested, needed, law: code }) =>
      `${number(requested)} of ${number(present)} present ask for a proportional election; ${number(needed)} are needed (${law(code)}).`,
    ignoredNames: ({ group, names, law: code }) =>
      `On the ballots of ${group} ${list(names)} do not count: more names than the election concerns (${law(code)}).`,
    boardPlace: ({ place, to, name, shared, divisor, law: code, ...deciding }) =>
      `Place ${place} goes to ${to}: ${divided(deciding, divisor)}.${name === undefined ? "" : ` It is filled by ${name}${shared === undefined ? "" : `, who now has a place from ${number(shared)} groups and counts as a part of one for each`}.`} (${law(code)})`,
    usedUp: ({ group, law: code }) =>
      `Every name of ${group} has a place, so that the group takes no further part (${law(code)}).`,
    idleTie: ({ among, taken }) =>
      `${list(among)} have equal numbers. Who is taken first does not change the result; ${taken} was taken.`,
    servingGroup: ({ rank, group, votes, law: code }) =>
      `${group}, with ${number(votes)} votes, comes as number ${rank} (${law(code)}).`,
    serving: ({ designation, names, law: code }) =>
      `For an absent member of ${designation} serve in turn ${list(names)} (${law(code)}).`,
    personalVotes: ({ candidate, votes, of, share, least, isMet, law: code }) =>
      `${candidate} had ${number(votes)} personal votes of the party's ${number(of)}; at least ${barText(share, numerals)} per cent and at least ${number(least)} are needed, ${isMet ? "which is enough" : "which is not enough"} (${law(code)}).`,
    personalPlace: ({ place, to, votes, next, law: code }) =>
      `Place ${place} goes to ${to} with ${number(votes)} personal votes${behind(next)} (${law(code)}).`,
    ballotGroup: ({ candidate, votes, after, placeNumber, law: code }) =>
      `${number(votes)} ballots ${after === undefined ? "" : "now "}count for ${candidate}${after === undefined ? "" : `, since ${after} has a place; the group's place number is ${decimal(placeNumber)}`} (${law(code)}).`,
    spentBallots: ({ votes, after, law: code }) =>
      `${number(votes)} ballots have no further name${after === undefined ? "" : ` since ${after} has a place`} and count no more (${law(code)}).`,
    orderPlace: ({ place, to, divisor, law: code, ...deciding }) =>
      `Place ${place} goes to ${to}: ${divided(deciding, divisor)} (${law(code)}).`,
    substitutesNeeded: ({ seats, share, needed, law: code }) =>
      share === undefined
        ? `Every member is to have ${number(needed)} substitutes: as many as the party's seats, ${number(seats)}, and at least three (${law(code)}).`
        : `With ${number(seats)} seats the party is to have ${number(needed)} substitutes, ${barText(share, numerals)} per cent (${law(code)}).`,
    personalSubstitute: ({ place, to, votes, next, law: code }) =>
      `${to} is substitute ${place} for every member with ${number(votes)} personal votes${behind(next)} (${law(code)}).`,
    substitute: ({ member, place, to, votes, next, law: code }) =>
      `Substitute ${place} for ${member} is ${to} with ${number(votes)} votes${behind(next)} (${law(code)}).`,
    furtherCounts: ({ members, serving, law: code }) =>
      `One more count is made for ${list(members)}${serving === undefined ? ", since the party is to have at least two substitutes" : `, whose substitute serves ${number(serving)} or more`} (${law(code)}).`,
    reserve: ({ member, to, law: code }) =>
      `The ballots give ${member} no substitute; ${to}, next in turn for a seat, serves (${law(code)}).`,
    substitutesLacking: ({ member, needed, found, law: code }) =>
      `Only ${number(found)} of ${number(needed)} substitutes for ${member ?? "the party"} can be found (${law(code)}).`,
    keptSeat: ({ candidate, constituency, number: greatest, others, law: code }) =>
      `${candidate} is elected in several constituencies and takes the seat in ${constituency}, where the number ${decimal(greatest)} is the greatest; ${list(others.map((other) => `${other.constituency} (${decimal(other.number)})`))} left (${law(code)}).`,
    refilledSeat: ({ constituency, after, to, votes, next, law: code }) =>
      `The seat in ${constituency} after ${after} goes to ${to} with ${number(votes)} votes${behind(next)} (${law(code)}).`,
    unfilledSeat: ({ constituency, after, law: code }) =>
      `The seat in ${constituency} after ${after} cannot be filled: the ballots have no further name (${law(code)}).`,
    lot: ({ among, drawn, by, how }) =>
      `Equal numbers for ${list(among)}. The lot fell on ${drawn}. It was drawn by ${by}: ${how}.`,
  },
};
