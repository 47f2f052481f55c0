/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator; Numerical Recipes). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};
