import type { Parcel, VotesText } from "../../ranked/step.ts";
import { votesText } from "./figures.ts";
import { type CandidateNames, type RankedWords, standingText } from "./ranked-words.ts";
import { list, number, numerals } from "./swedish-phrases.ts";

const votes = (text: string): string => {
  const told = votesText(text, numerals);
  return `${told} ${told === "1" ? "röst" : "röster"}`;
};
const papers = (count: number): string => `${number(count)} ${count === 1 ? "valsedel" : "valsedlar"}`;
const named = (ids: ReadonlyArray<string>, { candidate }: CandidateNames): string => list(ids.map(candidate));

const standing = (told: VotesText, names: CandidateNames): string => standingText(told, names, numerals);

const passed = (
  { papers: count, value, newValue, to, exhausted }: Parcel,
  { candidate }: CandidateNames,
): string => {
  const going = Object.entries(to).map(([id, own]) => `${number(own)} till ${candidate(id)}`);
  const spent = exhausted === 0 ? [] : [`${number(exhausted)} har inget mer namn`];
  const worth =
    value === newValue
      ? `värda ${votesText(value, numerals)} var`
      : `värda ${votesText(value, numerals)} var är nu värda ${votesText(newValue, numerals)}`;
  return `${papers(count)} ${worth}: ${list([...going, ...spent])}.`;
};

const parcels = (all: ReadonlyArray<Parcel>, names: CandidateNames): string =>
  all.length === 0 ? "Inga valsedlar flyttas." : all.map((parcel) => passed(parcel, names)).join(" ");

const after = (
  { votes: told, nonTransferable }: { readonly votes: VotesText; readonly nonTransferable: string },
  names: CandidateNames,
): string =>
  `Ställning: ${standing(told, names)}; utan fortsättning ${votesText(nonTransferable, numerals)}.`;

