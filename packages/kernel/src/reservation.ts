/** The reservations a batch takes and gives back. */
import type { Aggregate } from "./aggregate.ts";
import { nameOf } from "./call.ts";
import type { Plain } from "./codec.ts";
import { AlreadyReserved } from "./errors.ts";
import type { Reservation } from "./storage.ts";

/** A reservation with the instance that holds it, as `nameOf` names it. */
export type Owned = Reservation & { readonly owner: string };

/** What an instance in a state reserves. */
export const reservedBy = (aggregate: Aggregate, state: Plain, id: string): ReadonlyArray<Owned> =>
  aggregate.machine
    .reserves(state, id)
    .map((reservation) => ({ ...reservation, owner: nameOf(aggregate, id) }));

const textOf = ({ name, key }: Reservation): string => JSON.stringify([name, key]);

export class ReservationDraft {
  readonly #taken = new Map<string, Owned>();
  readonly #released = new Map<string, Owned>();

  /** Gives back what the owner no longer wants and takes what it now does; refused where another of the batch has it. */
  change(
    owner: string,
    held: ReadonlyArray<Reservation>,
    wanted: ReadonlyArray<Reservation>,
  ): AlreadyReserved | undefined {
    const [before, after] = [held, wanted].map((list) => new Set(list.map(textOf)));
    const taking = wanted.filter((reservation) => !before?.has(textOf(reservation)));
    for (const { name, key } of taking) {
      const other = this.#taken.get(textOf({ name, key }));
      if (other !== undefined && other.owner !== owner)
        return new AlreadyReserved({ name, key, owner: other.owner });
    }
    for (const { name, key } of held) {
      const text = textOf({ name, key });
      if (after?.has(text)) continue;
      const taken = this.#taken.get(text);
      if (taken === undefined) this.#released.set(text, { name, key, owner });
      // Another took it while it was held: the storage still finds it held, and refuses that one.
      else if (taken.owner === owner) this.#taken.delete(text);
    }
    for (const { name, key } of taking) {
      const text = textOf({ name, key });
      if (this.#released.get(text)?.owner === owner) this.#released.delete(text);
      else this.#taken.set(text, { name, key, owner });
    }
    return undefined;
  }

  get reserve(): ReadonlyArray<Owned> {
    return [...this.#taken.values()];
  }
  get release(): ReadonlyArray<Owned> {
    return [...this.#released.values()];
  }
}
