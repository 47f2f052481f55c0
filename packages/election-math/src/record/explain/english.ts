import type { LotStep } from "../../count/lot.ts";
import type { ElectionRulesId } from "../../seats/election/rules.ts";
import type { ThresholdStep } from "../../seats/threshold.ts";
import { sumOf } from "../../seats/votes.ts";
import { englishCouncil } from "./english-council.ts";
import { comparison, law, list, number, numerals } from "./english-phrases.ts";
import { englishRanked } from "./english-ranked.ts";
import { barText, decimalText, divisorText, percentText, wholeText } from "./figures.ts";
import type { Words } from "./words.ts";

const seats = (count: number): string => `${number(count)} ${count === 1 ? "seat" : "seats"}`;
const ruleNames: Readonly<Record<ElectionRulesId, string>> = {
  "se.riksdag@2018": "elections to the Riksdag from 2018",
  "se.riksdag@1998": "elections to the Riksdag 1998–2014",
  "se.region@2018": "elections to regional councils from 2018",
  "se.municipality@2018": "elections to municipal councils from 2018",
  "se.eu@2014": "elections to the European Parliament under act 2014:1384",
};

const threshold = ({ party, votes, of, share, isMet, law: code }: ThresholdStep, where: string): string =>
  `${party} had ${number(votes)} of ${number(of)} valid votes ${where}, ${percentText(votes, of, share, numerals)} per cent, and ${isMet ? "takes part" : "does not take part"}; at least ${barText(share, numerals)} per cent is needed${code === undefined ? "" : ` (${law(code)})`}.`;

const lot = ({ among, drawn, by, how }: LotStep<unknown>, about: string, name = (id: string) => id): string =>
  `Equal numbers for ${list(among.map(name))}: ${about}. The lot fell on ${name(drawn)}. It was drawn by ${by}: ${how}.`;

/** The explanation in English. */
export const english: Words = {
  ranked: englishRanked,
  council: englishCouncil,
  basis: "What was counted",
  result: "Result",
  total: (totals) =>
    `Seats: ${list(Object.entries(totals).map(([party, count]) => `${party} ${number(count)}`))}.`,
  seal: (seal) => `Checksum of what was counted (SHA-256 of input, rules and lots): ${seal}.`,
  apportionment: {
    basis: (method, count, votes) =>
      `${seats(count)} to share by ${number(votes)} votes by the method ${method}.`,
    titles: { thresholds: "Threshold", seats: "Seats" },
    sentences: {
      threshold: (step) => threshold(step, "in all"),
      seat: ({ seat, to, ...deciding }) => `Seat ${seat} goes to ${to}: ${comparison(deciding)}.`,
      quota: ({ votes, seats: count, quota }) =>
        `A seat costs ${decimalText(quota, numerals)} votes: ${number(votes)} votes and ${seats(count)}.`,
      wholeQuotas: ({ party, votes, seats: count, remainder }) =>
        `${party} has ${number(votes)} votes, which pay for ${seats(count)}; the remainder is ${decimalText(remainder, numerals)}.`,
      remainder: ({ to, remainder }) =>
        `${to} gets a seat for the largest remainder, ${decimalText(remainder, numerals)}.`,
      takenBack: ({ from }) => `One seat too many was paid for in full; ${from} gives one up.`,
      lot: (step) =>
        lot(
          step,
          step.about.kind === "seat"
            ? `comparison number ${decimalText(step.about.comparison, numerals)}`
            : step.about.kind === "remainder"
              ? `remainder ${decimalText(step.about.remainder, numerals)}`
              : "who gives a seat up",
        ),
    },
  },
  election: {
    basis: ({ rules, totalSeats, constituencies }) => {
      const fixed = sumOf(constituencies.map(({ fixedSeats }) => fixedSeats));
      const votes = sumOf(constituencies.flatMap(({ votes }) => Object.values(votes)));
      const where =
        constituencies.length === 1 ? "1 constituency" : `${number(constituencies.length)} constituencies`;
      return [
        `The rules are those for ${ruleNames[rules]} (${rules}).`,
        `${seats(totalSeats)} to share: ${number(fixed)} fixed in ${where} and, for adjustment, ${number(totalSeats - fixed)}. ${number(votes)} valid votes were cast.`,
      ];
    },
    titles: {
      thresholds: "Thresholds",
      fixedSeats: (constituency) => `Fixed seats in ${constituency}`,
      whole: "All seats shared as in one constituency",
      returned: "Returned seats",
      setAside: "Parties set aside",
      adjustmentSeats: (party) => `Adjustment seats of ${party}`,
    },
    sentences: {
      threshold: (step, { constituency }) =>
        threshold(
          step,
          step.constituency === undefined ? "in the whole" : `in ${constituency(step.constituency)}`,
        ),
      fixedSeat: ({ seat, to, law: code, ...deciding }) =>
        `Seat ${seat} goes to ${to}: ${comparison(deciding)} (${law(code)}).`,
      wholeSeat: ({ seat, of, to, law: code, ...deciding }) =>
        `Seat ${seat} of ${of} goes to ${to}: ${comparison(deciding)} (${law(code)}).`,
      entitled: ({ party, seats: share, fixed }) =>
        share > fixed
          ? `${party} is entitled to ${seats(share)} and has ${number(fixed)} fixed; adjustment seats to be added: ${number(share - fixed)}.`
          : share === fixed
            ? `${party} is entitled to ${seats(share)} and has them all as fixed seats.`
            : `${party} is entitled to ${seats(share)} but has ${number(fixed)} fixed, ${number(fixed - share)} too many.`,
      returned: ({ constituency, from, votes, comparison: number, law: code }, names) =>
        `${from} returns a fixed seat in ${names.constituency(constituency)}, the one it got with its smallest comparison number: ${wholeText(votes, numerals)} divided by ${divisorText(votes, number, numerals)} = ${decimalText(number, numerals)} (${law(code)}).`,
      reassigned: ({ constituency, to, law: code, ...deciding }, names) =>
        `The seat returned in ${names.constituency(constituency)} goes to ${to}: ${comparison(deciding)} (${law(code)}).`,
      kept: ({ constituency, party }, names) =>
        `No other party in ${names.constituency(constituency)} may take the seat, so ${party} keeps it; the act does not say what else applies.`,
      setAside: ({ party, seats: share, fixed, law: code }) =>
        `${party} has ${number(fixed)} fixed seats, more than the ${number(share)} of its share. It keeps them, and it and its seats are left out when the rest is shared (${law(code)}).`,
      adjustmentSeat: ({ to, law: code, party: _, ...deciding }, { constituency }) =>
        `An adjustment seat is placed in ${constituency(to)}: ${comparison(deciding, constituency)} (${law(code)}).`,
      lot: (step, { constituency }) => {
        const { about } = step;
        const equal = `comparison number ${decimalText(about.comparison, numerals)}`;
        if (about.kind === "wholeSeat") return lot(step, `${equal} for the next of all seats`);
        if (about.kind === "returned")
          return lot(step, `${equal} for the seat that ${about.party} is to return`, constituency);
        if (about.kind === "adjustmentSeat")
          return lot(step, `${equal} for the next adjustment seat of ${about.party}`, constituency);
        if ("party" in about)
          return lot(step, `${equal} for a returned seat for ${about.party}`, constituency);
        const seat = about.kind === "fixedSeat" ? "the next fixed seat" : "the returned seat";
        return lot(step, `${equal} for ${seat} in ${constituency(about.constituency)}`);
      },
    },
  },
};
