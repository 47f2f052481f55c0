import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchor, html, markdown } from "./markup.ts";

describe("HTML from a template", () => {
  it("writes text so that it can open no tag, end no attribute and start no entity", () => {
    expect(html`<p title="${`"'`}">${"<script>alert('&amp;')</script>"}</p>`.source).toBe(
      `<p title="&quot;&#39;">&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;</p>`,
    );
  });

  it("keeps markup, joins lists and leaves out what is not there, but writes a zero", () => {
    expect(html`${[html`<i>${1}</i>`, "<", [0]]}${undefined}${false}.`.source).toBe("<i>1</i>&lt;0.");
  });

  it("reads back as the text that was put in, whatever it was", () => {
    const named = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
    const readBack = (source: string) =>
      source.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => named[entity as keyof typeof named]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { source } = html`${text}`;
        expect(source).not.toMatch(/[<>"']/);
        expect(readBack(source)).toBe(text);
      }),
    );
  });
});

describe("Markdown from a template", () => {
  it.each([
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["1. not a list", "1\\. not a list"],
    ["2) not a list", "2\\) not a list"],
    ["> not a quote", "\\> not a quote"],
    ["=== not a heading", "\\=== not a heading"],
    ["a *b* _c_ `d` ~e~", "a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~"],
    ["[a](javascript:b) ![c](d)", "\\[a\\](javascript:b) !\\[c\\](d)"],
    ["<b>&amp;|\\", "\\<b\\>\\&amp;\\|\\\\"],
    ["two\n\nparagraphs", "two paragraphs"],
  ])("shows %j as it is", (text, source) => {
    expect(markdown`${text}`.source).toBe(source);
  });

  it("keeps what is Markdown already", () => {
    expect(markdown`- ${markdown`**${"a*b"}**`}`.source).toBe("- **a\\*b**");
  });
});

describe("an anchor", () => {
  it("is the code where the code is plain", () => {
    expect(anchor("commitment", "B4")).toBe("commitment-B4");
  });

  it("of a code that looks like another's anchor is its own", () => {
    expect(anchor("area", "a_20_")).not.toBe(anchor("area", "a "));
  });

  it("is valid in HTML and a fragment for any code, and differs wherever the codes differ", () => {
    const code = fc.string({ unit: fc.constantFrom("a", "B", "-", "_", " ", '"', "å", "5", "f", "🙂") });
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(anchor("area", a)).toMatch(/^area-[A-Za-z0-9_-]*$/);
        expect(anchor("area", a) === anchor("area", b)).toBe(a === b);
      }),
    );
  });
});
