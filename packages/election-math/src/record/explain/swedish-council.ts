import type { Deciding } from "../../seats/distribute.ts";
import type { Standing } from "../../seats/persons/ballots.ts";
import type { CouncilWords } from "./council-words.ts";
import { barText, decimalText } from "./figures.ts";
import { law, list, number, numerals } from "./swedish-phrases.ts";

const decimal = (text: string): string => decimalText(text, numerals);

/** "; närmast är X med 30". */
const behind = (next: Deciding["next"] | Standing | undefined): string => {
  if (next === undefined) return "";
  return "id" in next
    ? `; närmast är ${next.id} med ${decimal(next.comparison)}`
    : `; närmast är ${next.candidate} med ${number(next.votes)}`;
};

/** "40 röster delat med 1 = 40; närmast är X med 30". */
const divided = ({ votes, comparison, next }: Deciding, divisor: string): string =>
  `${number(votes)} röster delat med ${decimal(divisor)} = ${decimal(comparison)}${behind(next)}`;

/** What is said of councils in Swedish. */
export const swedishCouncil: CouncilWords = {
  basis: (kind, rules) => `${swedishCouncil.titles[kind]}; räknat efter reglerna ${rules}.`,
  titles: {
    board: "Proportionellt val",
    boardSubstitutes: "Ersättarnas ordning",
    fixedSeats: "Fasta mandat per valkrets",
    persons: "Partiets ledamöter i valkretsen",
    substitutes: "Ersättare",
    doubleElections: "Valda i flera valkretsar",
  },
  shares: (shares) => `Platser: ${list(shares.map(([name, count]) => `${name} ${number(count)}`))}.`,
  inOrder: (names) => `Valda: ${names.length === 0 ? "ingen" : list(names)}.`,
  of: (whom, names) => `${whom}: ${names.length === 0 ? "ingen" : list(names)}.`,
  empty: (seats) => `${number(seats)} ${seats === 1 ? "plats" : "platser"} står tomma.`,
  sentences: {
    electorateQuota: ({ electorate, seats, quota, law: code }) =>
      `${number(electorate)} röstberättigade och ${number(seats)} mandat: ett mandat för varje ${decimal(quota)} (${law(code)}).`,
    evenSeats: ({ constituency, electorate, seats, surplus }) =>
      `${constituency} har ${number(electorate)} röstberättigade och får ${number(seats)} mandat; överskottet är ${decimal(surplus)}.`,
    surplusSeat: ({ to, surplus, law: code }) =>
      `${to} får ett mandat för sitt överskott, ${decimal(surplus)} (${law(code)}).`,
    requested: ({ present, requested, needed, law: code }) =>
      `${number(requested)} av ${number(present)} närvarande begär proportionellt val; ${number(needed)} behövs (${law(code)}).`,
    ignoredNames: ({ group, names, law: code }) =>
      `På gruppen ${group}s valsedlar räknas inte ${list(names)}: det är fler namn än valet avser (${law(code)}).`,
    boardPlace: ({ place, to, name, shared, divisor, law: code, ...deciding }) =>
      `Plats ${place} går till ${to}: ${divided(deciding, divisor)}.${name === undefined ? "" : ` Den besätts med ${name}${shared === undefined ? "" : `, som nu har plats från ${number(shared)} grupper och räknas som en del av en plats för var och en`}.`} (${law(code)})`,
    usedUp: ({ group, law: code }) =>
      `Alla namn i ${group} har fått plats, så gruppen är inte längre med (${law(code)}).`,
    idleTie: ({ among, taken }) =>
      `${list(among)} har lika stora tal. Vem som tas först ändrar inte resultatet; ${taken} togs.`,
    servingGroup: ({ rank, group, votes, law: code }) =>
      `${group}, med ${number(votes)} röster, kommer som nummer ${rank} (${law(code)}).`,
    serving: ({ designation, names, law: code }) =>
      `För en frånvarande från ${designation} tjänstgör i tur och ordning ${list(names)} (${law(code)}).`,
    personalVotes: ({ candidate, votes, of, share, least, isMet, law: code }) =>
      `${candidate} fick ${number(votes)} personröster av partiets ${number(of)}; det krävs minst ${barText(share, numerals)} procent och minst ${number(least)}, ${isMet ? "vilket räcker" : "vilket inte räcker"} (${law(code)}).`,
    personalPlace: ({ place, to, votes, next, law: code }) =>
      `Plats ${place} går till ${to} med ${number(votes)} personröster${behind(next)} (${law(code)}).`,
    ballotGroup: ({ candidate, votes, after, placeNumber, law: code }) =>
      `${number(votes)} valsedlar gäller${after === undefined ? "" : " nu"} för ${candidate}${after === undefined ? "" : `, sedan ${after} fått plats; gruppens platstal är ${decimal(placeNumber)}`} (${law(code)}).`,
    spentBallots: ({ votes, after, law: code }) =>
      `${number(votes)} valsedlar har inget fler namn${after === undefined ? "" : ` sedan ${after} fått plats`} och räknas inte längre (${law(code)}).`,
    orderPlace: ({ place, to, divisor, law: code, ...deciding }) =>
      `Plats ${place} går till ${to}: ${divided(deciding, divisor)} (${law(code)}).`,
    substitutesNeeded: ({ seats, share, needed, law: code }) =>
      share === undefined
        ? `Varje ledamot ska ha ${number(needed)} ersättare: så många som partiets mandat, ${number(seats)}, dock minst tre (${law(code)}).`
        : `Med ${number(seats)} mandat ska partiet ha ${number(needed)} ersättare, ${barText(share, numerals)} procent (${law(code)}).`,
    personalSubstitute: ({ place, to, votes, next, law: code }) =>
      `${to} blir ersättare nummer ${place} för alla ledamöter med ${number(votes)} personröster${behind(next)} (${law(code)}).`,
    substitute: ({ member, place, to, votes, next, law: code }) =>
      `Ersättare nummer ${place} för ${member} blir ${to} med ${number(votes)} röster${behind(next)} (${law(code)}).`,
    furtherCounts: ({ members, serving, law: code }) =>
      `Ytterligare en räkning görs för ${list(members)}${serving === undefined ? ", eftersom partiet ska ha minst två ersättare" : `, som har ersättare gemensamt för ${number(serving)} eller fler`} (${law(code)}).`,
    reserve: ({ member, to, law: code }) =>
      `Valsedlarna ger inte ${member} någon ersättare; ${to}, som står i tur att få mandat, utses (${law(code)}).`,
    substitutesLacking: ({ member, needed, found, law: code }) =>
      `Bara ${number(found)} av ${number(needed)} ersättare för ${member ?? "partiet"} kan utses (${law(code)}).`,
    keptSeat: ({ candidate, constituency, number: greatest, others, law: code }) =>
      `${candidate} är vald i flera valkretsar och tar mandatet i ${constituency}, där talet ${decimal(greatest)} är störst; ${list(others.map((other) => `${other.constituency} (${decimal(other.number)})`))} lämnas (${law(code)}).`,
    refilledSeat: ({ constituency, after, to, votes, next, law: code }) =>
      `Mandatet i ${constituency} efter ${after} går till ${to} med ${number(votes)} röster${behind(next)} (${law(code)}).`,
    unfilledSeat: ({ constituency, after, law: code }) =>
      `Mandatet i ${constituency} efter ${after} kan inte besättas: valsedlarna har inget fler namn (${law(code)}).`,
    lot: ({ among, drawn, by, how }) =>
      `Lika stora tal för ${list(among)}. Lotten föll på ${drawn}. Lottningen gjordes av ${by}: ${how}.`,
  },
};
