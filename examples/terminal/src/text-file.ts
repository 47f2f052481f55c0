/** Files of text as they come: with a byte order mark or without, but in UTF-8. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Problems } from "./problems.ts";

/** A file's text, and what it is called in a problem. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "a folder, not a file",
  EACCES: "may not be read",
};

/** The text of a file; throws `BadInput`. */
export const readText = (path: string): TextFile => {
  const name = basename(path);
  const problems = new Problems();
  try {
    // leaves a byte order mark out
    return { name, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const problem = cause instanceof TypeError ? "not UTF-8" : (unreadable[code] ?? "cannot be read");
    problems.add(cause instanceof TypeError ? name : path, "", problem);
    problems.done();
    throw cause;
  }
};
