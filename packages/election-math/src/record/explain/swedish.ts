import type { LotStep } from "../../count/lot.ts";
import type { ElectionRulesId } from "../../seats/election/rules.ts";
import type { ThresholdStep } from "../../seats/threshold.ts";
import { sumOf } from "../../seats/votes.ts";
import { barText, decimalText, divisorText, percentText, wholeText } from "./figures.ts";
import { swedishCouncil } from "./swedish-council.ts";
import { comparison, law, list, number, numerals } from "./swedish-phrases.ts";
import { swedishRanked } from "./swedish-ranked.ts";
import type { Words } from "./words.ts";

const seats = (count: number): string => `${number(count)} mandat`;
const ruleNames: Readonly<Record<ElectionRulesId, string>> = {
  "se.riksdag@2018": "val till riksdagen från och med 2018",
  "se.riksdag@1998": "val till riksdagen 1998–2014",
  "se.region@2018": "val till regionfullmäktige från och med 2018",
  "se.municipality@2018": "val till kommunfullmäktige från och med 2018",
  "se.eu@2014": "val till Europaparlamentet enligt lag 2014:1384",
};

const threshold = ({ party, votes, of, share, isMet, law: code }: ThresholdStep, where: string): string =>
  `${party} fick ${number(votes)} av ${number(of)} giltiga röster ${where}, ${percentText(votes, of, share, numerals)} procent, och ${isMet ? "deltar i fördelningen" : "deltar inte i fördelningen"}; det krävs minst ${barText(share, numerals)} procent${code === undefined ? "" : ` (${law(code)})`}.`;

const lot = ({ among, drawn, by, how }: LotStep<unknown>, about: string, name = (id: string) => id): string =>
  `Lika stora tal för ${list(among.map(name))}, ${about}. Lotten föll på ${name(drawn)}. Lottningen gjordes av ${by}: ${how}.`;

