import { describe, expect, it } from "vitest";
import { explain, type Language } from "../index.ts";
import { rankedRecords } from "../ranked-record.fixture.ts";

const records = Object.entries(rankedRecords);
const languages: ReadonlyArray<Language> = ["sv", "en"];

const chapters = (record: Parameters<typeof explain>[0], language: Language) =>
  explain(record, language).map(({ title, sentences }) => [
    title,
    ...sentences.map((sentence) => sentence.replaceAll("\u00a0", " ")),
  ]);
const sentences = (record: Parameters<typeof explain>[0], language: Language) =>
  explain(record, language).flatMap((chapter) => chapter.sentences);

/** Every kind of step of a count of ranked papers or of a list. */
const kinds = [
  "doomed",
  "earlierStage",
  "elected",
  "exclusion",
  "firstPreferences",
  "groupOrder",
  "guarded",
  "idleTie",
  "keepExclusion",
  "keepRound",
  "lastPlace",
  "listed",
  "locked",
  "lot",
  "pairwise",
  "papers",
  "passedOver",
  "placed",
  "points",
  "rankedQuota",
  "skipped",
  "starts",
  "strongestPaths",
  "surplus",
  "tieNumber",
  "tieNumbers",
];

describe("counts of ranked papers in sentences", () => {
  it("are tried with every kind of step", () => {
    const steps = records.flatMap(([, { steps }]) => steps.map(({ kind }) => kind as string));
    expect([...new Set(steps)].sort()).toEqual(kinds);
  });

  it.each(records)("tell every step of %s in both languages, with nothing left out", (_, record) => {
    for (const language of languages) {
      const told = explain(record, language);
      expect(told.slice(1, -1).flatMap(({ sentences }) => sentences)).toHaveLength(record.steps.length);
      for (const { title, sentences } of told) {
        expect(title).not.toBe("");
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[^\s].*\.$/u);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|null|\$\{| {2}|, \.|: \./);
        }
      }
    }
    expect(sentences(record, "sv")).not.toEqual(sentences(record, "en"));
    expect(explain(record, "sv").map(({ sentences }) => sentences.length)).toEqual(
      explain(record, "en").map(({ sentences }) => sentences.length),
    );
  });

  it("tell a count kept to a balance rule, by the names of the candidates", () => {
    const { seal } = rankedRecords.balanced;
    expect(chapters(rankedRecords.balanced, "sv")).toEqual([
      [
        "Underlag",
        "4 kandidater till 2 platser; räknat efter regeln scottish.",
        `Underlagets kontrollsumma (SHA-256 av underlag, regler och lotter): ${seal}.`,
      ],
      ["Valsedlar", "18 valsedlar räknas.", "Kvoten är 7: 18 röster och 2 platser."],
      [
        "Etapp 1: förstanamn",
        "Förstanamn: Anna 9, Bo 2, Cecilia 4, David 3.",
        "Anna är vald med 9 röster.",
        "Cecilia kan inte väljas, för då kan balansregeln inte uppfyllas.",
      ],
      [
        "Etapp 2",
        "Cecilia (4) utesluts för balansregelns skull. 4 valsedlar värda 1 var: 4 har inget mer namn. Ställning: Anna 9, Bo 2, David 3; utan fortsättning 4.",
      ],
      [
        "Etapp 3",
        "Anna har 9 röster, 2 över kvoten, och överskottet går vidare. 9 valsedlar värda 1 var är nu värda 0,22222: 9 till Bo. Ställning: Anna 7, Bo 3,99998, David 3; utan fortsättning 4,00002.",
      ],
      [
        "Etapp 4",
        "David (3) utesluts, med minst röster. 3 valsedlar värda 1 var: 3 har inget mer namn. Ställning: Anna 7, Bo 3,99998; utan fortsättning 7,00002.",
        "Bo är vald, eftersom inte fler är kvar än det finns platser.",
      ],
      [
        "Resultat",
        "Valda, i den ordning de valdes: Anna och Bo.",
        "Utan balansregel hade Anna och Cecilia valts. Regeln gjorde att Cecilia inte valdes, och att Bo valdes i stället.",
      ],
    ]);
    expect(chapters(rankedRecords.balanced, "en").slice(4)).toEqual([
      [
        "Stage 3",
        "Anna has 9 votes, 2 above the quota, and the surplus goes on. 9 papers worth 1 each are now worth 0.22222: 9 to Bo. Standing: Anna 7, Bo 3.99998, David 3; not transferable 4.00002.",
      ],
      [
        "Stage 4",
        "David (3) excluded, with the fewest votes. 3 papers worth 1 each: 3 with no further name. Standing: Anna 7, Bo 3.99998; not transferable 7.00002.",
        "Bo is elected, since no more are left than there are places.",
      ],
      [
        "Result",
        "Elected, in the order they were: Anna and Bo.",
        "Without the balance rule Anna and Cecilia would have been elected. The rule displaced Cecilia; Bo is elected instead.",
      ],
    ]);
  });

  it("say that one vote is one", () => {
    expect(sentences(rankedRecords.single, "en")).toContain("Anna is elected with 1 vote.");
  });

  it("tell a count by keep values by its stages, and which round each is", () => {
    const titles = (language: Language) => chapters(rankedRecords.kept, language).map(([title]) => title);
    const rounds = rankedRecords.kept.steps.flatMap((step) =>
      step.kind === "keepRound" ? [step.round] : [],
    );
    expect(titles("en").slice(2, -1)).toEqual(rounds.map((round, at) => `Stage ${at + 1}: round ${round}`));
    expect(titles("sv").slice(2, -1)).toEqual(rounds.map((round, at) => `Etapp ${at + 1}: omgång ${round}`));
    expect(rounds.at(-1)).toBeGreaterThan(rounds.length);
  });

  it.each([
    ["guarded", "Ebba får inte uteslutas, för då kan balansregeln inte uppfyllas."],
    ["earlier", "Bo och Cecilia har lika många röster; etapp 1 skilde dem åt: Bo."],
    ["paths", "Anna före Bo 6–3; Cecilia före Anna 5–4; Bo före Cecilia 7–2."],
    ["pairs", "Bo före Cecilia räknas, med 5 i marginal."],
    ["pairs", "Cecilia före Anna räknas inte: det skulle sluta en cirkel."],
    [
      "pairsByLot",
      "Anna > Bo, Bo > Cecilia och Cecilia > Anna står lika. Lotten föll på Anna > Bo. Lottningen gjordes av the chair: slips from an urn.",
    ],
    ["single", "Anna är vald med 1 röst."],
    ["points", "Poäng: Anna 11,5, Bo 11, Cecilia 9, David 4,5."],
    ["numbers", "Ebba (0) och Folke (0) utesluts, utan röster."],
    ["loads", "Bo hade stått närmast plats 2, men då kan balansregeln inte uppfyllas."],
    ["loads", "David kom in på plats 3."],
    ["loads", "Bo, som hade haft plats 2, är inte med."],
    ["loads", "Cecilia fick plats 2 i stället för 3."],
    ["woven", "Gruppen kvinnor börjar, eftersom den har den första av alla."],
    ["wovenByRule", "Gruppen män börjar."],
    ["wovenByLot", "Gruppen kvinnor börjar, efter lottning."],
  ] as const)("of %s: %s", (name, sentence) => {
    expect(sentences(rankedRecords[name], "sv").map((one) => one.replaceAll("\u00a0", " "))).toContain(
      sentence,
    );
  });
});
