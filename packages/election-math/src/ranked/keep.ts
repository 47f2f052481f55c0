/** Keep values, papers and votes are whole numbers of a thousand-millionth. */
export const unit = 1_000_000_000;

/** a × b ÷ unit, raised to the next whole number; exact for two numbers up to the unit. */
export const productUp = (a: number, b: number): number => {
  const high = Math.floor(a / 32768);
  const low = a - high * 32768;
  const whole = Math.floor((high * b) / unit);
  const rest = (high * b - whole * unit) * 32768 + low * b;
  return whole * 32768 + Math.ceil(rest / unit);
};

const raised = (n: bigint, d: bigint): bigint => (n + d - 1n) / d;

/** What a candidate keeps from now on to be left with the quota: keep × quota ÷ votes, both raised to the next unit. */
export const keepFor = (keep: number, quota: number, votes: number): number => {
  const one = BigInt(unit);
  const wanted = raised(raised(BigInt(keep) * BigInt(quota), one) * one, BigInt(votes));
  return wanted > one ? unit : Number(wanted);
};
