import type { Counted } from "../facts.ts";
import type { AllWhy, Status, StatusName } from "../why.ts";
import { type Asked, sortedByDay } from "./asked.ts";

/** The rules hold together; a part that is not applicable does not stand in the way of the others. */
export const all = (parts: ReadonlyArray<Status>, { known }: Asked): Status<AllWhy> => {
  const applicable = parts.filter(({ status }) => status !== "notApplicable");
  const is =
    (name: StatusName) =>
    ({ status }: Status) =>
      status === name;
  const status = (): StatusName => {
    if (applicable.length === 0) return "notApplicable";
    if (applicable.every(is("met"))) return "met";
    const worst = (["notMet", "late", "unknown"] as const).find((name) => applicable.some(is(name)));
    return worst ?? (applicable.every(is("noEvidence")) ? "noEvidence" : "onTheWay");
  };
  const evidence = new Map<string, Counted>();
  for (const part of parts) for (const entry of part.evidence) evidence.set(entry.id, entry);
  return {
    status: status(),
    deadline: known.period.to,
    why: { rule: "all", parts },
    evidence: sortedByDay([...evidence.values()]),
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  };
};
