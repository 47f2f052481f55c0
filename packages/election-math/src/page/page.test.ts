import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import { html } from "./markup.ts";
import { type Page, page } from "./page.ts";

const sample: Page = {
  language: "sv",
  title: "Val <1>",
  kicker: "Mandat",
  lead: "3 & 4",
  parts: [
    { id: "first", title: "Ett", content: html`<p>one</p>` },
    { id: "second-2_b", title: "Två & tre", content: "plain < text" },
  ],
};

const refused = (...ids: ReadonlyArray<string>) => {
  try {
    page({ ...sample, parts: ids.map((id) => ({ id, title: "x", content: "" })) });
    return [];
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    return cause.problems;
  }
};

describe("a page", () => {
  const document = page(sample);

  it("is a whole document in its language, with a title, a lead and a skip link", () => {
    expect(document).toMatch(/^<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">/);
    expect(document).toMatch(/<\/body>\n<\/html>\n$/);
    expect(document).toContain("<title>Mandat: Val &lt;1&gt;</title>");
    expect(document).toContain("<h1>Val &lt;1&gt;</h1>");
    expect(document).toContain('<p class="kicker">Mandat</p>');
    expect(document).toContain('<p class="lead">3 &amp; 4</p>');
    expect(document).toContain('<a class="skip" href="#content">Hoppa till innehållet</a>');
    expect(document).toContain('<main id="content" tabindex="-1">');
    expect(document).toContain('content="width=device-width, initial-scale=1"');
    expect(document).toContain('name="color-scheme" content="light dark"');
  });

  it("has a chapter for each part and a way to it", () => {
    expect(document).toContain(
      '<nav aria-label="Innehåll"><ul><li><a href="#first">Ett</a></li><li><a href="#second-2_b">Två &amp; tre</a></li></ul></nav>',
    );
    expect(document).toContain(
      '<section class="chapter" id="first" aria-labelledby="heading-first">\n<h2 id="heading-first">Ett</h2>\n<p>one</p></section>',
    );
    expect(document).toContain('<h2 id="heading-second-2_b">Två &amp; tre</h2>\nplain &lt; text</section>');
  });

  it("may load nothing, and runs nothing", () => {
    expect(document).toContain(
      `http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(document).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
  });

  it("is styled for the light, the dark, narrow pages and paper", () => {
    for (const part of [
      "prefers-color-scheme:dark",
      "@media print",
      "@media(min-width:62rem)",
      "@container(min-width:34rem)",
      "prefers-reduced-motion",
    ])
      expect(document).toContain(part);
  });

  it("speaks English too", () => {
    const english = page({ ...sample, language: "en" });
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("Skip to the content");
    expect(english).toContain('<nav aria-label="Contents">');
  });

  it("has a footer where one is given", () => {
    expect(document).not.toContain("<footer>");
    expect(page({ ...sample, footer: html`<p>seen</p>` })).toContain(
      "</div>\n<footer><p>seen</p></footer>\n</body>",
    );
  });

  it("takes a style of the caller's, which cannot end the element", () => {
    const styled = page({ ...sample, style: ".mine{color:red}</style><script>x</script>" });
    expect(styled).toContain(".mine{color:red}<\\/style><script>x<\\/script></style>");
    expect(styled.match(/<\/style>/g)).toHaveLength(1);
  });

  it.each([
    ["", "not an anchor"],
    ["1a", "not an anchor"],
    ["a b", "not an anchor"],
    ["å", "not an anchor"],
    ["content", "used before"],
  ])("refuses the anchor %j", (id, problem) => {
    expect(refused("fine", id)).toEqual([{ field: "parts[1].id", problem }]);
  });

  it("refuses an anchor twice", () => {
    expect(refused("a", "b", "a")).toEqual([{ field: "parts[2].id", problem: "used before" }]);
    expect(refused("a", "A", "a-1")).toEqual([]);
  });
});
