/** Text in a format that is safe to write out: made by a template that escapes whatever is not already in the format. */
export class Markup<Format extends "html" | "markdown"> {
  readonly format: Format;
  readonly source: string;
  constructor(format: Format, source: string) {
    this.format = format;
    this.source = source;
  }
}

/** What may be put into a template: markup is kept, text is escaped, lists are joined, `undefined` and `false` write nothing. */
export type Content<Format extends "html" | "markdown"> =
  | Markup<Format>
  | string
  | number
  | false
  | undefined
  | ReadonlyArray<Content<Format>>;

export type Html = Markup<"html">;
export type Markdown = Markup<"markdown">;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Also what means something only at the start of a line, since any text may come to stand there. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&$]/g, "\\$&")
    .replace(/^[#+=:-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

const written = <Format extends "html" | "markdown">(
  content: Content<Format>,
  escaped: (text: string) => string,
): string => {
  if (content === undefined || content === false) return "";
  if (content instanceof Markup) return content.source;
  if (typeof content === "object") return content.map((one) => written(one, escaped)).join("");
  return escaped(String(content));
};

const template =
  <Format extends "html" | "markdown">(format: Format, escaped: (text: string) => string) =>
  (pieces: TemplateStringsArray, ...contents: ReadonlyArray<Content<Format>>): Markup<Format> =>
    new Markup(
      format,
      pieces.reduce((source, piece, index) => source + written(contents[index - 1], escaped) + piece),
    );

/** HTML from a template. */
export const html = template("html", escapeHtml);

/** Markdown (CommonMark with tables) from a template. */
export const markdown = template("markdown", escapeMarkdown);

/** An identifier that is valid in HTML and differs wherever the codes differ: "B4" becomes "area-B4". */
export const anchor = (prefix: "area" | "commitment" | "promise", code: string): string =>
  `${prefix}-${code.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`;
