import { describe, expect, it } from "vitest";
import { apportion, type Election, swedishElection } from "../../seats/index.ts";
import { type AnyRecord, explain } from "../index.ts";
import { apartTexts, barText, decimalText, divisorText, percentText, wholeText } from "./figures.ts";

const plain = (chapters: ReturnType<typeof explain>) =>
  chapters.map(({ title, sentences }) => [
    title,
    ...sentences.map((sentence) => sentence.replaceAll("\u00a0", " ")),
  ]);

const election = (given: Election) => {
  const answer = swedishElection(given);
  if (answer.status !== "done") throw new Error("needs a lot");
  return answer.record;
};

describe("figures", () => {
  const en = { group: ",", point: "." };

  it("are exact, rounded half up, with two decimals where they are not whole", () => {
    expect(wholeText(1234567, en)).toBe("1,234,567");
    expect(decimalText("950/3", en)).toBe("316.67");
    expect(decimalText("1/200", en)).toBe("0.01");
    expect(decimalText("1/201", en)).toBe("0.00");
    expect(decimalText("12345", en)).toBe("12,345");
    expect(decimalText("∞", en)).toBe("∞");
    expect(decimalText("√(1/2)", en)).toBe("√(1/2)");
  });

  it("have as many decimals as tell two of them apart, and are fractions where none do", () => {
    expect(apartTexts("10", "29/3", en)).toEqual(["10", "9.67"]);
    expect(apartTexts("100001/1000", "50000/500", en)).toEqual(["100.001", "100.000"]);
    expect(apartTexts("1000000000000001/10000000000000", "100", en)).toEqual([
      "1000000000000001/10000000000000",
      "100",
    ]);
    expect(apartTexts("5/2", "5/2", en)).toEqual(["2.50", "2.50"]);
    expect(apartTexts("∞", "3", en)).toEqual(["∞", "3"]);
  });

  it("of a share show on which side of the bar it is", () => {
    expect(percentText(2826, 10000, "1/25", en)).toBe("28.26");
    expect(percentText(39999, 1000000, "1/25", en)).toBe("3.9999");
    expect(percentText(4, 100, "1/25", en)).toBe("4.00");
    expect(barText("1/25", en)).toBe("4");
    expect(barText("1/200", en)).toBe("0.5");
    expect(barText("3/25", en)).toBe("12");
    expect(barText("1/10", en)).toBe("10");
  });

  it("of a divisor are decimals where they end", () => {
    expect(divisorText(934, "934/3", en)).toBe("3");
    expect(divisorText(380, "950/3", en)).toBe("1.2");
    expect(divisorText(100, "10", en)).toBe("10");
    expect(divisorText(100, "∞", en)).toBe("");
  });
});

