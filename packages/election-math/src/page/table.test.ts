import { expect, it } from "vitest";
import { html } from "./markup.ts";
import { numberTable } from "./table.ts";

it("a table of numbers names its rows, and scrolls by itself", () => {
  expect(numberTable("A & B", ["x", html`<abbr>y</abbr>`], [["<1>", 2, "3"], ["4"]]).source).toBe(
    `<div class="scroll" role="region" aria-label="A &amp; B" tabindex="0"><table><caption>A &amp; B</caption>
<thead><tr><th scope="col">x</th><th scope="col"><abbr>y</abbr></th></tr></thead>
<tbody><tr><th scope="row">&lt;1&gt;</th><td>2</td><td>3</td></tr>
<tr><th scope="row">4</th></tr>
</tbody></table></div>`,
  );
});
