import { MalformedFile } from "../malformed-file.ts";
import type { Spot } from "../place.ts";
import type { CheckedReading } from "./reading.ts";
import type { Cell } from "./rows.ts";

/** Where in a row stands what. */
export interface Columns {
  readonly count: number;
  /** The first choice first. */
  readonly choices: ReadonlyArray<number>;
  readonly id: number | undefined;
  readonly weight: number | undefined;
}

type Role = "id" | "weight" | { readonly choice: number } | undefined;

const malformed = ({ line, column }: Spot, problem: string): MalformedFile =>
  new MalformedFile("csv", line, column, problem);

/** Reads the header; throws `MalformedFile`. */
export const columnsOf = (header: ReadonlyArray<Cell>, reading: CheckedReading): Columns => {
  const choices: Array<number> = [];
  let id: number | undefined;
  let weight: number | undefined;
  header.forEach((cell, index) => {
    const role = roleOf(cell.text, reading);
    if (role === undefined) {
      if (reading.otherColumns === "refused")
        throw malformed(cell, "a column of neither choices, ids nor weights");
      return;
    }
    const before = role === "id" ? id : role === "weight" ? weight : choices[role.choice];
    if (before !== undefined) throw malformed(cell, "a column that stood before");
    if (role === "id") id = index;
    else if (role === "weight") weight = index;
    else choices[role.choice] = index;
  });
  const start = { line: 1, column: 1 };
  if (choices.length === 0) throw malformed(start, "no column of choices");
  const wanted = reading.choices?.length ?? choices.length;
  for (let rank = 0; rank < wanted; rank++)
    if (choices[rank] === undefined) throw malformed(start, `no column of choice ${rank + 1}`);
  if (reading.idColumn !== undefined && id === undefined) throw malformed(start, "no column of ids");
  if (reading.weightColumn !== undefined && weight === undefined)
    throw malformed(start, "no column of weights");
  return { count: header.length, choices, id, weight };
};

const numbered = /^(?:Choice )?([1-9]\d{0,3})$/;

const roleOf = (name: string, { choices, idColumn, weightColumn }: CheckedReading): Role => {
  const choice = choices?.indexOf(name) ?? Number(numbered.exec(name)?.[1] ?? 0) - 1;
  if (choice >= 0) return { choice };
  if (name === (idColumn ?? "id")) return "id";
  return name === (weightColumn ?? "weight") ? "weight" : undefined;
};
