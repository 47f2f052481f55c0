import { listOf } from "../lists/list.fixture.ts";
import { type ListRecord, orderList } from "../lists/order-list.ts";
import { contest } from "../ranked/cast.fixture.ts";
import { countRanked, type RankedRecord } from "../ranked/count-ranked.ts";
import { drawing } from "../seats/answers.fixture.ts";

const names = { a: "Anna", b: "Bo", c: "Cecilia", d: "David", e: "Ebba", f: "Folke" } as const;
type Letter = keyof typeof names;

const candidates = (letters: string) =>
  [...letters].map((id) => (id in names ? { id, name: names[id as Letter] } : { id }));

const ranked = (...[letters, papers, more]: Parameters<typeof contest>): RankedRecord => {
  const given = { ...contest(letters, papers, more), candidates: candidates(letters) };
  const answer = countRanked({ ...given, lots: drawing(countRanked, given).lots });
  if (answer.status === "needsLot") throw new Error("a lot that nobody drew");
  return answer.record;
};

const list = (...[method, letters, papers, more]: Parameters<typeof listOf>): ListRecord => {
  const given = { ...listOf(method, letters, papers, more), candidates: candidates(letters) };
  const answer = orderList({ ...given, lots: drawing(orderList, given).lots });
  if (answer.status === "needsLot") throw new Error("a lot that nobody drew");
  return answer.record;
};

const group = (members: string, atLeast: number) => ({ group: members, members: [...members], atLeast });
const zipper = (start: "lot" | "firstInAll" | { readonly group: string }) => ({
  zipper: {
    groups: [
      { group: "kvinnor", members: ["a", "c"] },
      { group: "män", members: ["b", "d"] },
    ],
    start,
  },
});

/** Records that have between them every kind of step there is. */
export const rankedRecords = {
  balanced: ranked("abcd", ["9 abc", "2 b", "4 c", "3 d"], {
    rules: "scottish",
    seats: 2,
    constraints: [group("bd", 1)],
  }),
  guarded: ranked("abcde", ["4 a", "3 b", "3 cb", "2 dc", "1 e"], {
    rules: "scottish",
    seats: 2,
    constraints: [group("e", 1)],
  }),
  kept: ranked("abcd", ["5 ab", "4 b", "3 c", "2 d"], {
    rules: "meek",
    seats: 2,
    constraints: [group("cd", 1)],
  }),
  earlier: ranked("abcde", ["1 ab", "2 b", "3 c", "4 d", "5 e"], { rules: "scottish", seats: 2 }),
  drawn: ranked("abcdef", ["3 bfd", "1 afc", "2 adf", "3 cf"], { rules: "wigm", seats: 2 }),
  together: ranked("abcdef", ["9 d", "5 b", "4 c", "1 eb", "2 fc", "8 a"], { rules: "ers97", seats: 1 }),
  numbers: ranked("abcdef", ["4 ab", "3 bc", "2 cd", "2 d"], { rules: "meek-nz", seats: 2 }),
  majority: ranked("abcd", ["5 a", "3 bc", "2 cb", "1 db"], { rules: "irv", seats: 1 }),
  paths: ranked("abc", ["4 abc", "3 bca", "2 cab"], { rules: "schulze", seats: 1 }),
  pairs: ranked("abc", ["4 abc", "3 bca", "2 cab"], { rules: "ranked-pairs", seats: 1 }),
  pairsByLot: ranked("abcd", ["3 abcd", "3 bcad", "3 cabd"], { rules: "ranked-pairs", seats: 1 }),
  single: ranked("abc", ["1 a"], { rules: "scottish", seats: 1 }),
  points: ranked("abcd", ["3 a(bc)", "2 b", "1 (cd)"], { rules: "borda", seats: 2 }),
  loads: list("phragmen", "abcd", ["5 ab", "4 ba", "3 c", "2 dc"], {
    places: 3,
    constraints: [group("cd", 2)],
  }),
  woven: list("thiele", "abcd", ["5 ab", "4 ba", "9 c", "2 dc"], zipper("firstInAll")),
  wovenByLot: list("phragmen", "abcd", ["5 ab", "4 ba", "9 c", "2 dc"], zipper("lot")),
  wovenByRule: list("borda", "abcd", ["5 ab", "4 ba", "9 c", "2 dc"], zipper({ group: "män" })),
  below: list("bottom-up", "abcde", [
    "123 a",
    "52 ab",
    "159 ba",
    "161 cb",
    "161 cd",
    "161 de",
    "50 ed",
    "123 e",
  ]),
} as const;
