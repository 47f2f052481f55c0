import { memoryStorage } from "@verksam/kernel";
import { open } from "@verksam/kernel/promise";
import { describe, expect, it } from "vitest";
import { charterId, organisation } from "./index.ts";
import { adopted, day } from "./organisation.fixture.ts";

const on = day("2020-01-01");
const { _tag: _, ...charter } = adopted;

/** A founded district: north and south under it, and its secretary, who may do everything in the organisation. */
const district = async () => {
  const verksam = await open({ storage: memoryStorage(), tenant: "made-up", areas: [organisation] });
  await verksam.found("p-1", "Europe/Stockholm");
  const founder = verksam.as({ person: "p-1" }).organisation;
  await founder.charter.adopt(charterId, charter);
  await founder.unit.found("district", { kind: "district", name: "District" }, { on });
  for (const id of ["north", "south"])
    await founder.unit.found(id, { kind: "association", name: id, under: "district" }, { on });
  await founder.office.open("secretary", { unit: "district", kind: "secretary", title: "Secretary" }, { on });
  await founder.office.grant("secretary", { mandate: "m-1", person: "p-2", from: on });
  return { verksam, founder, secretary: verksam.as({ person: "p-2" }).organisation };
};
const refused = { _tag: "NotAllowed" };

describe("an organisation", () => {
  it("acts by its mandates: the secretary may below the district, nobody else may", async () => {
    const { verksam, secretary } = await district();
    await secretary.unit.rename("north", { name: "Northern" });
    const stranger = verksam.as({ person: "p-3" }).organisation;
    await expect(stranger.unit.rename("north", { name: "N" })).rejects.toMatchObject(refused);
    expect((await verksam.verify()).deviations).toEqual([]);
  });
  it("denies the very next command once a mandate has ended, is suspended, or is still to come", async () => {
    const { verksam, founder, secretary } = await district();
    const rename = () => secretary.unit.rename("north", { name: "N" });
    await rename();
    await founder.office.end("secretary", { mandate: "m-1", cause: "resigned" }, { on: day("2020-06-30") });
    await expect(rename()).rejects.toMatchObject(refused);
    await founder.office.grant("secretary", { mandate: "m-2", person: "p-2", from: day("2020-07-01") });
    await rename();
    await founder.office.suspend("secretary", { mandate: "m-2", from: day("2020-07-01") });
    await expect(rename()).rejects.toMatchObject(refused);
    await founder.office.resume("secretary", { mandate: "m-2" }, { on: day("2020-08-01") });
    await rename();
    await founder.office.correct("secretary", { mandate: "m-2", from: day("2999-01-01") });
    await expect(rename()).rejects.toMatchObject(refused);
    expect((await verksam.verify()).deviations).toEqual([]);
  });
  it("keeps its tree a tree, whoever moves at the same moment", async () => {
    const { verksam, secretary } = await district();
    const answers = await Promise.all([
      secretary.unit.move.safe("north", { under: "south" }),
      secretary.unit.move.safe("south", { under: "north" }),
    ]);
    expect(answers.map((answer) => (answer.ok ? "moved" : answer.error._tag)).toSorted()).toEqual([
      "UnderItself",
      "moved",
    ]);
    expect((await verksam.verify()).deviations).toEqual([]);
  });
  it("knows a closed unit when asked to move one under it, also for a day on which it was open", async () => {
    const { secretary } = await district();
    await secretary.unit.close("south", {}, { on: day("2020-06-30") });
    const move = secretary.unit.move("north", { under: "south" }, { on: day("2020-03-01") });
    await expect(move).rejects.toMatchObject({ _tag: "UnitNotOpen", unit: "south", on: "2020-07-01" });
  });
  it("closes no unit that another is founded under at the same moment", async () => {
    const { secretary } = await district();
    const answers = await Promise.all([
      secretary.unit.found.safe("study", { kind: "committee", name: "Study", under: "north" }),
      secretary.unit.close.safe("north", {}),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
  it("keeps a contact route out of the journal's data, and the reason of a review", async () => {
    const { verksam, secretary } = await district();
    await secretary.unit.setContactRoute("north", { route: { by: "email", address: "canary@example.org" } });
    await secretary.review.decide("r-1", { unit: "north", decision: "keep" }, { reason: "canary in words" });
    const entries = [];
    for await (const { data } of verksam.journal()) entries.push(data);
    expect(JSON.stringify(entries)).not.toContain("canary");
    expect((await verksam.read.organisation.unit.get("north"))?.state.contact?.address).toBe(
      "canary@example.org",
    );
    expect((await verksam.read.organisation.review.get("r-1"))?.state.reason).toBe("canary in words");
  });
});
