/** The errors every command may answer with, beside the refusals of its own. None carries personal data. */
import * as Schema from "effect/Schema";

/** One problem of an input: the path to the field and what is wrong with its value. */
export const Problem = Schema.Struct({ field: Schema.String, problem: Schema.String });

/** The input does not fit the command's schema; names every field and the problem of its value, never the value. */
export class InvalidInput extends Schema.TaggedError<InvalidInput>()("InvalidInput", {
  command: Schema.String,
  problems: Schema.Array(Problem),
}) {
  override get message() {
    return `${this.command}: ${this.problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join("; ")}`;
  }
}

/** The actor holds no mandate today with this power over this unit. */
export class NotAllowed extends Schema.TaggedError<NotAllowed>()("NotAllowed", {
  command: Schema.String,
  power: Schema.String,
  unit: Schema.NullOr(Schema.String),
}) {
  override get message() {
    return `${this.command} needs the power ${this.power}${this.unit === null ? "" : ` over ${this.unit}`}`;
  }
}

/** A command that needs an existing aggregate was given one that does not exist. */
export class NotFound extends Schema.TaggedError<NotFound>()("NotFound", {
  aggregate: Schema.String,
  id: Schema.String,
}) {
  override get message() {
    return `there is no ${this.aggregate} ${this.id}`;
  }
}

/** A command that creates was given the id of an aggregate that exists. */
export class AlreadyExists extends Schema.TaggedError<AlreadyExists>()("AlreadyExists", {
  aggregate: Schema.String,
  id: Schema.String,
}) {
  override get message() {
    return `${this.aggregate} ${this.id} exists already`;
  }
}

/** A key that must be unique in the organisation is held by another aggregate. */
export class AlreadyReserved extends Schema.TaggedError<AlreadyReserved>()("AlreadyReserved", {
  name: Schema.String,
  key: Schema.String,
  owner: Schema.String,
}) {
  override get message() {
    return `${this.name} ${this.key} is taken by ${this.owner}`;
  }
}

/** The idempotency key was used before with another command. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("KeyReused", { key: Schema.String }) {
  override get message() {
    return `the key ${this.key} was used for another command`;
  }
}

/** Something the decision rests on changed meanwhile, also when tried again under a lock, or `expected` does not hold. */
export class Conflict extends Schema.TaggedError<Conflict>()("Conflict", {
  aggregate: Schema.String,
  id: Schema.String,
}) {
  override get message() {
    return `${this.aggregate} ${this.id} changed meanwhile`;
  }
}

/** `found` was called for an organisation that is founded already. */
export class AlreadyFounded extends Schema.TaggedError<AlreadyFounded>()("AlreadyFounded", {
  tenant: Schema.String,
}) {
  override get message() {
    return `${this.tenant} is founded already`;
  }
}

/** A command was given to an organisation that nobody has founded. */
export class NotFounded extends Schema.TaggedError<NotFounded>()("NotFounded", { tenant: Schema.String }) {
  override get message() {
    return `${this.tenant} is not founded yet`;
  }
}

export const StorageFailureKind = Schema.Literals([
  "constraint",
  "serialisation",
  "connection",
  "full",
  "readOnly",
  "other",
]);

/** The storage could not do its work; nothing of the command was kept, except that after a lost `connection` during a commit it is unknown: retry with the same key. */
export class StorageFailure extends Schema.TaggedError<StorageFailure>()("StorageFailure", {
  operation: Schema.String,
  kind: StorageFailureKind,
  cause: Schema.Defect(),
}) {
  override get message() {
    return `storage: ${this.operation} failed (${this.kind})`;
  }
}

/** The storage found other versions than the batch rests on. Internal to the port: commands answer `Conflict`. */
export class CommitConflict extends Schema.TaggedError<CommitConflict>()("CommitConflict", {}) {}
