/** Files that are written whole, all of them or none. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** Writes every file beside its place first, and puts them there when all are written. */
export const writeAll = (files: ReadonlyArray<WrittenFile>): void => {
  const beside = files.map(({ path, text }) => ({ path, text, temporary: `${path}.${process.pid}.tmp` }));
  try {
    for (const { path, text, temporary } of beside) {
      mkdirSync(dirname(path), { recursive: true });
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${path}: a folder`);
      writeFileSync(temporary, text);
    }
    for (const { path, temporary } of beside) renameSync(temporary, path);
  } catch (cause) {
    for (const { temporary } of beside) rmSync(temporary, { force: true });
    throw cause;
  }
};
