/** Thrown inside a commit that found other versions than it rests on; its transaction is rolled back. */
export class Conflicted extends Error {
  override readonly name = "Conflicted";
}
