/** The tables of the ziggurat of Marsaglia and Tsang (2000): 256 layers of one area under exp(-x²/2), the lowest with the tail. */
export const layers = 256;

/** Where the tail begins, and the area of a layer. */
export const tail = 3.6541528853610088;
const area = 0.00492867323399;

const height = (x: number): number => Math.exp(-0.5 * x * x);

const widthsOf = (): Float64Array => {
  const found = new Float64Array(layers + 1);
  found[0] = area / height(tail);
  found[1] = tail;
  for (let layer = 2; layer < layers; layer++) {
    const below = found[layer - 1] as number;
    found[layer] = Math.sqrt(-2 * Math.log(area / below + height(below)));
  }
  return found;
};

/** The half width of each layer, falling to 0 at the top. */
export const widths = widthsOf();

/** The height at which each layer begins. */
export const heights = Float64Array.from(widths, (width) => height(width));
