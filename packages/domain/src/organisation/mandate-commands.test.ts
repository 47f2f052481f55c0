import { given } from "@verksam/testkit";
import { describe, it } from "vitest";
import { office } from "./office.ts";
import { day, opened } from "./organisation.fixture.ts";
import {
  AlreadySuspended,
  EndsBeforeStart,
  HeldAlready,
  MandateKnown,
  NotSuspended,
  OfficeNotOpen,
  OutsideMandate,
  SeatsTaken,
  UnknownMandate,
} from "./refusals.ts";

const [from, to] = [day("2025-03-01"), day("2027-02-28")];
const at = { id: "north-chair", on: "2026-03-01" };
const first = { _tag: "MandateGranted", mandate: "m-1", person: "p-2", role: "ordinary", from, to } as const;
const replaces = "000002";
const chaired = given(office, opened, first);
const away = {
  _tag: "MandateSuspended",
  mandate: "m-1",
  replaces,
  from: day("2026-04-01"),
  to: day("2026-04-30"),
} as const;
const suspended = given(office, opened, first, away);

describe("granting a mandate", () => {
  it("may begin in the past or in the future, and be left open", () => {
    for (const from of ["2010-01-01", "2030-01-01"])
      given(office, opened)
        .when("grant", { person: "p-2", from }, at)
        .then({ ...first, mandate: "new-1", from, to: null });
  });
  it("is refused for a seat that is held on any of its days", () => {
    chaired
      .when("grant", { person: "p-3", from: "2024-01-01" }, at)
      .thenRefused(new SeatsTaken({ on: from, seats: 1 }));
    chaired
      .when("grant", { person: "p-3", from: "2027-02-28" }, at)
      .thenRefused(new SeatsTaken({ on: to, seats: 1 }));
    chaired.when("grant", { person: "p-3", from: "2027-03-01" }, at).thenState({});
    chaired.when("grant", { person: "p-3", from: "2024-01-01", to: "2025-02-28" }, at).thenState({});
  });
  it("fills as many seats as there are, but none of them twice with the same person", () => {
    const two = given(office, { ...opened, seats: 2 }, first);
    two.when("grant", { person: "p-3", from: "2026-01-01" }, at).thenState({});
    two
      .when("grant", { person: "p-2", from: "2026-01-01" }, at)
      .thenRefused(new HeldAlready({ mandate: "m-1", on: day("2026-01-01") }));
  });
  it("is refused where it ends before it starts, or the office is not there", () => {
    given(office, opened)
      .when("grant", { person: "p-2", from: "2026-03-01", to: "2026-02-28" }, at)
      .thenRefused(new EndsBeforeStart({ from: day("2026-03-01"), to: day("2026-02-28") }));
    given(office, opened)
      .when("grant", { person: "p-2", from: "1999-12-31" }, at)
      .thenRefused(new OfficeNotOpen({ on: day("1999-12-31") }));
  });
  it("keeps the id of a mandate for ever, also of an annulled one", () => {
    const annulled = { _tag: "MandateAnnulled", mandate: "m-1", replaces } as const;
    for (const events of [[first], [first, annulled]])
      given(office, opened, ...events)
        .when("grant", { mandate: "m-1", person: "p-3", from: "2030-01-01" }, at)
        .thenRefused(new MandateKnown({ mandate: "m-1" }));
  });
});

describe("substitutes", () => {
  const substitute = { ...first, mandate: "m-2", person: "p-3", role: "substitute" } as const;
  const acting = { person: "p-3", role: "acting", from: "2026-04-01", to: "2026-04-30" } as const;
  it("stand ready beside a full office", () => {
    chaired
      .when("grant", { mandate: "m-2", person: "p-3", role: "substitute", from, to }, at)
      .then(substitute);
  });
  it("act only in a seat that is vacant or whose holder is suspended", () => {
    given(office, opened, first, substitute)
      .when("grant", acting, at)
      .thenRefused(new SeatsTaken({ on: day("2026-04-01"), seats: 1 }));
    given(office, opened, first, substitute, { ...away, replaces })
      .when("grant", acting, at)
      .thenState({});
    given(office, opened, first, substitute, away)
      .when("grant", { ...acting, to: "2026-05-01" }, at)
      .thenRefused(new SeatsTaken({ on: day("2026-05-01"), seats: 1 }));
    given(office, opened, substitute).when("grant", acting, at).thenState({});
  });
  it("who act must stop before the holder resumes", () => {
    const actor = { _tag: "MandateGranted", mandate: "m-3", ...acting } as const;
    given(office, opened, first, away, actor)
      .when("resume", { mandate: "m-1" }, { ...at, on: "2026-04-15" })
      .thenRefused(new SeatsTaken({ on: day("2026-04-15"), seats: 1 }));
  });
});

