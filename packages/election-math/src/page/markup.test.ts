import { describe, expect, it } from "vitest";
import { html } from "./markup.ts";

describe("HTML from a template", () => {
  it("escapes text wherever it stands", () => {
    const text = `<b title="it's">&`;
    expect(html`<p class="${text}">${text}</p>`.source).toBe(
      `<p class="&lt;b title=&quot;it&#39;s&quot;&gt;&amp;">&lt;b title=&quot;it&#39;s&quot;&gt;&amp;</p>`,
    );
  });

  it("keeps what is HTML, also in lists of lists", () => {
    expect(html`<ul>${[html`<li>1</li>`, [html`<li>2</li>`, "<3"]]}</ul>`.source).toBe(
      "<ul><li>1</li><li>2</li>&lt;3</ul>",
    );
  });

  it("writes 0, and nothing for what is false or undefined", () => {
    expect(html`${0}|${false}|${undefined}|${""}|`.source).toBe("0||||");
  });

  it("takes nothing for HTML that only looks like it", () => {
    const fake = { source: "<script>" } as unknown as string;
    expect(() => html`${fake}`.source).toThrow();
  });
});
