type Constituency = { id: string; fixedSeats: number; votes: Readonly<Record<string, number>> };
type Election = { rules: string; totalSeats: number; constituencies: ReadonlyArray<Constituency> };
type Draw = (about: string, among: ReadonlyArray<string>) => string | undefined;
type Ratio = { votes: bigint; divisor: bigint };
type Pair = { place: Constituency; party: string };
type Held = { fixed: number; adjustment: number };

/** The seats of each `${constituency}/${party}` that has one, or why the count could not go on. */
export type ReferenceAnswer =
  | { seats: Map<string, Held> }
  | { lot: { about: string; among: string[] } }
  | { refused: true };

// Bars in per cent; the first divisor in tenths, as every divisor below.
type Rules = {
  bar: bigint;
  undivided: bigint;
  localBar: bigint | undefined;
  first: bigint;
  returns: boolean;
};
const RULES: Record<string, Rules> = {
  "se.riksdag@2018": { bar: 4n, undivided: 4n, localBar: 12n, first: 12n, returns: true },
  "se.riksdag@1998": { bar: 4n, undivided: 4n, localBar: 12n, first: 14n, returns: false },
  "se.region@2018": { bar: 3n, undivided: 3n, localBar: undefined, first: 12n, returns: true },
  "se.municipality@2018": { bar: 3n, undivided: 2n, localBar: undefined, first: 12n, returns: true },
  "se.eu@2014": { bar: 4n, undivided: 4n, localBar: 12n, first: 12n, returns: true },
};

