/** JSON where nothing is lost: whatever `JSON.parse` would pass over in silence is a problem. */
import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { Problems } from "./problems.ts";
import { readText } from "./text-file.ts";

/** A file's value, and what the file is called in a problem. */
export interface JsonFile {
  readonly name: string;
  readonly value: unknown;
}

/** The value in a file; throws `BadInput` where it is no JSON, with line and column, or an object has a key twice. */
export const readJson = (path: string): JsonFile => {
  const { name, text } = readText(path);
  const problems = new Problems();
  try {
    check(name, text, problems);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    problems.add(name, "", "nested too deeply");
  }
  problems.done();
  // by the language itself: the visitor's own values would take a key "__proto__" for the prototype
  return { name, value: JSON.parse(text) };
};

const check = (name: string, text: string, problems: Problems): void => {
  const open: Array<Set<string>> = [];
  let isBroken = false;
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, _offset, _length, line, column, pathTo) => {
        const keys = open.at(-1);
        if (keys?.has(key) && !isBroken)
          problems.add(
            `${name}:${line + 1}:${column + 1}`,
            fieldOf([...pathTo(), key]),
            "the key is there twice",
          );
        keys?.add(key);
      },
      onError: (code, _offset, _length, line, column) => {
        // what comes after the first is mostly its consequence
        if (!isBroken) problems.add(`${name}:${line + 1}:${column + 1}`, "", `not JSON: ${inWords(code)}`);
        isBroken = true;
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
};

/** "constituencies[0].votes.S". */
const fieldOf = (path: ReadonlyArray<string | number>): string =>
  path.map((part, at) => (typeof part === "number" ? `[${part}]` : `${at > 0 ? "." : ""}${part}`)).join("");

/** "CommaExpected" as "comma expected". */
const inWords = (code: ParseErrorCode): string =>
  printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** A value as the examples write it to a file. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
