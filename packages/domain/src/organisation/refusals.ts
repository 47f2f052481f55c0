/** Why the area's commands are refused. None carries personal data. */
import { Day, Id } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { Code } from "./code.ts";

/** There is one charter, and this is its id. */
export class NotTheCharter extends Schema.TaggedError<NotTheCharter>()("NotTheCharter", { charter: Id }) {
  override get message() {
    return `the organisation has one charter, ${this.charter}`;
  }
}

/** The organisation has adopted no charter yet. */
export class CharterMissing extends Schema.TaggedError<CharterMissing>()("CharterMissing", {}) {
  override get message() {
    return "the organisation has adopted no charter";
  }
}

/** A kind stands twice in the same list. */
export class KindTwice extends Schema.TaggedError<KindTwice>()("KindTwice", { kind: Code }) {
  override get message() {
    return `the kind ${this.kind} is named twice`;
  }
}

/** The charter knows no such kind. */
export class UnknownKind extends Schema.TaggedError<UnknownKind>()("UnknownKind", { kind: Code }) {
  override get message() {
    return `the charter knows no kind ${this.kind}`;
  }
}

/** The charter lets offices of this kind stand in units of other kinds only. */
export class KindMisplaced extends Schema.TaggedError<KindMisplaced>()("KindMisplaced", {
  kind: Code,
  unitKind: Code,
}) {
  override get message() {
    return `an office of kind ${this.kind} does not stand in a unit of kind ${this.unitKind}`;
  }
}

/** There is no such unit. */
export class UnknownUnit extends Schema.TaggedError<UnknownUnit>()("UnknownUnit", { unit: UnitId }) {
  override get message() {
    return `there is no unit ${this.unit}`;
  }
}

/** The unit is not founded yet, or closed, on that day. */
export class UnitNotOpen extends Schema.TaggedError<UnitNotOpen>()("UnitNotOpen", {
  unit: UnitId,
  on: Day,
}) {
  override get message() {
    return `the unit ${this.unit} is not open on ${this.on}`;
  }
}

/** The unit is open on that day already. */
export class UnitOpen extends Schema.TaggedError<UnitOpen>()("UnitOpen", { unit: UnitId, on: Day }) {
  override get message() {
    return `the unit ${this.unit} is open on ${this.on}`;
  }
}

/** Only the root, which the charter names, stands under no unit. */
export class NotTheRoot extends Schema.TaggedError<NotTheRoot>()("NotTheRoot", { root: UnitId }) {
  override get message() {
    return `only the root, ${this.root}, stands under no unit`;
  }
}

/** The root is neither placed under another unit nor closed. */
export class RootStays extends Schema.TaggedError<RootStays>()("RootStays", { root: UnitId }) {
  override get message() {
    return `the root, ${this.root}, is neither moved nor closed`;
  }
}

/** On that day the unit would stand under itself. */
export class UnderItself extends Schema.TaggedError<UnderItself>()("UnderItself", {
  unit: UnitId,
  under: UnitId,
  on: Day,
}) {
  override get message() {
    return `under ${this.under}, ${this.unit} would stand under itself on ${this.on}`;
  }
}

/** These units stand under it after that day. */
export class UnitsBelow extends Schema.TaggedError<UnitsBelow>()("UnitsBelow", {
  units: Schema.Array(UnitId),
  after: Day,
}) {
  override get message() {
    return `after ${this.after} there stand under it: ${this.units.join(", ")}`;
  }
}

/** Something is recorded for a later day that this would undo. */
export class LaterEntry extends Schema.TaggedError<LaterEntry>()("LaterEntry", { entry: Id, from: Day }) {
  override get message() {
    return `the entry ${this.entry} from ${this.from} comes later`;
  }
}

/** No entry of this id stands and may be replaced. */
export class NotReplaceable extends Schema.TaggedError<NotReplaceable>()("NotReplaceable", { entry: Id }) {
  override get message() {
    return `no entry ${this.entry} stands and may be replaced`;
  }
}

/** A decision that differs from what the rule proposes needs a reason. */
export class ReasonMissing extends Schema.TaggedError<ReasonMissing>()("ReasonMissing", {
  proposal: Schema.String,
}) {
  override get message() {
    return `the rule proposes to ${this.proposal}: to differ needs a reason`;
  }
}

/** The office is not opened yet, or closed, on that day. */
export class OfficeNotOpen extends Schema.TaggedError<OfficeNotOpen>()("OfficeNotOpen", { on: Day }) {
  override get message() {
    return `the office is not open on ${this.on}`;
  }
}

/** These mandates run on after that day. */
export class MandatesRunOn extends Schema.TaggedError<MandatesRunOn>()("MandatesRunOn", {
  mandates: Schema.Array(Id),
  after: Day,
}) {
  override get message() {
    return `after ${this.after} there run on: ${this.mandates.join(", ")}`;
  }
}

/** More people would sit, or serve, on that day than there are seats. */
export class SeatsTaken extends Schema.TaggedError<SeatsTaken>()("SeatsTaken", {
  on: Day,
  seats: Schema.Int,
}) {
  override get message() {
    return `on ${this.on} all ${this.seats} seats are taken`;
  }
}

/** Every seat is held on that day. */
export class NoSeatVacant extends Schema.TaggedError<NoSeatVacant>()("NoSeatVacant", { on: Day }) {
  override get message() {
    return `on ${this.on} no seat is vacant`;
  }
}

/** The person holds the office by this mandate on that day already. */
export class HeldAlready extends Schema.TaggedError<HeldAlready>()("HeldAlready", { mandate: Id, on: Day }) {
  override get message() {
    return `on ${this.on} the person holds the office by ${this.mandate}`;
  }
}

/** The last day lies before the first. */
export class EndsBeforeStart extends Schema.TaggedError<EndsBeforeStart>()("EndsBeforeStart", {
  from: Day,
  to: Day,
}) {
  override get message() {
    return `${this.to} lies before ${this.from}`;
  }
}

/** The office has a mandate of this id already, or had one. */
export class MandateKnown extends Schema.TaggedError<MandateKnown>()("MandateKnown", { mandate: Id }) {
  override get message() {
    return `the office has, or had, a mandate ${this.mandate}`;
  }
}

/** The office has no such mandate, or it was annulled. */
export class UnknownMandate extends Schema.TaggedError<UnknownMandate>()("UnknownMandate", { mandate: Id }) {
  override get message() {
    return `the office has no mandate ${this.mandate}`;
  }
}

/** The mandate does not run on that day. */
export class OutsideMandate extends Schema.TaggedError<OutsideMandate>()("OutsideMandate", {
  mandate: Id,
  on: Day,
}) {
  override get message() {
    return `${this.mandate} does not run on ${this.on}`;
  }
}

/** The mandate is suspended on that day already. */
export class AlreadySuspended extends Schema.TaggedError<AlreadySuspended>()("AlreadySuspended", {
  mandate: Id,
  on: Day,
}) {
  override get message() {
    return `${this.mandate} is suspended on ${this.on}`;
  }
}

/** The mandate is not suspended on that day. */
export class NotSuspended extends Schema.TaggedError<NotSuspended>()("NotSuspended", {
  mandate: Id,
  on: Day,
}) {
  override get message() {
    return `${this.mandate} is not suspended on ${this.on}`;
  }
}