/** The explanation in Swedish. */
export const swedish: Words = {
  ranked: swedishRanked,
  council: swedishCouncil,
  basis: "Underlag",
  result: "Resultat",
  total: (totals) =>
    `Mandat: ${list(Object.entries(totals).map(([party, count]) => `${party} ${number(count)}`))}.`,
  seal: (seal) => `Underlagets kontrollsumma (SHA-256 av underlag, regler och lotter): ${seal}.`,
  apportionment: {
    basis: (method, count, votes) =>
      `${seats(count)} fördelas efter ${number(votes)} röster med metoden ${method}.`,
    titles: { thresholds: "Spärr", seats: "Mandat" },
    sentences: {
      threshold: (step) => threshold(step, "i allt"),
      seat: ({ seat, to, ...deciding }) => `Mandat ${seat} går till ${to}: ${comparison(deciding)}.`,
      quota: ({ votes, seats: count, quota }) =>
        `Ett mandat kostar ${decimalText(quota, numerals)} röster: ${number(votes)} röster och ${seats(count)}.`,
      wholeQuotas: ({ party, votes, seats: count, remainder }) =>
        `${party} har ${number(votes)} röster, som räcker till ${seats(count)}; resten är ${decimalText(remainder, numerals)}.`,
      remainder: ({ to, remainder }) =>
        `${to} får ett mandat för den största resten, ${decimalText(remainder, numerals)}.`,
      takenBack: ({ from }) => `Ett mandat för mycket var betalt fullt ut; ${from} lämnar ett.`,
      lot: (step) =>
        lot(
          step,
          step.about.kind === "seat"
            ? `jämförelsetal ${decimalText(step.about.comparison, numerals)}`
            : step.about.kind === "remainder"
              ? `rest ${decimalText(step.about.remainder, numerals)}`
              : "om vem som lämnar ett mandat",
        ),
    },
  },
  election: {
    basis: ({ rules, totalSeats, constituencies }) => {
      const fixed = sumOf(constituencies.map(({ fixedSeats }) => fixedSeats));
      const votes = sumOf(constituencies.flatMap(({ votes }) => Object.values(votes)));
      const where =
        constituencies.length === 1 ? "1 valkrets" : `${number(constituencies.length)} valkretsar`;
      return [
        `Reglerna är de för ${ruleNames[rules]} (${rules}).`,
        `${seats(totalSeats)} fördelas: ${number(fixed)} fasta i ${where} och ${number(totalSeats - fixed)} utjämningsmandat. ${number(votes)} giltiga röster lämnades.`,
      ];
    },
    titles: {
      thresholds: "Spärrar",
      fixedSeats: (constituency) => `Fasta mandat i ${constituency}`,
      whole: "Fördelning av alla mandat som i en enda valkrets",
      returned: "Återförda mandat",
      setAside: "Partier som ställs utanför",
      adjustmentSeats: (party) => `Utjämningsmandat för ${party}`,
    },
    sentences: {
      threshold: (step, { constituency }) =>
        threshold(
          step,
          step.constituency === undefined ? "i hela valet" : `i ${constituency(step.constituency)}`,
        ),
      fixedSeat: ({ seat, to, law: code, ...deciding }) =>
        `Mandat ${seat} går till ${to}: ${comparison(deciding)} (${law(code)}).`,
      wholeSeat: ({ seat, of, to, law: code, ...deciding }) =>
        `Mandat ${seat} av ${of} går till ${to}: ${comparison(deciding)} (${law(code)}).`,
      entitled: ({ party, seats: share, fixed }) =>
        share > fixed
          ? `${party} har rätt till ${seats(share)} och har ${number(fixed)} fasta; ${number(share - fixed)} utjämningsmandat ska tillföras.`
          : share === fixed
            ? `${party} har rätt till ${seats(share)} och har redan alla som fasta.`
            : `${party} har rätt till ${seats(share)} men har fått ${number(fixed)} fasta, ${number(fixed - share)} för mycket.`,
      returned: ({ constituency, from, votes, comparison: number, law: code }, names) =>
        `${from} återför ett fast mandat i ${names.constituency(constituency)}, det som partiet fick med sitt lägsta jämförelsetal: ${wholeText(votes, numerals)} delat med ${divisorText(votes, number, numerals)} = ${decimalText(number, numerals)} (${law(code)}).`,
      reassigned: ({ constituency, to, law: code, ...deciding }, names) =>
        `Det återförda mandatet i ${names.constituency(constituency)} går till ${to}: ${comparison(deciding)} (${law(code)}).`,
      kept: ({ constituency, party }, names) =>
        `Inget annat parti i ${names.constituency(constituency)} får ta emot mandatet, så ${party} behåller det; lagen säger inte vad som annars gäller.`,
      setAside: ({ party, seats: share, fixed, law: code }) =>
        `${party} har ${number(fixed)} fasta mandat, fler än de ${number(share)} som svarar mot partiets andel. Partiet behåller dem, och det och dess mandat räknas inte med när resten fördelas (${law(code)}).`,
      adjustmentSeat: ({ to, law: code, party: _, ...deciding }, { constituency }) =>
        `Ett utjämningsmandat läggs i ${constituency(to)}: ${comparison(deciding, constituency)} (${law(code)}).`,
      lot: (step, { constituency }) => {
        const { about } = step;
        const equal = `jämförelsetal ${decimalText(about.comparison, numerals)}`;
        if (about.kind === "wholeSeat") return lot(step, `${equal} för nästa mandat av alla`);
        if (about.kind === "returned")
          return lot(step, `${equal} för det mandat ${about.party} ska återföra`, constituency);
        if (about.kind === "adjustmentSeat")
          return lot(step, `${equal} för nästa utjämningsmandat åt ${about.party}`, constituency);
        if ("party" in about)
          return lot(step, `${equal} för ett återfört mandat åt ${about.party}`, constituency);
        const seat = about.kind === "fixedSeat" ? "nästa fasta mandat" : "det återförda mandatet";
        return lot(step, `${equal} för ${seat} i ${constituency(about.constituency)}`);
      },
    },
  },
};
