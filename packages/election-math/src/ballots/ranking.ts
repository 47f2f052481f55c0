import type { CastBallot } from "./ballot-file.ts";

/**
 * What becomes of a rank that the voter skipped: it is "kept" as an empty one, "closed" so that the later ones move up, or
 * it "ends" the ranking.
 */
export type Skipped = "kept" | "closed" | "ends";

/** In the order of preference to offer them: the first is what is done unless something else is asked for. */
export const skippedChoices = ["kept", "closed", "ends"] as const;

const nobody: ReadonlyArray<string> = Object.freeze([]);

/** A ranking that is being read, from the most preferred on. */
export class Ranking {
  readonly #skipped: Skipped;
  /** Of this ranking the first `#length`; kept for the next one. */
  readonly #ranks: Array<ReadonlyArray<string>> = [];
  #length = 0;
  #waiting = 0;
  #isOver = false;

  constructor(skipped: Skipped) {
    this.#skipped = skipped;
  }

  prefer(rank: ReadonlyArray<string>): void {
    if (this.#isOver) return;
    for (; this.#waiting > 0; this.#waiting--) this.#ranks[this.#length++] = nobody;
    this.#ranks[this.#length++] = rank;
  }

  skip(): void {
    if (this.#skipped === "kept") this.#waiting++;
    else if (this.#skipped === "ends") this.#isOver = true;
  }

  /** Whatever follows does not count. */
  end(): void {
    this.#isOver = true;
  }

  /** The ranking, without the ranks that were skipped at its end; what comes next is another one. */
  close(): CastBallot["ranking"] {
    const ranks = this.#ranks.slice(0, this.#length);
    this.#length = 0;
    this.#waiting = 0;
    this.#isOver = false;
    return ranks;
  }
}
