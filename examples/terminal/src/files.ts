/** Files that are written whole, all of them or none. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { Problems } from "./problems.ts";

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** Writes every file beside its place first, and puts them there when all are written; throws `BadInput`. */
export const writeAll = (files: ReadonlyArray<WrittenFile>): void => {
  const beside = files.map(({ path, text }) => ({ path, text, temporary: `${path}.${process.pid}.tmp` }));
  const written: Array<string> = [];
  const trying = (path: string, work: () => void): void => {
    try {
      work();
    } catch (cause) {
      for (const temporary of written) rmSync(temporary, { force: true });
      const problems = new Problems();
      problems.add(path, "", `cannot be written: ${reason(cause)}`);
      problems.done();
    }
  };
  for (const { path, text, temporary } of beside)
    trying(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      // a rename would fail too late, when others are in their place
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error("a folder");
      written.push(temporary);
      writeFileSync(temporary, text);
    });
  for (const { path, temporary } of beside) trying(path, () => renameSync(temporary, path));
};

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "there is a file where a folder has to be",
  ENOTDIR: "there is a file where a folder has to be",
  EACCES: "not allowed",
  EROFS: "not allowed",
  ENOSPC: "no space left",
};

const reason = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return (("code" in cause && reasons[String(cause.code)]) || undefined) ?? cause.message;
};
