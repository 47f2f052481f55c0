import { type Constraint, isDoomed, isGuarded, type Settled } from "./constraint.ts";
import { electedStep, type Race } from "./race.ts";
import { extreme, type Transferring, untied } from "./tie.ts";

/** Keeps a count to its constraints: tells once of each candidate who is guarded, and finds those who are doomed. */
export class Balance<Value> {
  readonly #race: Race<Value>;
  readonly #constraints: ReadonlyArray<Constraint>;
  readonly #seats: number;
  readonly #told = new Set<number>();

  constructor(race: Race<Value>, constraints: ReadonlyArray<Constraint>, seats: number) {
    this.#race = race;
    this.#constraints = constraints;
    this.#seats = seats;
  }

  get isKept(): boolean {
    return this.#constraints.length > 0;
  }

  isGuarded(candidate: number): boolean {
    return this.isKept && isGuarded(this.#constraints, this.#settled(), this.#race.idOf(candidate));
  }

  isDoomed(candidate: number): boolean {
    return this.isKept && isDoomed(this.#constraints, this.#settled(), this.#race.idOf(candidate));
  }

  /** Who may be excluded for having the fewest votes. */
  *excludable(): Transferring<ReadonlyArray<number>> {
    const open: Array<number> = [];
    for (const candidate of this.#race.hopefuls()) {
      if (!this.isGuarded(candidate)) open.push(candidate);
      else if (!this.#told.has(candidate)) {
        this.#told.add(candidate);
        yield { kind: "guarded", candidate: this.#race.idOf(candidate) };
      }
    }
    return open;
  }

  /** How many candidates more stand than there are places left, where no constraint makes them differ. */
  get spare(): number {
    return this.isKept ? 0 : this.#race.hopefuls().length - this.#places();
  }

  #settled(): Settled {
    const { elected, idOf } = this.#race;
    const id = idOf.bind(this.#race);
    return { elected: elected.map(id), hopeful: this.#race.hopefuls().map(id), seats: this.#seats };
  }

  /** Elects who has enough, most votes first, and looks again after each whether a constraint still lets the next one in. */
  *electBy(isEnough: (votes: Value) => boolean): Transferring {
    const race = this.#race;
    for (let places = this.#places(); places > 0; places = this.#places()) {
      const over = race.hopefuls().filter((one) => isEnough(race.votesOf(one)) && !this.isDoomed(one));
      const tied = extreme(race, over, "most");
      const [first] = tied;
      if (first === undefined) return;
      // who of equals is named first matters only where a constraint or the places do not let all of them in
      const next =
        this.isKept || tied.length > places
          ? yield* untied(race, tied, { kind: "electedFirst", takes: "most", looks: "back" })
          : first;
      race.elect(next);
      yield electedStep(race, next, "quota");
    }
  }

  #places(): number {
    return this.#seats - this.#race.elected.length;
  }
}
