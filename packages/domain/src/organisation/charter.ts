/** The organisation's charter: which kinds of units and offices it has, and what an office of a kind may do. */
import { accept, aggregate, child, refuse, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { Code, Title } from "./code.ts";
import { over } from "./guard.ts";
import { KindTwice, NotTheCharter, UnknownKind } from "./refusals.ts";

/** The id of the organisation's only charter. */
export const charterId = "charter";

/** A power over the office's unit alone, or over all that stands under it as well. `area.*` is every power that begins with `area.`, `*` every power. */
export const Grant = Schema.Struct({
  power: Schema.String.check(
    Schema.isPattern(/^(\*|[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*\.(\*|[a-z][A-Za-z]*))$/, {
      message: "not a power as `area.power`, `area.*` or `*`",
    }),
  ),
  reach: Schema.Literals(["unit", "subtree"]),
});
export type Grant = typeof Grant.Type;

const unitKind = { code: Code, title: Title };
/** A kind of unit that the organisation has. */
export const UnitKind = Schema.Struct(unitKind);
export type UnitKind = typeof UnitKind.Type;

const officeKind = {
  code: Code,
  title: Title,
  powers: Schema.Array(Grant),
  unitKinds: Schema.NullOr(Schema.Array(Code)),
};
/** A kind of office: what its holders may do, and in which kinds of units it may stand (null: in any). */
export const OfficeKind = Schema.Struct(officeKind);
export type OfficeKind = typeof OfficeKind.Type;

const state = { root: UnitId };
const children = { unitKinds: child("code", unitKind), officeKinds: child("code", officeKind) };
const kinds = { unitKinds: Schema.Array(UnitKind), officeKinds: Schema.Array(OfficeKind) };
export type Charter = StateOf<typeof state, typeof children>;

/** Adopted once, with the id of the root that is founded next; amended by adding kinds or putting them anew, never by taking one away. */
export const charter = aggregate({
  area: "organisation",
  name: "charter",
  state,
  children,
  events: { CharterAdopted: { root: UnitId, ...kinds }, CharterAmended: kinds },
  commands: {
    adopt: { root: UnitId, ...kinds },
    amend: {
      unitKinds: Schema.optionalKey(kinds.unitKinds),
      officeKinds: Schema.optionalKey(kinds.officeKinds),
    },
  },
  creates: "adopt",
})
  .evolve({
    CharterAdopted: (event) => event,
    CharterAmended: ({ unitKinds, officeKinds }, state) => ({
      ...state,
      unitKinds: amended(state.unitKinds, unitKinds),
      officeKinds: amended(state.officeKinds, officeKinds),
    }),
  })
  .decide({
    adopt: (input, _, { id }) => {
      if (id !== charterId) return refuse(new NotTheCharter({ charter: charterId }));
      const problem = problemOf(input.unitKinds, input);
      return problem === undefined ? accept({ _tag: "CharterAdopted", ...input }) : refuse(problem);
    },
    amend: ({ unitKinds = [], officeKinds = [] }, state) => {
      const problem = problemOf([...state.unitKinds, ...unitKinds], { unitKinds, officeKinds });
      return problem === undefined
        ? accept({ _tag: "CharterAmended", unitKinds, officeKinds })
        : refuse(problem);
    },
  })
  .guard({
    adopt: ({ root }) => over("charter", root),
    amend: (_, { root }) => over("charter", root),
  });

type Kinds = Pick<Charter, "unitKinds" | "officeKinds">;

const amended = <K extends { readonly code: Code }>(
  kinds: ReadonlyArray<K>,
  by: ReadonlyArray<K>,
): ReadonlyArray<K> => [...kinds.filter(({ code }) => !by.some((kind) => kind.code === code)), ...by];

/** A kind that stands twice in a list, or a kind of unit that an office names and the charter has not. */
const problemOf = (
  known: Charter["unitKinds"],
  { unitKinds, officeKinds }: Kinds,
): KindTwice | UnknownKind | undefined => {
  const twice = [unitKinds, officeKinds].flatMap((list) => {
    const codes = list.map(({ code }) => code);
    return codes.filter((code, index) => codes.indexOf(code) !== index);
  })[0];
  if (twice !== undefined) return new KindTwice({ kind: twice });
  const codes = new Set(known.map(({ code }) => code));
  const unknown = officeKinds.flatMap(({ unitKinds }) => unitKinds ?? []).find((code) => !codes.has(code));
  return unknown === undefined ? undefined : new UnknownKind({ kind: unknown });
};
