import type { BallotFile, CastBallot } from "../ballot-file.ts";
import { type BallotReader, parsed, readerOf } from "../ballot-reader.ts";
import { MalformedFile } from "../malformed-file.ts";
import { rankingKey } from "../reshape.ts";
import { unfit } from "./kind.ts";
import { Lines } from "./lines.ts";
import { type Declared, Metadata } from "./metadata.ts";
import { orderOf } from "./order.ts";

/**
 * Reads a PrefLib file of orders (SOC, SOI, TOC or TOI as its metadata say; the format of 2022) piece by piece. What the
 * metadata declare is checked against what is there, at the end. Names and title are read without white space at their ends;
 * metadata other than kind, title, names and numbers say nothing here.
 */
export const preflibReader = (): BallotReader => {
  const file = new PreflibFile();
  return readerOf({
    take: (piece) => file.take(piece),
    finish: () => file.finish(),
    completed: () => file.completed(),
  });
};

/** The file a PrefLib text is. Throws `MalformedFile`. */
export const parsePreflib = (text: string): BallotFile => parsed(preflibReader(), text);

class PreflibFile {
  readonly #lines = new Lines();
  readonly #metadata = new Metadata();
  #declared: Declared | undefined;
  readonly #orders = new Set<string>();
  #voters = 0n;
  #ballots: Array<CastBallot> = [];

  take(piece: string): void {
    for (const line of this.#lines.take(piece)) this.#line(line);
  }

  finish(): Omit<BallotFile, "ballots"> {
    const last = this.#lines.finish();
    this.#line(last);
    const { line } = this.#lines;
    const column = last.length + 1;
    const declared = this.#declared ?? this.#metadata.declared(line, column);
    const { title, names } = declared;
    if (this.#orders.size !== declared.orders)
      throw new MalformedFile("preflib", line, column, "not as many orders as the file declares");
    if (this.#voters !== declared.voters)
      throw new MalformedFile("preflib", line, column, "not as many voters as the file declares");
    return {
      ...(title !== "" && { title }),
      candidates: names.map((name, index) => ({ id: String(index + 1), name })),
      withdrawn: [],
    };
  }

  completed(): ReadonlyArray<CastBallot> {
    const ballots = this.#ballots;
    this.#ballots = [];
    return ballots;
  }

  #line(text: string): void {
    const { line } = this.#lines;
    if (text.trim() === "") return;
    if (!text.startsWith("#")) this.#order(text, line);
    else if (this.#metadata.take(text, line) && this.#declared !== undefined)
      throw new MalformedFile("preflib", line, 1, "metadata after the first order");
  }

  #order(text: string, line: number): void {
    this.#declared ??= this.#metadata.declared(line, 1);
    const { kind, names } = this.#declared;
    const { count, ranking } = orderOf(text, line, names.length);
    const misfit = unfit(kind, ranking, names.length);
    if (misfit !== undefined) throw new MalformedFile("preflib", line, 1, misfit);
    const key = rankingKey(ranking);
    if (this.#orders.has(key)) throw new MalformedFile("preflib", line, 1, "an order that stood before");
    this.#orders.add(key);
    this.#voters += BigInt(count);
    this.#ballots.push({ ranking, weight: count });
  }
}
