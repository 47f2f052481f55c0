/** An office of a unit: its seats, its powers and its mandates, so that who holds it is decided in one place. */
import { accept, aggregate, child, Day, Id, one, type Recorded, refuse, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { type Charter, charter, charterId, Grant } from "./charter.ts";
import { Code, Text } from "./code.ts";
import { over } from "./guard.ts";
import {
  corrected,
  granted,
  type Mandate,
  mandate,
  resumedOn,
  revised,
  servingSpans,
  suspendedFor,
  type Terms,
} from "./mandate.ts";
import { decideMandates, mandateCommands, mandateEvents } from "./mandate-commands.ts";
import {
  CharterMissing,
  KindMisplaced,
  MandatesRunOn,
  NoSeatVacant,
  NotReplaceable,
  OfficeNotOpen,
  UnitNotOpen,
  UnknownKind,
  UnknownUnit,
} from "./refusals.ts";
import { problemOf, seating, seatsOn } from "./seats.ts";
import { enter, isReplaceable, known, recordedBy, trial } from "./timeline.ts";
import { placeOn } from "./tree.ts";
import { unit } from "./unit.ts";

const state = {
  unit: UnitId,
  kind: Code,
  title: Text,
  /** Those its kind had in the charter when it was opened or last empowered. */
  powers: Schema.Array(Grant),
  opened: Day,
  /** The office's last day. */
  closed: Schema.NullOr(Day),
  /** The day from which a seat was last left vacant by a decision, until the next mandate is granted. */
  leftVacant: Schema.NullOr(Day),
};
const children = { seatings: child("id", seating), mandates: child("id", mandate) };
export type Office = StateOf<typeof state, typeof children>;

const { seats } = seating;

export const office = aggregate({
  area: "organisation",
  name: "office",
  state,
  children,
  indexes: { unit: ["unit"], kind: ["kind"] },
  events: {
    OfficeOpened: { unit: UnitId, kind: Code, title: Text, seats, powers: Schema.Array(Grant), on: Day },
    OfficeRetitled: { title: Text },
    OfficeEmpowered: { powers: Schema.Array(Grant) },
    SeatsChanged: { seats, on: Day, replaces: Schema.NullOr(Id) },
    OfficeClosed: { on: Day },
    SeatLeftVacant: { on: Day },
    ...mandateEvents,
  },
  commands: {
    open: { unit: UnitId, kind: Code, title: Text, seats: Schema.optionalKey(seats) },
    retitle: { title: Text },
    /** Gives the office the powers its kind has in the charter now. */
    empower: {},
    /** `replaces`: the entry of `seatings` that was wrong. */
    reseat: { seats, replaces: Schema.optionalKey(Id) },
    /** The effective day is the office's last. */
    close: {},
    leaveVacant: {},
    ...mandateCommands,
  },
  creates: "open",
})
  .evolve(
    {
      OfficeOpened: ({ seats, on, ...office }, _, entry) => ({
        ...office,
        opened: on,
        closed: null,
        leftVacant: null,
        seatings: [{ ...recordedBy(entry), from: on, to: null, seats }],
        mandates: [],
      }),
      OfficeRetitled: ({ title }, state) => ({ ...state, title }),
      OfficeEmpowered: ({ powers }, state) => ({ ...state, powers }),
      SeatsChanged: ({ seats, on, replaces }, state, entry) => ({
        ...state,
        seatings: enter(state.seatings, { ...recordedBy(entry), from: on, to: null, seats }, replaces),
      }),
      OfficeClosed: ({ on }, state) => ({ ...state, closed: on }),
      SeatLeftVacant: ({ on }, state) => ({ ...state, leftVacant: on }),
      MandateGranted: (event, state, entry) => ({
        ...state,
        leftVacant: null,
        mandates: granted(state.mandates, recordedBy(entry), { ...event, cause: null, suspended: [] }),
      }),
      MandateCorrected: ({ replaces, mandate: _, ...terms }, state, entry) =>
        revise(state, entry, replaces, (old) => corrected(old, terms)),
      MandateEnded: ({ replaces, on, cause }, state, entry) =>
        revise(state, entry, replaces, (old) => corrected(old, { to: on, cause })),
      MandateAnnulled: ({ replaces }, state, entry) => revise(state, entry, replaces, () => "annulled"),
      MandateSuspended: ({ replaces, from, to }, state, entry) =>
        revise(state, entry, replaces, (old) => suspendedFor(old, { from, to })),
      MandateResumed: ({ replaces, on }, state, entry) =>
        revise(state, entry, replaces, (old) => resumedOn(old, on)),
    },
    {
      authority: ({ unit, powers, mandates }, id) => ({
        mandates: known(mandates).flatMap((mandate) =>
          servingSpans(mandate).flatMap((span) =>
            powers.map((grant) => ({ office: id, person: mandate.person, unit, ...grant, ...span })),
          ),
        ),
        places: [],
      }),
    },
  )
  .facts({
    open: ({ unit: id }) => ({ charter: one(charter, charterId), unit: one(unit, id) }),
    empower: () => ({ charter: one(charter, charterId) }),
  })
  .decide({
    open: ({ unit, kind, title, seats = 1 }, _, { on, facts }) => {
      if (facts.charter === undefined) return refuse(new CharterMissing({}));
      const known = kindIn(facts.charter, kind);
      if (known === undefined) return refuse(new UnknownKind({ kind }));
      if (facts.unit === undefined) return refuse(new UnknownUnit({ unit }));
      if (placeOn(facts.unit.places, on) === undefined) return refuse(new UnitNotOpen({ unit, on }));
      const unitKind = facts.unit.kind;
      if (known.unitKinds !== null && !known.unitKinds.includes(unitKind))
        return refuse(new KindMisplaced({ kind, unitKind }));
      return accept({ _tag: "OfficeOpened", unit, kind, title, seats, powers: known.powers, on });
    },
    retitle: ({ title }) => accept({ _tag: "OfficeRetitled", title }),
    empower: (_, { kind, powers }, { facts }) => {
      if (facts.charter === undefined) return refuse(new CharterMissing({}));
      const known = kindIn(facts.charter, kind);
      if (known === undefined) return refuse(new UnknownKind({ kind }));
      return isSame(powers, known.powers)
        ? accept()
        : accept({ _tag: "OfficeEmpowered", powers: known.powers });
    },
    reseat: ({ seats, replaces = null }, state, { on }) => {
      if (replaces !== null && !isReplaceable(state.seatings, replaces))
        return refuse(new NotReplaceable({ entry: replaces }));
      if (!isOpenOn(state, on)) return refuse(new OfficeNotOpen({ on }));
      const seatings = enter(state.seatings, { ...trial, from: on, to: null, seats }, replaces);
      const problem = problemOf({ ...state, seatings });
      return problem === undefined ? accept({ _tag: "SeatsChanged", seats, on, replaces }) : refuse(problem);
    },
    close: (_, state, { on }) => {
      if (state.closed !== null || !isOpenOn(state, on)) return refuse(new OfficeNotOpen({ on }));
      const after = known(state.mandates).filter(({ to }) => to === null || to > on);
      return after.length === 0
        ? accept({ _tag: "OfficeClosed", on })
        : refuse(new MandatesRunOn({ mandates: after.map(({ mandate }) => mandate), after: on }));
    },
    leaveVacant: (_, state, { on }) => {
      if (!isOpenOn(state, on)) return refuse(new OfficeNotOpen({ on }));
      if (seatsOn(state, on).vacant === 0) return refuse(new NoSeatVacant({ on }));
      return accept({ _tag: "SeatLeftVacant", on });
    },
    ...decideMandates,
  })
  .guard({
    open: ({ unit }) => over("offices", unit),
    retitle: (_, { unit }) => over("offices", unit),
    empower: (_, { unit }) => over("offices", unit),
    reseat: (_, { unit }) => over("offices", unit),
    close: (_, { unit }) => over("offices", unit),
    leaveVacant: (_, { unit }) => over("mandates", unit),
    grant: (_, { unit }) => over("mandates", unit),
    correct: (_, { unit }) => over("mandates", unit),
    end: (_, { unit }) => over("mandates", unit),
    annul: (_, { unit }) => over("mandates", unit),
    suspend: (_, { unit }) => over("mandates", unit),
    resume: (_, { unit }) => over("mandates", unit),
  });

const revise = (
  state: Office,
  entry: Recorded,
  replaces: string,
  change: (old: Mandate) => Terms | "annulled",
): Office => ({
  ...state,
  mandates: revised(state.mandates, recordedBy(entry), replaces, change),
});

/** Whether the office is there on a day. */
export const isOpenOn = ({ opened, closed }: Pick<Office, "opened" | "closed">, on: Day): boolean =>
  opened <= on && (closed === null || on <= closed);

const kindIn = ({ officeKinds }: Charter, code: Code) => officeKinds.find((kind) => kind.code === code);

/** Whether the powers are the same, in any order. */
export const isSame = (some: ReadonlyArray<Grant>, others: ReadonlyArray<Grant>): boolean =>
  some.length === others.length &&
  some.every(({ power, reach }) => others.some((other) => other.power === power && other.reach === reach));
