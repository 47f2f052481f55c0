import { electionAt, type Field } from "../allocator/field.ts";
import { run } from "../count/counting.ts";
import { Checks, InvalidInput } from "../input.ts";
import { countElection } from "../seats/election/count.ts";
import { type ElectionInput, readElection } from "../seats/election/input.ts";
import type { Random } from "./random.ts";

/**
 * The seats by party of one election, counted step by step with a lot drawn wherever one is needed, and how many were;
 * `undefined` where it cannot be counted, as nobody may take the seats of a constituency.
 */
export const countedWithLots = (
  field: Field,
  votes: Float64Array,
  random: Random,
): { readonly totals: ReadonlyMap<string, number>; readonly lots: number } | undefined => {
  const input = readable(electionAt(field, votes, 0));
  if (input === undefined) return undefined;
  let lots = 0;
  const ended = run(
    countElection(input),
    ({ among }) => {
      lots++;
      return among[random.below(among.length)];
    },
    () => {},
  );
  // every tie is decided
  return "tie" in ended ? undefined : { totals: new Map(Object.entries(ended.result.totals)), lots };
};

const readable = (election: ElectionInput): ElectionInput | undefined => {
  const checks = new Checks();
  try {
    const input = readElection({ ...election }, checks);
    checks.done();
    return input;
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
};
