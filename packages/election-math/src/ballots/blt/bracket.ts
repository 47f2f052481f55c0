import type { Place } from "../place.ts";
import type { CheckedDialect } from "./dialect.ts";
import type { Roll } from "./roll.ts";

/** An option in brackets before the first ballot: `[nick a b c]`, `[tie 3 1 2]`, `[withdrawn 2]`. */
export class Bracket {
  readonly #place: Place;
  readonly #roll: Roll;
  readonly #dialect: CheckedDialect;
  #name = "";

  constructor(place: Place, roll: Roll, dialect: CheckedDialect) {
    this.#place = place;
    this.#roll = roll;
    this.#dialect = dialect;
  }

  take(word: string): void {
    const roll = this.#roll;
    if (this.#name === "") this.#begin(word);
    else if (this.#name === "nick") roll.nickname(word);
    else if (this.#name === "tie") roll.inTieOrder(roll.numberOf(word));
    else if (this.#name === "withdrawn") roll.withdraw(roll.numberOf(word));
  }

  #begin(name: string): void {
    const isKnown = name === "nick" || name === "tie" || name === "withdrawn";
    if (!isKnown && this.#dialect.otherOptions === "refused")
      throw this.#place.malformed("an option that is not known");
    if (name === "nick" || name === "tie") this.#roll.beginOnce(name);
    this.#name = name;
  }

  close(): void {
    if (this.#name === "") throw this.#place.malformed("an option without a name");
    if (this.#name === "nick" || this.#name === "tie") this.#roll.expectAll(this.#name);
  }
}