describe("ending a mandate", () => {
  it("is on its last day, for a cause; the entry before stays", () => {
    chaired
      .when(
        "end",
        { mandate: "m-1", cause: "resigned" },
        { ...at, on: "2026-06-10", now: "2026-06-11T12:00:00.000Z" },
      )
      .then({ _tag: "MandateEnded", mandate: "m-1", replaces, on: "2026-06-10", cause: "resigned" })
      .thenState({
        mandates: [
          {
            ...{ id: replaces, mandate: "m-1", person: "p-2", role: "ordinary", from, to, cause: null },
            ...{ suspended: [], replaces: null },
            ...{ recordedAt: "2026-01-01T12:00:00.000Z", replacedAt: "2026-06-11T12:00:00.000Z" },
          },
          {
            ...{ id: "000003", mandate: "m-1", person: "p-2", role: "ordinary", from },
            ...{ to: "2026-06-10", cause: "resigned", suspended: [], replaces },
            ...{ recordedAt: "2026-06-11T12:00:00.000Z", replacedAt: null },
          },
        ],
      });
  });
  it("is refused before its first day, after its last, and for a mandate that there is not", () => {
    const end = (mandate: string, on: string) =>
      chaired.when("end", { mandate, cause: "moved" }, { ...at, on });
    end("m-1", "2025-02-28").thenRefused(new EndsBeforeStart({ from, to: day("2025-02-28") }));
    end("m-1", "2027-03-01").thenRefused(new OutsideMandate({ mandate: "m-1", on: day("2027-03-01") }));
    end("m-9", "2026-03-01").thenRefused(new UnknownMandate({ mandate: "m-9" }));
  });
  it("frees the seat from the next day on, not before", () => {
    const ended = given(office, opened, first, {
      _tag: "MandateEnded",
      mandate: "m-1",
      replaces,
      on: "2026-06-10",
      cause: "resigned",
    });
    ended
      .when("grant", { person: "p-3", from: "2026-06-10" }, at)
      .thenRefused(new SeatsTaken({ on: day("2026-06-10"), seats: 1 }));
    ended.when("grant", { person: "p-3", from: "2026-06-11" }, at).thenState({});
  });
});

describe("correcting a mandate", () => {
  it("says what was meant, in place of an entry it names", () => {
    chaired.when("correct", { mandate: "m-1", from: "2025-03-10" }, at).then({
      _tag: "MandateCorrected",
      mandate: "m-1",
      replaces,
      person: "p-2",
      role: "ordinary",
      from: "2025-03-10",
      to,
      cause: null,
    });
  });
  it("breaks no rule that granting keeps", () => {
    const next = { ...first, mandate: "m-2", person: "p-3", from: "2027-03-01", to: null } as const;
    given(office, opened, first, next)
      .when("correct", { mandate: "m-1", to: null }, at)
      .thenRefused(new SeatsTaken({ on: day("2027-03-01"), seats: 1 }));
    given(office, opened, first, next).when("correct", { mandate: "m-2", person: "p-2" }, at).then({
      _tag: "MandateCorrected",
      mandate: "m-2",
      replaces: "000003",
      person: "p-2",
      role: "ordinary",
      from: "2027-03-01",
      to: null,
      cause: null,
    });
  });
  it("opens an ended mandate again, and forgets the cause of its end", () => {
    given(office, opened, first, {
      _tag: "MandateEnded",
      mandate: "m-1",
      replaces,
      on: "2026-06-10",
      cause: "resigned",
    })
      .when("correct", { mandate: "m-1", to: null }, at)
      .then({
        _tag: "MandateCorrected",
        mandate: "m-1",
        replaces: "000003",
        person: "p-2",
        role: "ordinary",
        from,
        to: null,
        cause: null,
      });
  });
});

describe("suspending a mandate", () => {
  it("keeps the seat: nobody else is elected to it meanwhile", () => {
    suspended
      .when("grant", { person: "p-3", from: "2026-04-10", to: "2026-04-20" }, at)
      .thenRefused(new SeatsTaken({ on: day("2026-04-10"), seats: 1 }));
  });
  it("is refused outside the mandate, and twice for a day", () => {
    const suspend = (from: string, to?: string) =>
      suspended.when("suspend", { mandate: "m-1", from, ...(to === undefined ? {} : { to }) }, at);
    suspend("2025-02-28", "2025-03-31").thenRefused(
      new OutsideMandate({ mandate: "m-1", on: day("2025-02-28") }),
    );
    suspend("2027-02-01", "2027-03-01").thenRefused(
      new OutsideMandate({ mandate: "m-1", on: day("2027-03-01") }),
    );
    suspend("2026-04-30").thenRefused(new AlreadySuspended({ mandate: "m-1", on: day("2026-04-30") }));
    suspend("2026-03-01").thenRefused(new AlreadySuspended({ mandate: "m-1", on: day("2026-04-01") }));
    suspend("2026-05-02", "2026-05-01").thenRefused(
      new EndsBeforeStart({ from: day("2026-05-02"), to: day("2026-05-01") }),
    );
    suspend("2026-05-01").then({ ...away, replaces: "000003", from: "2026-05-01", to: null });
  });
  it("ends on the day before the mandate is resumed", () => {
    suspended
      .when("resume", { mandate: "m-1" }, { ...at, on: "2026-04-15" })
      .then({ _tag: "MandateResumed", mandate: "m-1", replaces: "000003", on: "2026-04-15" });
    suspended
      .when("resume", { mandate: "m-1" }, { ...at, on: "2026-05-01" })
      .thenRefused(new NotSuspended({ mandate: "m-1", on: day("2026-05-01") }));
  });
});
