import type { Status } from "../why.ts";
import type { MissingLine } from "./document.ts";
import { type Names, nameOf } from "./names.ts";

/** What a status lacks, by name; what several parts of it lack is told once. */
export const missingLines = (status: Status, names: Names): ReadonlyArray<MissingLine> => [
  ...new Map(lacking(status, names)).values(),
];

/** Each thing lacking under what tells it from others: codes of one kind of thing may be those of another kind too. */
const lacking = (
  { why, missing }: Status,
  names: Names,
): ReadonlyArray<readonly [key: string, line: MissingLine]> => {
  const named = (of: keyof Names, code: string) =>
    [`${of} ${code}`, { name: nameOf(names[of], code) }] as const;
  const dated = (of: keyof Names, code: string, on: NonNullable<MissingLine["on"]>) =>
    [`${of} ${code} ${on}`, { name: nameOf(names[of], code), on }] as const;
  switch (why.rule) {
    case "all":
      return why.parts.flatMap((part) => lacking(part, names));
    case "milestone":
      return missing.map((stage) => named("kinds", stage));
    case "outcome":
      return missing.map((goal) => named("measures", goal));
    case "observance":
      return why.occurrences.flatMap((occurrence) =>
        occurrence.state === "open" || occurrence.state === "late"
          ? [dated("observances", occurrence.observance, occurrence.on)]
          : [],
      );
    case "each":
      return why.items
        .filter(({ answered }) => answered === undefined)
        .map(({ subject, on }) =>
          subject === undefined ? dated("kinds", why.of, on) : named("references", subject),
        );
    default:
      return missing.map((reference) => named("references", reference));
  }
};