class Undrawn extends Error {
  lot: { about: string; among: string[] };
  constructor(about: string, among: string[]) {
    super(about);
    this.lot = { about, among };
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const sumVotes = (votes: bigint[]): bigint => votes.reduce((total, number) => total + number, 0n);
const greater = (a: Ratio, b: Ratio): boolean => a.votes * b.divisor > b.votes * a.divisor;

// All that share the greatest or the smallest number, in the order they came.
const greatest = <T>(items: T[], ratio: (item: T) => Ratio): T[] =>
  items.filter((item) => !items.some((other) => greater(ratio(other), ratio(item))));
const smallest = <T>(items: T[], ratio: (item: T) => Ratio): T[] =>
  items.filter((item) => !items.some((other) => greater(ratio(item), ratio(other))));

const count = (election: Election, draw: Draw): ReferenceAnswer => {
  const rules = RULES[election.rules];
  if (rules === undefined) throw new Error(`unknown rules ${election.rules}`);
  const places = [...election.constituencies].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

  const choose = <T>(about: string, tied: T[], name: (item: T) => string, left: number): T => {
    const among = tied.map(name).sort();
    const drawn = tied.length > left ? draw(about, among) : among[0];
    const chosen = tied.find((item) => name(item) === drawn);
    if (chosen === undefined) throw new Undrawn(about, among);
    return chosen;
  };

  // Who takes part, and where.
  const votesIn = (place: Constituency, party: string): bigint =>
    Object.hasOwn(place.votes, party) ? BigInt(place.votes[party] ?? 0) : 0n;
  const allIn = (place: Constituency): bigint => sumVotes(Object.values(place.votes).map(BigInt));
  const inWhole = (party: string): bigint => sumVotes(places.map((place) => votesIn(place, party)));
  const named = new Set(places.flatMap((place) => Object.keys(place.votes)));
  const parties = [...named].filter((party) => party !== "OTHER").sort();
  const bar = places.length === 1 ? rules.undivided : rules.bar;
  const all = sumVotes(places.map(allIn));
  const overBar = parties.filter((party) => 100n * inWhole(party) >= bar * all);
  const overLocalBar = (place: Constituency, party: string): boolean =>
    rules.localBar !== undefined && 100n * votesIn(place, party) >= rules.localBar * allIn(place);
  const takesPart = (place: Constituency, party: string): boolean =>
    votesIn(place, party) > 0n && (overBar.includes(party) || overLocalBar(place, party));
  if (places.some((place) => !parties.some((party) => takesPart(place, party)))) return { refused: true };

  const seats = new Map<string, Held>();
  const at = (place: Constituency, party: string): Held => {
    const key = `${place.id}/${party}`;
    const held = seats.get(key) ?? { fixed: 0, adjustment: 0 };
    seats.set(key, held);
    return held;
  };
  const fixedOf = (party: string): number => sum(places.map((place) => at(place, party).fixed));
  const answer = (): ReferenceAnswer => ({
    seats: new Map([...seats].filter(([, held]) => held.fixed + held.adjustment > 0)),
  });

  // One seat at a time to the greatest of v/first, v/3, v/5...
  const divisor = (held: number): bigint => (held === 0 ? rules.first : 10n * BigInt(2 * held + 1));
  const share = (about: string, among: string[], votes: (party: string) => bigint, total: number) => {
    const held = new Map<string, number>();
    const heldBy = (party: string): number => held.get(party) ?? 0;
    for (let left = total; left > 0 && among.length > 0; left--) {
      const tied = greatest(among, (party) => ({ votes: votes(party), divisor: divisor(heldBy(party)) }));
      const winner = choose(about, tied, String, left);
      held.set(winner, heldBy(winner) + 1);
    }
    return heldBy;
  };

  // 1. Fixed seats. 2. Finished, where they are all there is.
  for (const place of places) {
    const there = parties.filter((party) => takesPart(place, party));
    const votes = (party: string): bigint => votesIn(place, party);
    const won = share(`fixed ${place.id}`, there, votes, place.fixedSeats);
    for (const party of there) at(place, party).fixed = won(party);
  }
  if (places.length === 1 && places[0]?.fixedSeats === election.totalSeats) return answer();

  // 3. What each party over the bar of the whole is entitled to.
  const heldLocally = (): number => sum(parties.filter((party) => !overBar.includes(party)).map(fixedOf));
  let local = heldLocally();
  let entitled = share("whole", overBar, inWhole, election.totalSeats - local);

  // 4. Seats returned and given anew, round by round.
  const kept = new Set<string>();
  const room = (party: string): number =>
    overBar.includes(party) ? entitled(party) - fixedOf(party) : Number.POSITIVE_INFINITY;
  for (let going = rules.returns; going; ) {
    const returned: Pair[] = [];
    for (const party of overBar) {
      for (let surplus = -room(party); surplus > 0; surplus--) {
        const mayReturn = places
          .filter((place) => place.fixedSeats >= 3 && at(place, party).fixed > 0)
          .filter((place) => !kept.has(`${place.id}/${party}`));
        if (mayReturn.length === 0) break;
        const tied = smallest(mayReturn, (place) => ({
          votes: votesIn(place, party),
          divisor: divisor(at(place, party).fixed - 1),
        }));
        const place = choose(`returned ${party}`, tied, (item) => item.id, surplus);
        at(place, party).fixed -= 1;
        returned.push({ place, party });
      }
    }
    const given: Constituency[] = [];
    const returnedIn = (place: Constituency): Pair[] => returned.filter((pair) => pair.place === place);
    const givenIn = (place: Constituency): number => given.filter((other) => other === place).length;
    const waitingIn = (place: Constituency): number => returnedIn(place).length - givenIn(place);
    for (;;) {
      const pairs = places
        .flatMap((place) => parties.map((party): Pair => ({ place, party })))
        .filter(({ place, party }) => waitingIn(place) > 0 && takesPart(place, party) && room(party) > 0);
      const tied = greatest(pairs, ({ place, party }) => ({
        votes: votesIn(place, party),
        divisor: divisor(at(place, party).fixed),
      }));
      const [head] = tied;
      if (head === undefined) break;
      const inPlace = ({ place }: Pair): Pair[] => tied.filter((other) => other.place === place);
      const ofParty = ({ party }: Pair): Pair[] => tied.filter((other) => other.party === party);
      const short = (pair: Pair): boolean => inPlace(pair).length > waitingIn(pair.place);
      const full = (pair: Pair): boolean => ofParty(pair).length > room(pair.party);
      const served =
        tied.find((pair) => !short(pair) && !full(pair)) ??
        (short(head)
          ? choose(`reassigned in ${head.place.id}`, inPlace(head), (pair) => pair.party, 0)
          : choose(`reassigned to ${head.party}`, ofParty(head), (pair) => pair.place.id, 0));
      at(served.place, served.party).fixed += 1;
      given.push(served.place);
    }
    for (const place of places) {
      for (const { party } of returnedIn(place).slice(givenIn(place))) {
        at(place, party).fixed += 1;
        kept.add(`${place.id}/${party}`);
      }
    }
    const before = local;
    local = heldLocally();
    if (local !== before) entitled = share("whole", overBar, inWhole, election.totalSeats - local);
    going = returned.length > 0;
  }

  // 5. Parties that still hold more than they are entitled to are set aside; the others share the rest.
  let sharing = overBar;
  while (sharing.some((party) => room(party) < 0)) {
    sharing = sharing.filter((party) => room(party) >= 0);
    const aside = sum(overBar.filter((party) => !sharing.includes(party)).map(fixedOf));
    entitled = share("whole", sharing, inWhole, election.totalSeats - local - aside);
  }

  // 6. Adjustment seats, placed by v/1, v/3, v/5...
  for (const party of sharing) {
    const mayHave = places.filter((place) => takesPart(place, party));
    for (let left = room(party); left > 0; left--) {
      const tied = greatest(mayHave, (place) => {
        const { fixed, adjustment } = at(place, party);
        return { votes: votesIn(place, party), divisor: BigInt(2 * (fixed + adjustment) + 1) };
      });
      const place = choose(`adjustment ${party}`, tied, (item) => item.id, left);
      at(place, party).adjustment += 1;
    }
  }
  return answer();
};

/** Counts a Swedish election slowly and by the letter, stopping at the first tie that matters and is not drawn. */
export const referenceElection = (election: Election, draw: Draw = () => undefined): ReferenceAnswer => {
  try {
    return count(election, draw);
  } catch (error) {
    if (error instanceof Undrawn) return { lot: error.lot };
    throw error;
  }
};
