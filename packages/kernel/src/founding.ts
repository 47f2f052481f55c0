/** The founding of an organisation: accepted once, on an empty journal; from it every other mandate descends. */
import * as Schema from "effect/Schema";
import { accept, aggregate, refuse } from "./aggregate.ts";
import { Day } from "./day.ts";

import { everyUnit } from "./guard.ts";
import { Id } from "./ids.ts";

/** An IANA time zone name the runtime knows. */
export const Zone = Schema.String.check(
  Schema.makeFilter((zone) => isZone(zone) || "not an IANA time zone", { expected: "an IANA time zone" }),
);

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The founding mandate is relinquished already. */
export class AlreadyRelinquished extends Schema.TaggedError<AlreadyRelinquished>()("AlreadyRelinquished", {
  on: Day,
}) {}

/** The organisation itself: its founder, who may do everything until the founding mandate is relinquished, and its zone. */
export const founding = aggregate({
  area: "kernel",
  name: "founding",
  state: { founder: Id, zone: Zone, on: Day, relinquished: Schema.NullOr(Day) },
  events: { Founded: { founder: Id, zone: Zone, on: Day }, FoundingMandateRelinquished: { on: Day } },
  commands: { found: { founder: Id, zone: Zone }, relinquish: {} },
  creates: "found",
})
  .evolve(
    {
      Founded: (event) => ({ ...event, relinquished: null }),
      FoundingMandateRelinquished: ({ on }, state) => ({ ...state, relinquished: on }),
    },
    {
      authority: ({ founder, on, relinquished }) => ({
        mandates:
          relinquished === null
            ? [
                {
                  office: "founder",
                  person: founder,
                  unit: everyUnit,
                  power: "*",
                  reach: "subtree",
                  from: on,
                  to: null,
                },
              ]
            : [],
        places: [],
      }),
    },
  )
  .decide({
    found: (input, _, { on }) => accept({ _tag: "Founded", ...input, on }),
    relinquish: (_, { relinquished }, { on }) =>
      relinquished === null
        ? accept({ _tag: "FoundingMandateRelinquished", on })
        : refuse(new AlreadyRelinquished({ on: relinquished })),
  })
  .guard({
    found: () => ({ power: "*", unit: null }),
    relinquish: () => ({ power: "*", unit: everyUnit }),
  });
