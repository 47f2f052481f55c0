import { describe, expect, it } from "vitest";
import { markdownText, onOneLine } from "./markdown.ts";

describe("text in Markdown", () => {
  it("escapes every sign that may mean something anywhere in a line", () => {
    expect(markdownText("\\ ` * _ [ ] < > | ~ & $")).toBe("\\\\ \\` \\* \\_ \\[ \\] \\< \\> \\| \\~ \\& \\$");
    expect(markdownText("a**b**c")).toBe("a\\*\\*b\\*\\*c");
  });

  it.each([
    ["# A", "\\# A"],
    ["+ A", "\\+ A"],
    ["- A", "\\- A"],
    ["=", "\\="],
    [": A", "\\: A"],
  ])("escapes what means something at the start of a line, there alone: %s", (text, written) => {
    expect(markdownText(text)).toBe(written);
    expect(markdownText(`A ${text}`)).toBe(`A ${text}`);
  });

  it.each([
    ["1. A", "1\\. A"],
    ["12) A", "12\\) A"],
    ["1.", "1\\."],
  ])("escapes what would begin a numbered list: %s", (text, written) => {
    expect(markdownText(text)).toBe(written);
    expect(markdownText(`A ${text}`)).toBe(`A ${text}`);
  });

  it("leaves figures with decimals as they are", () => {
    expect(markdownText("27.125")).toBe("27.125");
    expect(markdownText("1,234.5 (+2)")).toBe("1,234.5 (+2)");
  });

  it("stays on its line, so that what comes after a break begins no line", () => {
    expect(markdownText("A\n# B")).toBe("A # B");
    expect(markdownText("\n- A")).toBe(" - A");
  });
});

it.each(["\t", "\n", "\v", "\f", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\n\n"])(
  "breaks of a line become one space: %j",
  (written) => {
    expect(onOneLine(`A${written}B  C`)).toBe("A B  C");
  },
);
