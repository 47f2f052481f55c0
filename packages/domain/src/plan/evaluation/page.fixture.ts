const voidElements = new Set(["meta", "br", "hr", "img", "input", "link"]);
const tag = /<!DOCTYPE html>|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+="[^"<>]*")*)\s*(\/?)>|[<>]/g;

/** An element of a page as a test sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own and its descendants' text, entities resolved. */
  text: string;
  readonly inside: ReadonlyArray<Element>;
}

const named = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
const resolved = (source: string): string =>
  source.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof named) => named[name]);

/** The page's elements in order; throws where a tag is not closed in order, an attribute not quoted or a bracket loose. */
export const elements = (page: string): ReadonlyArray<Element> => {
  const all: Array<Element> = [];
  const open: Array<Element> = [];
  let last = 0;
  for (const found of page.matchAll(tag)) {
    const [source, closes, name, attributes = "", closesItself] = found;
    const text = resolved(page.slice(last, found.index));
    for (const element of open) element.text += text;
    last = found.index + source.length;
    if (name === undefined) {
      if (source.length === 1)
        throw new Error(`a loose ${source} at ${page.slice(found.index, found.index + 60)}`);
    } else if (closes === "/") {
      const closed = open.pop();
      if (closed?.name !== name) throw new Error(`${closed?.name} is closed as ${name}`);
    } else {
      const pairs = attributes.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g);
      const values = new Map([...pairs].map(([, key = "", value = ""]) => [key, resolved(value)]));
      const element = { name, attributes: values, text: "", inside: [...open] };
      all.push(element);
      if (closesItself !== "/" && !voidElements.has(name)) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`${open.map((element) => element.name)} is not closed`);
  return all;
};
