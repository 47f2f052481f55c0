import { given } from "@verksam/testkit";
import { describe, expect, it } from "vitest";
import { charter, charterId } from "./charter.ts";
import { adopted } from "./organisation.fixture.ts";
import { KindTwice, NotTheCharter, UnknownKind } from "./refusals.ts";

const id = charterId;
const { _tag: _, ...input } = adopted;
const group = { code: "group", title: { en: "group" } };
const convener = { code: "convener", title: { en: "convener" }, powers: [], unitKinds: ["group"] };

describe("the charter", () => {
  it("is adopted under its one id only", () => {
    given(charter).when("adopt", input, { id }).then(adopted);
    given(charter)
      .when("adopt", input, { id: "another" })
      .thenRefused(new NotTheCharter({ charter: charterId }));
  });
  it("names each kind once", () => {
    given(charter)
      .when("adopt", { ...input, unitKinds: [...input.unitKinds, ...input.unitKinds] }, { id })
      .thenRefused(new KindTwice({ kind: "district" }));
  });
  it("lets offices stand only in kinds of units that it knows", () => {
    given(charter, adopted)
      .when("amend", { officeKinds: [convener] }, { id })
      .thenRefused(new UnknownKind({ kind: "group" }));
    given(charter, adopted)
      .when("amend", { unitKinds: [group], officeKinds: [convener] }, { id })
      .then({ _tag: "CharterAmended", unitKinds: [group], officeKinds: [convener] });
  });
  it("amended, puts a kind anew and keeps the others", () => {
    const anew = { code: "chair", title: { en: "chairperson" }, powers: [], unitKinds: null };
    const [secretary] = adopted.officeKinds;
    given(charter, adopted)
      .when("amend", { officeKinds: [anew] }, { id })
      .thenState({ unitKinds: adopted.unitKinds.toSorted(byCode), officeKinds: [anew, secretary] });
  });
  it("knows no power that is not one, and no title without words", () => {
    const { commands, check } = charter.machine;
    expect(commands).toContain("amend");
    const problems = (power: string, title: object) => {
      const checked = check("amend", {
        officeKinds: [{ ...convener, title, powers: [{ power, reach: "unit" }] }],
      });
      return checked._tag === "Failure" ? checked.failure.map(({ field }) => field) : [];
    };
    expect(problems("plan.*", { en: "convener" })).toEqual([]);
    expect(problems("plan.project.*", { en: "convener" })).toEqual([]);
    expect(problems("plan.*.run", { en: "convener" })).toEqual(["officeKinds.0.powers.0.power"]);
    expect(problems("*", { "sv-SE": "sammankallande" })).toEqual([]);
    expect(problems("plan", { en: "convener" })).toEqual(["officeKinds.0.powers.0.power"]);
    expect(problems("plan.*", {})).toEqual(["officeKinds.0.title"]);
    expect(problems("plan.*", { en: "  " })).toEqual(["officeKinds.0.title.en"]);
  });
});

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