describe("an apportionment in sentences", () => {
  const record = (given: Parameters<typeof apportion>[0]): AnyRecord => {
    const answer = apportion(given);
    if (answer.status !== "done") throw new Error("needs a lot");
    return answer.record;
  };
  const lot = {
    among: ["A", "B"],
    about: { kind: "seat", comparison: "50" },
    drawn: "B",
    by: "p-1",
    how: "slips",
  } as const;
  const divisors = record({
    votes: { A: 100, B: 100, C: 2 },
    seats: 3,
    method: "dhondt",
    threshold: "2%",
    lots: [lot],
  });

  it("in Swedish", () => {
    const chapters = plain(explain(divisors, "sv"));
    expect(chapters.map(([title]) => title)).toEqual(["Underlag", "Spärr", "Mandat", "Resultat"]);
    expect(chapters[0]?.slice(1)).toEqual([
      "3 mandat fördelas efter 202 röster med metoden dhondt.",
      `Underlagets kontrollsumma (SHA-256 av underlag, regler och lotter): ${divisors.seal}.`,
    ]);
    expect(chapters[1]?.at(-1)).toBe(
      "C fick 2 av 202 giltiga röster i allt, 0,99 procent, och deltar inte i fördelningen; det krävs minst 2 procent.",
    );
    expect(chapters[2]?.slice(1)).toEqual([
      "Mandat 1 går till A: jämförelsetal 100 delat med 1 = 100; B har lika stort.",
      "Mandat 2 går till B: jämförelsetal 100 delat med 1 = 100; närmast är A med 50.",
      "Lika stora tal för A och B, jämförelsetal 50. Lotten föll på B. Lottningen gjordes av p-1: slips.",
      "Mandat 3 går till B: jämförelsetal 100 delat med 2 = 50; A har lika stort.",
    ]);
    expect(chapters[3]).toEqual(["Resultat", "Mandat: A 1 och B 2."]);
  });

  it("in English, by a quota, and with a seat taken back", () => {
    const quota = record({ votes: { A: 50, B: 31, C: 19 }, seats: 4, method: "hare" });
    expect(plain(explain(quota, "en"))[1]?.slice(1)).toEqual([
      "A seat costs 25 votes: 100 votes and 4 seats.",
      "A has 50 votes, which pay for 2 seats; the remainder is 0.",
      "B has 31 votes, which pay for 1 seat; the remainder is 6.",
      "C has 19 votes, which pay for 0 seats; the remainder is 19.",
      "C gets a seat for the largest remainder, 19.",
    ]);
    const about = { kind: "takenBack" } as const;
    const taken = record({
      votes: { A: 30, B: 20 },
      seats: 4,
      method: "hagenbach-bischoff",
      lots: [{ among: ["A", "B"], about, drawn: "B", by: "p-1", how: "slips" }],
    });
    expect(plain(explain(taken, "en"))[1]?.slice(-2)).toEqual([
      "Equal numbers for A and B: who gives a seat up. The lot fell on B. It was drawn by p-1: slips.",
      "One seat too many was paid for in full; B gives one up.",
    ]);
    expect(plain(explain(taken, "sv"))[1]?.slice(-2)).toEqual([
      "Lika stora tal för A och B, om vem som lämnar ett mandat. Lotten föll på B. Lottningen gjordes av p-1: slips.",
      "Ett mandat för mycket var betalt fullt ut; B lämnar ett.",
    ]);
  });

  it("by Hill, whose first seats go before any number", () => {
    const hill = record({ votes: { A: 30, B: 20 }, seats: 3, method: "hill" });
    expect(plain(explain(hill, "en"))[1]?.slice(1)).toEqual([
      "Seat 1 goes to A: it has no seat yet, which goes before every number, and 30 votes.",
      "Seat 2 goes to B: it has no seat yet, which goes before every number, and 20 votes.",
      "Seat 3 goes to A: comparison number √(450); next is B with √(200).",
    ]);
  });
});

