/** A plan as a document, and the commands that adopt it. */
import { type Actor, Day, type Instant, type Options, type Order, order, problemsOf } from "@verksam/kernel";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { commitment } from "./commitment.ts";
import { Code, declarations, Named, partId, repeated, UnitsOfKind, undeclared, Words } from "./declared.ts";
import { observance } from "./observance.ts";
import { plan } from "./plan.ts";
import { population } from "./population.ts";
import { Owner } from "./promise.ts";
import { Rule } from "./rule.ts";

const Population = Schema.Union([
  Schema.Struct({ code: Code, title: Words, units: UnitsOfKind }),
  Schema.Struct({ code: Code, title: Words, list: Schema.Array(UnitId) }),
]);

/** A plan as a body decides on it. An owner given as text is a unit; titles and texts are `{ sv, en }`, or one text. */
export const PlanDocument = Schema.Struct({
  ...declarations,
  title: Words,
  body: UnitId,
  period: Schema.Struct({ from: Day, to: Day }),
  populations: Schema.Array(Population),
  subjects: Schema.optionalKey(Schema.Array(Named)),
  commitments: Schema.Array(
    Schema.Struct({ code: Code, area: Code, owner: Schema.Union([UnitId, Owner]), text: Words, rule: Rule }),
  ),
});
export type PlanDocument = typeof PlanDocument.Type;

/** What is wrong with a document, and where: keys and positions joined by dots, as `commitments.3.rule.of`. */
export interface DocumentProblem {
  readonly path: string;
  readonly problem: string;
}

/** The document is no plan that could be adopted; every problem at once. */
export class InvalidDocument extends Schema.TaggedError<InvalidDocument>()("InvalidDocument", {
  problems: Schema.Array(Schema.Struct({ path: Schema.String, problem: Schema.String })),
}) {
  override get message() {
    return this.problems.map(({ path, problem }) => `${path}: ${problem}`).join("\n");
  }
}

const decode = Schema.decodeUnknownResult(PlanDocument);

/** Reads a document: its form, where an unknown key is an error, and then everything it refers to. */
export const readDocument = (input: unknown): Result.Result<PlanDocument, InvalidDocument> => {
  const read = decode(input, { onExcessProperty: "error", errors: "all" });
  if (Result.isFailure(read)) {
    const problems = problemsOf(read.failure).map(({ field, problem }) => ({ path: field, problem }));
    return Result.fail(new InvalidDocument({ problems }));
  }
  const problems = checkDocument(read.success);
  return problems.length > 0 ? Result.fail(new InvalidDocument({ problems })) : Result.succeed(read.success);
};

/** What adoption would refuse: references to what is not declared, codes that stand twice, a period that ends before it begins. */
export const checkDocument = (document: PlanDocument): ReadonlyArray<DocumentProblem> => {
  const { period, commitments, areas, kinds, observances, populations, subjects = [] } = document;
  const lists = { areas, kinds, observances, populations, subjects, commitments };
  return [
    ...(period.to < period.from ? [{ path: "period", problem: "ends before it begins" }] : []),
    ...Object.entries(lists).flatMap(([name, list]) => twice(name, list)),
    ...observances.flatMap(({ code }, index) =>
      kinds.some((kind) => kind.code === code)
        ? [{ path: `observances.${index}.code`, problem: `${code} is a kind of evidence as well` }]
        : [],
    ),
    ...commitments.flatMap(({ area, rule }, index) =>
      undeclared(document, { area, rule }).flatMap(({ kind, code }) =>
        (kind === "area" ? ["area"] : placesOf(rule, kind, code, "rule")).map((place) => ({
          path: `commitments.${index}.${place}`,
          problem: `${kind} ${code} is not declared`,
        })),
      ),
    ),
  ];
};

const twice = (
  name: string,
  list: ReadonlyArray<{ readonly code: string }>,
): ReadonlyArray<DocumentProblem> => {
  const codes = list.map(({ code }) => code);
  return repeated(codes).map((code) => ({
    path: `${name}.${codes.lastIndexOf(code)}.code`,
    problem: `${code} stands twice`,
  }));
};

/** The keys of a rule under which a code of each kind stands. */
const keysOf: { readonly [kind: string]: ReadonlyArray<string> } = {
  kind: ["of", "then", "obligation"],
  population: ["population"],
  observance: ["observances"],
  day: ["on", "before"],
};

/** Where in a rule a code of a kind is named. */
const placesOf = (value: unknown, kind: string, code: string, path: string): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = `${path}.${key}`;
    const named = Array.isArray(inner) && inner.includes(code) ? `${place}.${inner.indexOf(code)}` : place;
    if ((keysOf[kind] ?? []).includes(key) && (inner === code || named !== place)) return [named];
    return placesOf(inner, kind, code, place);
  });
};

/** Who adopts the plan under which id; `on` and `at` where not today and now; `key` begins each command's key, the plan's id where not given. */
export interface Adoption extends Pick<Options, "on" | "reason" | "key"> {
  readonly plan: string;
  readonly actor: Actor;
  readonly at?: Instant;
}

/**
 * The commands that adopt the plan, in order, each with a key, so that giving them again changes nothing: the plan, then its
 * commitments, its populations that are lists, and its observances.
 */
export const adoptionOrders = (
  document: PlanDocument,
  { plan: id, actor, at, on, reason, key = id }: Adoption,
): ReadonlyArray<Order> => {
  const { period, commitments, populations, subjects = [], title, body } = document;
  const { days, areas, kinds, observances } = document;
  const rest = (part: string) => ({
    actor,
    options: {
      key: `${key}/${part}`,
      ...(on === undefined ? {} : { on }),
      ...(reason === undefined ? {} : { reason }),
    },
    ...(at === undefined ? {} : { at }),
  });
  const declared = populations.map((each) => ({
    code: each.code,
    title: each.title,
    units: "units" in each ? each.units : null,
  }));
  const adopted = {
    title,
    body,
    ...period,
    days,
    areas,
    kinds,
    observances,
    populations: declared,
    subjects,
  };
  return [
    order(plan, "adopt", id, adopted, rest("plan")),
    ...commitments.map(({ code, owner, ...promise }) => {
      const answering = typeof owner === "string" ? { unit: owner } : owner;
      return order(
        commitment,
        "make",
        partId(id, code),
        { ...promise, owner: answering },
        rest(`commitment/${code}`),
      );
    }),
    ...populations.flatMap((each) =>
      "list" in each
        ? [
            order(
              population,
              "begin",
              partId(id, each.code),
              { members: each.list, from: period.from },
              rest(`population/${each.code}`),
            ),
          ]
        : [],
    ),
    ...observances.map(({ code }) =>
      order(observance, "begin", partId(id, code), {}, rest(`observance/${code}`)),
    ),
  ];
};
