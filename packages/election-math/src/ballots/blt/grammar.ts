import type { BallotFile, Candidate, CastBallot } from "../ballot-file.ts";
import type { Place } from "../place.ts";
import { Ranking } from "../ranking.ts";
import { type Weight, weightOf } from "../weight.ts";
import { Bracket } from "./bracket.ts";
import type { CheckedDialect } from "./dialect.ts";
import { Roll } from "./roll.ts";

/** Where a BLT file has come to: its two numbers, then what stands before the first ballot, the ballots, the texts. */
type Stage = "candidates" | "seats" | "preamble" | "ballots" | "texts";

/** Makes ballots of the words of a BLT file, and of its texts the names. */
export class Grammar {
  readonly #place: Place;
  readonly #dialect: CheckedDialect;
  readonly #roll: Roll;
  readonly #ranking: Ranking;
  /** What can come next. */
  expects: "numbers" | "texts" | "nothing" = "numbers";
  #stage: Stage = "candidates";
  #seats = 0;
  #bracket: Bracket | undefined;
  /** Of the ballot that is being read; none between ballots. */
  #weight: Weight | undefined;
  #id: string | undefined;
  /** Whether nothing but the last 0 may follow in this line. */
  #isLineOver = false;
  /** The ballots begun so far. */
  #begun = 0;
  /** By candidate, the ballot that named the candidate last. */
  readonly #namedIn: Array<number> = [];
  /** By candidate, a rank of that one alone. */
  readonly #alone: Array<ReadonlyArray<string>> = [];
  readonly #ids = new Set<string>();
  readonly #texts: Array<string> = [];
  #ballots: Array<CastBallot> = [];

  constructor(place: Place, dialect: CheckedDialect) {
    this.#place = place;
    this.#dialect = dialect;
    this.#roll = new Roll(place);
    this.#ranking = new Ranking(dialect.skipped);
  }

