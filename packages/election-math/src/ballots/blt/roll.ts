import type { Place } from "../place.ts";

/** Who stands in a BLT file: candidates by number and nickname, who is withdrawn, and the order for ties. */
export class Roll {
  readonly #place: Place;
  candidates = 0;
  readonly #nicknames = new Map<string, number>();
  readonly #begun = new Set<"nick" | "tie">();
  readonly withdrawn = new Set<string>();
  readonly tieOrder = new Set<string>();

  constructor(place: Place) {
    this.#place = place;
  }

  /** Of a number or a nickname. */
  numberOf(word: string): number {
    const number = /^\d+$/.test(word) ? Number(word) : this.#nicknames.get(word);
    if (number === undefined) throw this.#place.malformed("neither a candidate's number nor a nickname");
    this.expect(number);
    return number;
  }

  expect(number: number): void {
    if (number < 1 || number > this.candidates) throw this.#place.malformed("no candidate has this number");
  }

  withdraw(number: number): void {
    this.expect(number);
    const id = String(number);
    if (this.withdrawn.has(id)) throw this.#place.malformed("a candidate who is withdrawn already");
    this.withdrawn.add(id);
  }

  inTieOrder(number: number): void {
    const id = String(number);
    if (this.tieOrder.has(id))
      throw this.#place.malformed("a candidate who is in the order for ties already");
    this.tieOrder.add(id);
  }

  nickname(word: string): void {
    if (/^\d+$|^-|=/.test(word)) throw this.#place.malformed("a nickname that could be something else");
    if (this.#nicknames.has(word)) throw this.#place.malformed("a nickname that another candidate has");
    this.#nicknames.set(word, this.#nicknames.size + 1);
  }

  beginOnce(option: "nick" | "tie"): void {
    if (this.#begun.has(option)) throw this.#place.malformed("an option that stood before");
    this.#begun.add(option);
  }

  expectAll(option: "nick" | "tie"): void {
    const { size } = option === "nick" ? this.#nicknames : this.tieOrder;
    if (size !== this.candidates) throw this.#place.malformed("an option that does not name every candidate");
  }
}
