/** Gives every sequence of words a number, the same for the same words: 0, 1, 2 … as they come. */
export class Signatures {
  readonly #ids = new Map<number, number>();
  #words = new Uint32Array(1024);
  /** Where the words of each begin; at the end, where the next begin. */
  readonly #starts = [0];

  /** How many there are. */
  get count(): number {
    return this.#starts.length - 1;
  }

  idOf(words: Uint32Array, length: number): number {
    let hash = length;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ (words[i] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (;;) {
      const id = this.#ids.get(hash);
      if (id === undefined) return this.#add(hash, words, length);
      if (this.#isSame(id, words, length)) return id;
      hash = (hash + 1) | 0;
    }
  }

  #isSame(id: number, words: Uint32Array, length: number): boolean {
    const start = this.#starts[id] as number;
    if ((this.#starts[id + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#words[start + i] !== words[i]) return false;
    return true;
  }

  #add(hash: number, words: Uint32Array, length: number): number {
    const id = this.count;
    const start = this.#starts[id] as number;
    if (start + length > this.#words.length) {
      const wider = new Uint32Array(Math.max(this.#words.length * 2, start + length));
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words.set(words.subarray(0, length), start);
    this.#starts.push(start + length);
    this.#ids.set(hash, id);
    return id;
  }
}
