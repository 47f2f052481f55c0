/** The declaration of an event: its fields, its older shapes, and whom its personal fields are about. */
import type { Fields, Value } from "./codec.ts";
import type { JsonRecord } from "./storage.ts";

/** Reads one released shape of an event's data as the next one; pure. */
export type Upcast = (data: JsonRecord) => JsonRecord;

export interface EventOptions<F extends Fields> {
  /** From version 1 to 2, from 2 to 3 …; the fields declared are those of the last. */
  readonly upcasts?: ReadonlyArray<Upcast>;
  /** The field with the id of the person whom the personal fields are about; without it, the aggregate itself. */
  readonly subject?: keyof F & string;
}

export class EventSpec<out F extends Fields> {
  readonly fields: F;
  readonly upcasts: ReadonlyArray<Upcast>;
  readonly subject: string | undefined;
  constructor(fields: F, { upcasts = [], subject }: EventOptions<F>) {
    this.fields = fields;
    this.upcasts = upcasts;
    this.subject = subject;
  }
}

/** An event with older shapes, or with personal fields about a person. */
export const event = <const F extends Fields>(fields: F, options: EventOptions<F>): EventSpec<F> =>
  new EventSpec(fields, options);

export type EventSpecs = { readonly [tag: string]: Fields | EventSpec<Fields> };
export type FieldsOf<E> = E extends EventSpec<infer F> ? F : E extends Fields ? E : never;
export type EventValue<E> = Value<FieldsOf<E>>;
/** The union of an aggregate's events, each with its name in `_tag`. */
export type EventOf<E extends EventSpecs> = {
  [K in keyof E & string]: { readonly _tag: K } & EventValue<E[K]>;
}[keyof E & string];
