/** What is to be decided by lot, told by the count that stopped for it. */
export interface LotRequest<About> {
  /** Whose numbers are equal, in order of their ids: more than there is to give. */
  readonly among: ReadonlyArray<string>;
  readonly about: About;
  /** How many steps the count had taken; the lot becomes the next one. */
  readonly step: number;
}

/** A lot that was drawn; handed in, the count goes on with it. It answers the same tie however the count came there. */
export interface Lot<About> {
  readonly among: ReadonlyArray<string>;
  readonly about: About;
  /** The one drawn, out of `among`. */
  readonly drawn: string;
  /** Who drew. */
  readonly by: string;
  /** How it was drawn: "slips of paper from an urn", "the seed 9f3c of the public draw". */
  readonly how: string;
}

/** The step that a lot was drawn. */
export interface LotStep<About> extends Lot<About> {
  readonly kind: "lot";
}
