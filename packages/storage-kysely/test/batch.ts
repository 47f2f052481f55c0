/** A batch that keeps what is given and nothing else. */
import type { Batch } from "@verksam/kernel";

export const batch = (more: Partial<Batch>): Batch => ({
  head: { authority: 0 },
  writes: [],
  read: [],
  entries: [],
  keys: [],
  reserve: [],
  release: [],
  authority: [],
  erase: [],
  ...more,
});
