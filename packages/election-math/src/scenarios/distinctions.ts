import type { Checks } from "../input.ts";
import { readName, readNames } from "./reading.ts";

/** Parties that stand together, and whom they have against them. */
export interface Bloc {
  readonly id: string;
  readonly parties: ReadonlyArray<string>;
  /** Those that vote against a government of the bloc; everybody else where it is left out. */
  readonly against?: ReadonlyArray<string> | undefined;
}

/** What makes two outcomes different, beside which parties are over the bar. */
export interface Distinctions {
  /** Which coalitions have a majority; left out, they do. */
  readonly coalitions?: boolean | undefined;
  /** Whether a bloc has a majority, or would be tolerated. */
  readonly blocs?: ReadonlyArray<Bloc> | undefined;
  /** In which band the seats of one's own party are; the bands begin at these seats, rising, and the first at 0. */
  readonly own?: { readonly party: string; readonly bands: ReadonlyArray<number> } | undefined;
}

/** Distinctions with parties as positions. */
export interface CheckedDistinctions {
  readonly parties: ReadonlyArray<string>;
  readonly coalitions: boolean;
  readonly blocs: ReadonlyArray<{
    readonly id: string;
    readonly parties: ReadonlyArray<number>;
    readonly against: ReadonlyArray<number>;
  }>;
  readonly own: { readonly party: number; readonly bands: ReadonlyArray<number> } | undefined;
}

const party = "a party that gets seats";

/** Reads distinctions between outcomes of these parties; `mayWin` are those that may be named. */
export const readDistinctions = (
  { coalitions, blocs, own }: Readonly<Record<string, unknown>>,
  parties: ReadonlyArray<string>,
  mayWin: ReadonlyArray<string>,
  checks: Checks,
): CheckedDistinctions => {
  if (coalitions !== undefined && typeof coalitions !== "boolean")
    checks.problem("coalitions", "neither true nor false");
  const positions = (names: ReadonlyArray<string>) => names.map((name) => parties.indexOf(name));
  const ids = new Set<string>();
  const read = (blocs === undefined ? [] : checks.list(blocs, "blocs")).map((value, at) => {
    const field = `blocs[${at}]`;
    const bloc = checks.object(value, field);
    const id = checks.text(bloc.id, `${field}.id`);
    if (id !== "" && ids.has(id)) checks.problem(`${field}.id`, "used before");
    ids.add(id);
    const members = readNames(bloc.parties, `${field}.parties`, mayWin, party, checks);
    if (Array.isArray(bloc.parties) && members.length === 0) checks.problem(`${field}.parties`, "none");
    const others = mayWin.filter((name) => !members.includes(name));
    const against =
      bloc.against === undefined
        ? others
        : readNames(bloc.against, `${field}.against`, mayWin, party, checks);
    against.forEach((name, index) => {
      if (name !== "" && members.includes(name))
        checks.problem(`${field}.against[${index}]`, "one of the bloc itself");
    });
    return { id, parties: positions(members), against: positions(against) };
  });
  return {
    parties,
    coalitions: coalitions !== false,
    blocs: read,
    own: own === undefined ? undefined : readOwn(checks.object(own, "own"), parties, mayWin, checks),
  };
};

const readOwn = (
  own: Readonly<Record<string, unknown>>,
  parties: ReadonlyArray<string>,
  mayWin: ReadonlyArray<string>,
  checks: Checks,
): { readonly party: number; readonly bands: ReadonlyArray<number> } => {
  const name = readName(own.party, "own.party", mayWin, party, checks);
  const bands = checks
    .list(own.bands, "own.bands")
    .map((from, at) => checks.whole(from, `own.bands[${at}]`, 1));
  bands.forEach((from, at) => {
    if (from > 0 && from <= (bands[at - 1] ?? 0))
      checks.problem(`own.bands[${at}]`, "not above the one before");
  });
  return { party: parties.indexOf(name), bands };
};