describe("an election in sentences", () => {
  const returned = election({
    rules: "se.municipality@2018",
    totalSeats: 6,
    constituencies: [
      { id: "1", name: "Öster", fixedSeats: 3, votes: { P: 78, Q: 180, R: 114, T: 87, OTHER: 39 } },
      { id: "2", fixedSeats: 3, votes: { P: 54, Q: 27, R: 54, T: 237 } },
    ],
  });

  it("a chapter a phase, constituencies by their names", () => {
    expect(plain(explain(returned, "sv")).map(([title]) => title)).toEqual([
      "Underlag",
      "Spärrar",
      "Fasta mandat i Öster",
      "Fasta mandat i 2",
      "Fördelning av alla mandat som i en enda valkrets",
      "Återförda mandat",
      "Resultat",
    ]);
    expect(plain(explain(returned, "en"))[0]).toEqual([
      "What was counted",
      "The rules are those for elections to municipal councils from 2018 (se.municipality@2018).",
      "6 seats to share: 6 fixed in 2 constituencies and, for adjustment, 0. 870 valid votes were cast.",
      `Checksum of what was counted (SHA-256 of input, rules and lots): ${returned.seal}.`,
    ]);
  });

  it("tells what was returned and who took it, with the statute", () => {
    expect(plain(explain(returned, "sv"))[5]?.slice(1)).toEqual([
      "T återför ett fast mandat i 2, det som partiet fick med sitt lägsta jämförelsetal: 237 delat med 5 = 47,40 (14 kap. 8 § vallagen).",
      "T återför ett fast mandat i Öster, det som partiet fick med sitt lägsta jämförelsetal: 87 delat med 1,2 = 72,50 (14 kap. 8 § vallagen).",
      "Det återförda mandatet i Öster går till P: jämförelsetal 78 delat med 1,2 = 65; närmast är Q med 60 (14 kap. 8 § vallagen).",
      "Det återförda mandatet i 2 går till Q: jämförelsetal 27 delat med 1,2 = 22,50 (14 kap. 8 § vallagen).",
    ]);
    expect(plain(explain(returned, "en"))[5]?.at(1)).toBe(
      "T returns a fixed seat in 2, the one it got with its smallest comparison number: 237 divided by 5 = 47.40 (Elections Act, chapter 14, section 8).",
    );
  });

  const riksdag = election({
    rules: "se.riksdag@1998",
    totalSeats: 12,
    constituencies: [
      { id: "1", fixedSeats: 3, votes: { P: 401, Q: 203, R: 137 } },
      { id: "2", fixedSeats: 3, votes: { P: 383, Q: 221, R: 119 } },
      { id: "3", fixedSeats: 3, votes: { P: 419, Q: 181, R: 149 } },
      { id: "4", fixedSeats: 2, votes: { P: 307, Q: 127, R: 109 } },
    ],
  });

  it("tells who is left out of the rest, and where adjustment seats are placed", () => {
    const chapters = plain(explain(riksdag, "sv"));
    expect(chapters.find(([title]) => title === "Partier som ställs utanför")?.[1]).toBe(
      "P har 8 fasta mandat, fler än de 7 som svarar mot partiets andel. Partiet behåller dem, och det och dess mandat räknas inte med när resten fördelas (14 kap. 5 § vallagen).",
    );
    expect(chapters.find(([title]) => title === "Utjämningsmandat för R")).toEqual([
      "Utjämningsmandat för R",
      "Ett utjämningsmandat läggs i 3: jämförelsetal 149 delat med 1 = 149; närmast är 1 med 137 (14 kap. 5 § vallagen).",
    ]);
    const whole = chapters.find(([title]) => title?.startsWith("Fördelning av alla"));
    expect(whole?.slice(-3)).toEqual([
      "P har rätt till 7 mandat men har fått 8 fasta, 1 för mycket.",
      "Q har rätt till 3 mandat och har redan alla som fasta.",
      "R har rätt till 2 mandat och har 0 fasta; 2 utjämningsmandat ska tillföras.",
    ]);
    expect(whole?.[1]).toBe(
      "Mandat 1 av 12 går till P: jämförelsetal 1 510 delat med 1,4 = 1 078,57; närmast är Q med 522,86 (14 kap. 4 § vallagen).",
    );
  });

  it("tells the bar of a constituency, and that a seat was kept", () => {
    const local = election({
      rules: "se.riksdag@2018",
      totalSeats: 22,
      constituencies: [
        { id: "1", name: "Norr", fixedSeats: 8, votes: { P: 880, Q: 120 } },
        { id: "2", fixedSeats: 10, votes: { P: 9000 } },
      ],
    });
    expect(plain(explain(local, "en"))[1]?.at(-1)).toBe(
      "Q had 120 of 1,000 valid votes in Norr, 12.00 per cent, and takes part; at least 12 per cent is needed (Instrument of Government, chapter 3, section 7).",
    );
    const kept = election({
      rules: "se.region@2018",
      totalSeats: 9,
      constituencies: [
        { id: "1", fixedSeats: 3, votes: { P: 30 } },
        { id: "2", fixedSeats: 3, votes: { P: 31, Q: 10 } },
        { id: "3", fixedSeats: 3, votes: { P: 5, Q: 60 } },
      ],
    });
    expect(explain(kept, "sv").flatMap(({ sentences }) => sentences)).toContain(
      "Inget annat parti i 1 får ta emot mandatet, så P behåller det; lagen säger inte vad som annars gäller.",
    );
  });

  const about = { kind: "fixedSeat", constituency: "1", comparison: "1/7" } as const;
  it("tells a lot where it decided", () => {
    const drawn = election({
      rules: "se.eu@2014",
      totalSeats: 7,
      constituencies: [{ id: "1", name: "Sverige", fixedSeats: 7, votes: { P: 1, Q: 1 } }],
      lots: [{ among: ["P", "Q"], about, drawn: "Q", by: "Valmyndigheten", how: "slutna sedlar" }],
    });
    const chapter = plain(explain(drawn, "sv"))[2];
    expect(chapter?.[0]).toBe("Fasta mandat i Sverige");
    expect(chapter?.at(-2)).toBe(
      "Lika stora tal för P och Q, jämförelsetal 0,14 för nästa fasta mandat i Sverige. Lotten föll på Q. Lottningen gjordes av Valmyndigheten: slutna sedlar.",
    );
    expect(plain(explain(drawn, "en"))[2]?.at(-2)).toBe(
      "Equal numbers for P and Q: comparison number 0.14 for the next fixed seat in Sverige. The lot fell on Q. It was drawn by Valmyndigheten: slutna sedlar.",
    );
  });
});