  whole(value: number): void {
    if (this.#weight !== undefined) {
      if (value === 0) {
        this.#closeBallot();
        this.#isLineOver = this.#dialect.ballotEnd === "line";
      } else this.#prefer(value);
    } else if (this.#bracket !== undefined) this.#bracket.take(String(value));
    else if (this.#stage === "candidates") this.#takeCandidates(value);
    else if (this.#stage === "seats") this.#takeSeats(value);
    else if (value === 0) {
      this.#stage = "texts";
      this.expects = "texts";
    } else this.#openBallot(value, undefined);
  }

  /** Anything but a whole number of at most 15 digits. */
  word(word: string): void {
    if (this.#weight !== undefined) {
      if (word === "-") this.#ranking.skip();
      else if (word.includes("=")) this.#preferEqually(word.split("="));
      else this.#prefer(this.#roll.numberOf(word));
    } else if (this.#bracket !== undefined) this.#bracket.take(word);
    else if (this.#stage === "candidates") throw this.#place.malformed("not a number of candidates");
    else if (this.#stage === "seats") throw this.#place.malformed("not a number of seats");
    else if (/^-\d+$/.test(word)) {
      if (this.#stage === "ballots") throw this.#place.malformed("a withdrawal after the first ballot");
      this.#roll.withdraw(Number(word.slice(1)));
    } else {
      const weight = weightOf(word);
      if (weight === undefined) throw this.#place.malformed("not a weight above 0");
      this.#openBallot(weight, undefined);
    }
  }

  /** In parentheses in place of a weight, which then is 1. */
  ballotId(id: string): void {
    if (this.#weight !== undefined) throw this.#place.malformed("a parenthesis in a ranking");
    if (this.#bracket !== undefined) throw this.#place.malformed("a parenthesis in an option");
    if (this.#stage === "candidates" || this.#stage === "seats")
      throw this.#place.malformed("a ballot before the numbers of candidates and seats");
    if (id === "") throw this.#place.malformed("an empty ballot id");
    if (this.#ids.has(id)) throw this.#place.malformed("a ballot id that stood before");
    this.#ids.add(id);
    this.#openBallot(1, id);
  }

  bracket(opens: boolean): void {
    if (!opens) {
      if (this.#bracket === undefined) throw this.#place.malformed("a bracket that was not opened");
      this.#bracket.close();
      this.#bracket = undefined;
      return;
    }
    if (this.#bracket !== undefined || this.#stage !== "preamble")
      throw this.#place.malformed("an option anywhere but before the first ballot");
    this.#bracket = new Bracket(this.#place, this.#roll, this.#dialect);
  }

  endLine(): void {
    if (this.#weight !== undefined && this.#dialect.ballotEnd === "line") this.#closeBallot();
    this.#isLineOver = false;
  }

  text(text: string): void {
    if (this.#texts.length > this.#textsOfCandidates)
      throw this.#place.malformed("something after the title");
    this.#texts.push(text);
    if (this.#texts.length > this.#textsOfCandidates && this.#dialect.afterTitle === "ignored")
      this.expects = "nothing";
  }

  /** The file is over. */
  finish(): void {
    const lacks = this.#lacking();
    if (lacks !== undefined) throw this.#place.malformed(`the file ends before ${lacks}`);
  }

  completed(): ReadonlyArray<CastBallot> {
    const ballots = this.#ballots;
    this.#ballots = [];
    return ballots;
  }

  /** What the file says beside its ballots, once it is over. */
  head(): Omit<BallotFile, "ballots"> {
    const title = this.#texts[this.#textsOfCandidates];
    const { withdrawn, tieOrder } = this.#roll;
    return {
      ...(title !== "" && { title }),
      seats: this.#seats,
      candidates: Array.from({ length: this.#roll.candidates }, (_, index) => this.#candidate(index)),
      withdrawn: [...withdrawn],
      ...(tieOrder.size > 0 && { tieOrder: [...tieOrder] }),
    };
  }

  #candidate(index: number): Candidate {
    const id = String(index + 1);
    if (!this.#dialect.parties) return { id, name: this.#texts[index] ?? "" };
    const [name = "", party = ""] = this.#texts.slice(2 * index, 2 * index + 2);
    return party === "" ? { id, name } : { id, name, party };
  }

  #takeCandidates(count: number): void {
    if (count === 0) throw this.#place.malformed("not a number of candidates");
    this.#roll.candidates = count;
    this.#stage = "seats";
  }

  #takeSeats(seats: number): void {
    if (seats === 0) throw this.#place.malformed("not a number of seats");
    if (seats > this.#roll.candidates) throw this.#place.malformed("more seats than candidates");
    this.#seats = seats;
    this.#stage = "preamble";
  }

  #openBallot(weight: Weight, id: string | undefined): void {
    if (this.#isLineOver) throw this.#place.malformed("something after the end of a ballot in its line");
    this.#stage = "ballots";
    this.#weight = weight;
    this.#id = id;
    this.#begun++;
  }

  #prefer(number: number): void {
    this.#name(number);
    this.#alone[number] ??= Object.freeze([String(number)]);
    this.#ranking.prefer(this.#alone[number]);
  }

  #preferEqually(words: ReadonlyArray<string>): void {
    this.#ranking.prefer(
      words.map((word) => {
        const number = this.#roll.numberOf(word);
        this.#name(number);
        return String(number);
      }),
    );
  }

  /** A ballot names nobody twice. */
  #name(number: number): void {
    if (number > this.#roll.candidates) this.#roll.expect(number);
    if (this.#namedIn[number] === this.#begun)
      throw this.#place.malformed("a candidate who stands in this ranking already");
    this.#namedIn[number] = this.#begun;
  }

  #closeBallot(): void {
    const weight = this.#weight ?? 1;
    const ranking = this.#ranking.close();
    this.#ballots.push(this.#id === undefined ? { ranking, weight } : { ranking, weight, id: this.#id });
    this.#weight = undefined;
  }

  get #textsOfCandidates(): number {
    return this.#roll.candidates * (this.#dialect.parties ? 2 : 1);
  }

  #lacking(): string | undefined {
    if (this.#stage === "candidates") return "its number of candidates";
    if (this.#stage === "seats") return "its number of seats";
    if (this.#bracket !== undefined) return "the end of an option";
    if (this.#weight !== undefined) return "the end of a ballot";
    if (this.#stage !== "texts") return "the 0 that ends the ballots";
    const { length } = this.#texts;
    if (length > this.#textsOfCandidates) return undefined;
    return length < this.#textsOfCandidates ? "the names of all candidates" : "its title";
  }
}
