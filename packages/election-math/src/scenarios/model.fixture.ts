/** A made-up region of three constituencies and five parties, of which C and D are near the bar of 3 %. */
import { Checks } from "../input.ts";
import { type CheckedModel, type Model, readModel } from "./model.ts";

export const region: Model = {
  election: {
    rules: "se.region@2018",
    totalSeats: 33,
    constituencies: [
      { id: "north", fixedSeats: 9, votes: { A: 4000, B: 5100, C: 500, D: 300, OTHER: 100 } },
      { id: "south", fixedSeats: 14, votes: { A: 7900, B: 7000, C: 300, D: 600, OTHER: 200 } },
      { id: "west", fixedSeats: 6, votes: { A: 3000, B: 2100, C: 200, D: 100, E: 900, OTHER: 50 } },
    ],
  },
  polls: [{ shares: { A: 0.46, B: 0.44, C: 0.032, D: 0.028, E: 0.03 }, size: 1500 }],
  error: { scale: 0.1, blocs: [{ parties: ["A", "C"], correlation: -0.3 }] },
  constituencyNoise: 0.05,
};

/** A model as it is read; throws where it has a problem. */
export const read = (model: Model): CheckedModel => {
  const checks = new Checks();
  const found = readModel({ ...model }, checks);
  checks.done();
  return found as CheckedModel;
};
