/** Placeholder until the storage owner's lands. */
export interface Migration {
  readonly name: string;
  readonly steps: ReadonlyArray<unknown>;
}
