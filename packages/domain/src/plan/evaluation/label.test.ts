import { describe, expect, it } from "vitest";
import { capitalised, readable } from "./label.ts";

describe("a readable label", () => {
  it("is the text of the language, or the one text there is", () => {
    expect(readable({ sv: "Täckning", en: "Coverage" }, "sv")).toBe("Täckning");
    expect(readable({ sv: "Täckning", en: "Coverage" }, "en")).toBe("Coverage");
    expect(readable("Norrvik", "en")).toBe("Norrvik");
  });

  it("stands on one line, without what cannot be written", () => {
    expect(readable(" a\r\n\tb\u0000\u0007\u009fc\uffff ", "sv")).toBe("a bc");
    expect(readable("half \ud83d of a pair", "sv")).toBe("half \ufffd of a pair");
  });

  it("cannot turn the text around it: overrides and loose isolates are dropped", () => {
    expect(readable("a\u202ecod.exe\u2069\u2066b", "en")).toBe("acod.exeb");
  });

  it("keeps a text written from right to left to itself", () => {
    expect(readable("שלום", "en")).toBe("\u2068שלום\u2069");
    expect(readable("سلام 5", "en")).toBe("\u2068سلام 5\u2069");
  });
});

describe("a capitalised text", () => {
  it.each([
    ["åtagande", "Åtagande"],
    ["ABF-kretsar", "ABF-kretsar"],
    ["5 möten", "5 möten"],
    ["𐐨a", "𐐀a"],
    ["", ""],
  ])("%s becomes %s", (text, capital) => {
    expect(capitalised(text, "sv")).toBe(capital);
  });
});
