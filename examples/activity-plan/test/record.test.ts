import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { readRecord } from "../src/record.ts";

const line = { at: "2026-11-22T19:30:00Z", by: { person: "p-1" }, do: "unit.found", id: "u-1", input: {} };
const read = (text: string | Uint8Array) =>
  readRecord(typeof text === "string" ? new TextEncoder().encode(text) : text);
const given = (text: string) => {
  const [first] = read(text);
  if (first === undefined || Result.isFailure(first.read)) throw new Error("the line was not read");
  return first.read.success;
};
const refusal = (text: string | Uint8Array) => {
  const [first] = read(text);
  return first !== undefined && Result.isFailure(first.read) ? first.read.failure : undefined;
};

describe("a line of the record", () => {
  it("is told by its number in the file, also after blank ones and with the ends of lines of Windows", () => {
    const numbers = read(`\uFEFF${JSON.stringify(line)}\r\n\r\n${JSON.stringify(line)}`);
    expect(numbers.map(({ number, read }) => [number, Result.isSuccess(read)])).toEqual([
      [1, true],
      [3, true],
    ]);
  });

  it("may hold any character that JSON may", () => {
    expect(given(JSON.stringify({ ...line, id: "a\u2028b" })).id).toBe("a\u2028b");
  });

  it.each([
    ["2026-11-22T19:30:00Z", "2026-11-22T19:30:00.000Z"],
    ["2026-11-22T20:30:00.5+01:00", "2026-11-22T19:30:00.500Z"],
    ["2026-11-22T19:30Z", "2026-11-22T19:30:00.000Z"],
  ])("was given at %s", (at, instant) => {
    expect(given(JSON.stringify({ ...line, at })).at).toBe(instant);
  });

  it.each(["2026-02-30T10:00:00Z", "2026-11-22T19:30:00", "2026-11-22", "soon", "2026-11-22T25:00:00Z"])(
    "was not given at %s",
    (at) => {
      expect(refusal(JSON.stringify({ ...line, at }))).toMatchObject({
        code: "UnreadableLine",
        data: { problems: [{ field: "at" }] },
      });
    },
  );

  it.each([
    ["no JSON", "{", ""],
    ["no object", "[]", ""],
    ["who is missing", JSON.stringify({ ...line, by: {} }), "by.person"],
    ["a key nobody knows", JSON.stringify({ ...line, when: "now" }), "when"],
    ["a day that is none", JSON.stringify({ ...line, on: "2026-13-01" }), "on"],
    ["a reason that is a number", JSON.stringify({ ...line, reason: 7 }), "reason"],
  ])("%s: says where, never what stood there", (_, text, field) => {
    expect(refusal(text)).toMatchObject({ code: "UnreadableLine", data: { problems: [{ field }] } });
  });

  it("does not show what it holds where it cannot be read", () => {
    const secret = "Secret Person";
    const wrong = { ...line, by: { person: [secret] }, [secret.toLowerCase()]: secret, reason: [secret] };
    const told = [JSON.stringify(wrong), `{"reason": "${secret}`].map((text) =>
      JSON.stringify(refusal(text)),
    );
    expect(told.join()).not.toContain(secret);
  });

  it("that is not UTF-8 is not read", () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...line, id: "caf_" }));
    bytes[bytes.indexOf("_".charCodeAt(0))] = 0xe9;
    expect(refusal(bytes)?.code).toBe("UnreadableLine");
  });
});

describe("a line without a key", () => {
  const keys = (text: string) =>
    read(text).flatMap(({ read }) => (Result.isSuccess(read) ? [read.success.key] : []));

  it("is known by its words and by how often they stood before", () => {
    const [first, second, other] = keys(
      [line, line, { ...line, id: "u-2" }].map((l) => JSON.stringify(l)).join("\n"),
    );
    expect(new Set([first, second, other]).size).toBe(3);
    expect(keys(JSON.stringify(line))).toEqual([first]);
  });

  it("keeps the key it is given", () => {
    expect(keys(JSON.stringify({ ...line, key: "mine" }))).toEqual(["mine"]);
  });
});

it("a line's place is its words and all before it", () => {
  const seals = (...lines: ReadonlyArray<object>) =>
    read(lines.map((l) => JSON.stringify(l)).join("\n")).map(({ seal }) => seal);
  const other = { ...line, id: "u-2" };
  expect(seals(line, other)[0]).toBe(seals(line)[0]);
  expect(seals(line, other)[1]).not.toBe(seals(other)[0]);
});
