/** Numbers from 0 to 9999, all different, one a candidate: Wichmann and Hill's generator from the sizes of the election (clauses 42–48). */
export const tieNumbers = (candidates: number, seats: number, papers: number): ReadonlyArray<number> => {
  let x = candidates + 5;
  let y = seats;
  let z = (papers + 10_000 * (papers % 10)) % 30_323;
  const next = (): number => {
    x = (171 * x) % 30_269;
    y = (172 * y) % 30_307;
    z = (170 * z) % 30_323;
    return (
      (Math.floor((10_000 * x) / 30_269) +
        Math.floor((10_000 * y) / 30_307) +
        Math.floor((10_000 * z) / 30_323)) %
      10_000
    );
  };
  // the first four are not used
  for (let skipped = 0; skipped < 4; skipped++) next();
  const numbers = new Set<number>();
  while (numbers.size < candidates) numbers.add(next());
  return [...numbers];
};
