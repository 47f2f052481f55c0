/** HTML that is safe to write out: made by `html`, which escapes whatever is not HTML already. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may be put into a template: HTML is kept, text is escaped, lists are joined, `undefined` and `false` write nothing. */
export type Content = Html | string | number | false | undefined | ReadonlyArray<Content>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

const written = (content: Content): string => {
  if (content === undefined || content === false) return "";
  if (content instanceof Html) return content.source;
  if (typeof content === "object") return content.map(written).join("");
  return escaped(String(content));
};

/** HTML from a template. */
export const html = (pieces: TemplateStringsArray, ...contents: ReadonlyArray<Content>): Html =>
  new Html(pieces.reduce((source, piece, index) => source + written(contents[index - 1]) + piece));