/** What is said of ranked ballots in Swedish. */
export const swedishRanked: RankedWords = {
  basis: (rules, candidates, seats) =>
    `${number(candidates)} kandidater till ${number(seats)} ${seats === 1 ? "plats" : "platser"}; räknat efter regeln ${rules}.`,
  listBasis: (method, candidates, places) =>
    `${number(candidates)} kandidater till ${number(places)} platser på en lista; ordnade med metoden ${method}.`,
  titles: {
    papers: "Valsedlar",
    comparison: "Jämförelse",
    list: "Listan",
    first: "Etapp 1: förstanamn",
    stage: (stage) => `Etapp ${stage}`,
    round: (stage, round) => `Etapp ${stage}: omgång ${round}`,
  },
  elected: (names) => `Valda, i den ordning de valdes: ${list(names)}.`,
  listed: (names) => `Listan: ${names.map((name, at) => `${at + 1} ${name}`).join(", ")}.`,
  unconstrained: (elected, displaced, instead) =>
    `Utan balansregel hade ${list(elected)} valts.${displaced.length === 0 ? " Regeln ändrade inget." : ` Regeln gjorde att ${list(displaced)} inte valdes, och att ${list(instead)} valdes i stället.`}`,
  unconstrainedList: (order) =>
    `Utan balansregel hade listan varit: ${order.map((name, at) => `${at + 1} ${name}`).join(", ")}.`,
  moved: (candidate, from, to) =>
    from === undefined
      ? `${candidate} kom in på plats ${to}.`
      : to === undefined
        ? `${candidate}, som hade haft plats ${from}, är inte med.`
        : `${candidate} fick plats ${to} i stället för ${from}.`,
  notHouseMonotone:
    "Metoden räknar nerifrån. En längre lista kan börja annorlunda än en kortare, och de första på listan är inte alltid de som en räkning för så få platser hade valt.",
  otherwise: (places, elected) => `För ${number(places)} platser hade räkningen valt ${list(elected)}.`,
  sentences: {
    papers: ({ valid, blank }) =>
      `${papers(valid)} räknas${blank === 0 ? "" : `; ${number(blank)} till nämner ingen som kandiderar`}.`,
    rankedQuota: ({ votes: cast, seats, quota }) =>
      `Kvoten är ${votesText(quota, numerals)}: ${votes(cast)} och ${number(seats)} ${seats === 1 ? "plats" : "platser"}.`,
    firstPreferences: ({ votes: told }, names) => `Förstanamn: ${standing(told, names)}.`,
    surplus: (step, names) =>
      `${names.candidate(step.from)} har ${votes(step.had)}, ${votesText(step.surplus, numerals)} över kvoten, och överskottet går vidare. ${parcels(step.parcels, names)} ${after(step, names)}`,
    exclusion: (step, names) =>
      `${list(step.excluded.map(({ candidate, votes: own }) => `${names.candidate(candidate)} (${votesText(own, numerals)})`))} utesluts${step.why === "doomed" ? " för balansregelns skull" : ", med minst röster"}. ${parcels(step.parcels, names)} ${after(step, names)}`,
    elected: ({ candidate, votes: own, why }, names) =>
      why === "quota"
        ? `${names.candidate(candidate)} är vald med ${votes(own)}.`
        : `${names.candidate(candidate)} är vald, eftersom inte fler är kvar än det finns platser.`,
    keepRound: ({ quota, votes: told, keep, nonTransferable }, names) =>
      `Kvoten är ${votesText(quota, numerals)}. Röster: ${standing(told, names)}; utan fortsättning ${votesText(nonTransferable, numerals)}.${Object.keys(keep).length === 0 ? "" : ` Av varje valsedel behåller: ${standing(keep, names)}.`}`,
    keepExclusion: ({ excluded, why }, names) => {
      const who = list(
        excluded.map(
          ({ candidate, votes: own }) => `${names.candidate(candidate)} (${votesText(own, numerals)})`,
        ),
      );
      const reasons = {
        lowest: "med minst röster",
        cannotOvertake: "som inte kan komma ifatt nästa med allt överskott",
        noVotes: "utan röster",
        doomed: "för balansregelns skull",
      };
      return `${who} utesluts, ${reasons[why]}.`;
    },
    tieNumbers: ({ numbers }, { candidate }) =>
      `Tal som skiljer lika röstetal åt: ${Object.entries(numbers)
        .map(([id, own]) => `${candidate(id)} ${own}`)
        .join(", ")}.`,
    tieNumber: ({ among, taken }, names) =>
      `${named(among, names)} har lika många röster; talen skiljer dem åt: ${names.candidate(taken)}.`,
    earlierStage: ({ among, taken, stage }, names) =>
      `${named(among, names)} har lika många röster; etapp ${stage} skilde dem åt: ${names.candidate(taken)}.`,
    idleTie: ({ among, taken }, names) =>
      `${named(among, names)} står lika. Vem som tas först ändrar inte resultatet; ${names.candidate(taken)} togs.`,
    guarded: ({ candidate }, names) =>
      `${names.candidate(candidate)} får inte uteslutas, för då kan balansregeln inte uppfyllas.`,
    doomed: ({ candidate }, names) =>
      `${names.candidate(candidate)} kan inte väljas, för då kan balansregeln inte uppfyllas.`,
    pairwise: ({ pairs }, { candidate }) =>
      pairs
        .map(
          (pair) =>
            `${candidate(pair.candidate)} före ${candidate(pair.over)} ${number(pair.votes)}–${number(pair.against)}`,
        )
        .join("; ")
        .concat("."),
    strongestPaths: ({ paths }, { candidate }) =>
      `Starkaste vägar: ${paths.map(({ from, to, strength }) => `${candidate(from)}–${candidate(to)} ${number(strength)}`).join(", ")}.`,
    locked: ({ candidate, over, margin }, names) =>
      `${names.candidate(candidate)} före ${names.candidate(over)} räknas, med ${number(margin)} i marginal.`,
    skipped: ({ candidate, over }, names) =>
      `${names.candidate(candidate)} före ${names.candidate(over)} räknas inte: det skulle sluta en cirkel.`,
    points: ({ points }, names) => `Poäng: ${standing(points, names)}.`,
    placed: ({ place, candidate }, names) => `Plats ${place}: ${names.candidate(candidate)}.`,
    listed: ({ place, candidate, number: own, next }, names) =>
      `Plats ${place}: ${names.candidate(candidate)}${own === undefined ? "" : ` med ${votesText(own, numerals)}`}${next === undefined ? "" : `; närmast är ${names.candidate(next.candidate)} med ${votesText(next.number, numerals)}`}.`,
    passedOver: ({ place, candidates }, names) =>
      `${named(candidates, names)} hade stått närmast plats ${place}, men då kan balansregeln inte uppfyllas.`,
    groupOrder: ({ group, order }, names) =>
      `Ordningen i gruppen ${group}: ${order.map(names.candidate).join(", ")}.`,
    starts: ({ group, by }) =>
      `Gruppen ${group} börjar${by === "rule" ? "" : by === "lot" ? ", efter lottning" : ", eftersom den har den första av alla"}.`,
    lastPlace: ({ places, elected, candidate }, names) =>
      `Med ${number(places)} platser väljs ${named(elected, names)}; ${names.candidate(candidate)} får platsen efter dem.`,
    lot: ({ among, drawn, by, how }, names) =>
      `${named(among, names)} står lika. Lotten föll på ${names.candidate(drawn)}. Lottningen gjordes av ${by}: ${how}.`,
  },
};
