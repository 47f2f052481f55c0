import { type Counting, chosen } from "../../count/counting.ts";
import { addFractions, type Fraction, fractionText } from "../../exact/fraction.ts";
import { deciding, greatest } from "../distribute.ts";
import { type BoardGroup, type BoardInput, countingNames } from "./input.ts";
import { neededOf } from "./quota.ts";
import type { BoardAbout, BoardPlaceStep, BoardStep, RequestedStep } from "./step.ts";

/** A group with the places it has got. */
export interface BoardGroupResult extends BoardGroup {
  /** How many seats it fills; a person with places from several groups counts for the first of them (LPV 22). */
  readonly seats: number;
}

/** The groups in order of id, with the names that fill its seats in the order of its ballots. */
export interface BoardResult {
  readonly groups: ReadonlyArray<BoardGroupResult>;
  /** Seats that nobody is left to fill. */
  readonly empty: number;
}

/** A group under way. */
interface Group {
  readonly id: string;
  readonly votes: number;
  readonly names: ReadonlyArray<string> | undefined;
  places: number;
}

interface NumberedGroup {
  readonly group: Group;
  readonly divisor: Fraction;
  readonly number: Fraction;
}

export function* countBoard(input: BoardInput): Counting<BoardStep, BoardAbout, BoardResult> {
  const { seats, present, requested } = input;
  if (present !== undefined && requested !== undefined) {
    const needed = neededOf(present, seats);
    const step: RequestedStep = { kind: "requested", present, seats, requested, needed, law: "LPV 2" };
    yield step;
  }
  const groups: Array<Group> = [];
  for (const { id, votes, names } of input.groups) {
    if (names !== undefined && names.length > seats)
      yield { kind: "ignoredNames", group: id, names: names.slice(seats), law: "LPV 10" };
    groups.push({ id, votes, names: names && countingNames(names, seats), places: 0 });
  }
  const seated = yield* fill(
    groups.filter(({ votes }) => votes > 0),
    seats,
  );
  return {
    groups: input.groups.map((group) => resultOf(group, seated)),
    empty: seats - seated.length,
  };
}

/** A person, or a seat without a name, and the groups with a place for it, the first of them first. */
interface Seat {
  readonly name: string | undefined;
  readonly groups: Array<string>;
}

/**
 * One place at a time to the greatest comparison number, until as many persons as seats have one. Equal numbers of
 * groups that all get a place and whose next names stand in no other group are no tie: each has its place before anything
 * else is compared, in whatever order.
 */
function* fill(
  groups: ReadonlyArray<Group>,
  seats: number,
): Counting<BoardStep, BoardAbout, ReadonlyArray<Seat>> {
  const seated: Array<Seat> = [];
  for (let place = 1; seated.length < seats; place++) {
    const competing = groups.filter(takesPart).map((group) => numbered(group, seated));
    const tied = greatest(competing);
    const winner = yield* chosen(
      tied,
      tied.some((one) => isShared(one, groups)) ? 1 : seats - seated.length,
      ({ group }) => group.id,
      ({ number }): BoardAbout => ({ kind: "boardPlace", place, comparison: fractionText(number) }),
    );
    if (winner === undefined) break;
    const { group } = winner;
    const seat = seatOf(group, seated);
    seat.groups.push(group.id);
    const step: BoardPlaceStep = {
      kind: "boardPlace",
      place,
      to: group.id,
      ...(seat.name !== undefined && { name: seat.name }),
      ...(seat.groups.length > 1 && { shared: seat.groups.length }),
      divisor: fractionText(winner.divisor),
      ...deciding(winner, competing, ({ group }) => group),
      law: seats === 1 ? "LPV 16" : "LPV 17",
    };
    yield step;
    group.places++;
    if (!takesPart(group) && seated.length < seats) yield { kind: "usedUp", group: group.id, law: "LPV 20" };
  }
  return seated;
}

const takesPart = ({ names, places }: Group): boolean => names === undefined || places < names.length;

const nextName = ({ names, places }: Group): string | undefined => names?.[places];

/** The seat of the group's next name, which may have it already from another group. */
const seatOf = (group: Group, seated: Array<Seat>): Seat => {
  const name = nextName(group);
  const found = name === undefined ? undefined : seated.find((seat) => seat.name === name);
  if (found !== undefined) return found;
  const seat: Seat = { name, groups: [] };
  seated.push(seat);
  return seat;
};

const isShared = ({ group }: NumberedGroup, groups: ReadonlyArray<Group>): boolean => {
  const name = nextName(group);
  return name !== undefined && groups.some((other) => other !== group && other.names?.includes(name));
};

/** Votes by 1 and the places held, a place that a person has from m groups being an m-th of one. */
const numbered = (group: Group, seated: ReadonlyArray<Seat>): NumberedGroup => {
  const own = seated.filter(({ groups }) => groups.includes(group.id));
  const divisor = own
    .map(({ groups }) => ({ n: 1n, d: BigInt(groups.length) }))
    .reduce(addFractions, { n: 1n, d: 1n });
  return { group, divisor, number: { n: BigInt(group.votes) * divisor.d, d: divisor.n } };
};

const resultOf = (
  { id, designation, names, votes }: BoardGroup,
  seated: ReadonlyArray<Seat>,
): BoardGroupResult => {
  const own = seated.filter(({ groups }) => groups[0] === id);
  return {
    id,
    ...(designation !== undefined && { designation }),
    ...(names && { names: names.filter((name) => own.some((seat) => seat.name === name)) }),
    votes,
    seats: own.length,
  };
};
