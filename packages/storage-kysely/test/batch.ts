/** A batch that keeps what is given and nothing else. */
import { type Batch, emptyBatch } from "@verksam/kernel";

export const batch = (more: Partial<Batch>): Batch => ({
  head: { authority: 0 },
  ...emptyBatch,
  ...more,
});
