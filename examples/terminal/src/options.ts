/** Options of a command line, each given once, each with a value. */
import { relative, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Language } from "@verksam/election-math/record";
import { WrongUse } from "./problems.ts";

export type OptionNames = ReadonlyArray<string>;

/** What was given, by name; throws `WrongUse` for an option there is not, is given twice, or is empty. */
export const optionsIn = <const Names extends OptionNames>(
  args: ReadonlyArray<string>,
  names: Names,
): Readonly<Partial<Record<Names[number], string>>> => {
  const given = parsed(args, names);
  const values: Partial<Record<Names[number], string>> = {};
  for (const name of names as ReadonlyArray<Names[number]>) {
    const [value, ...more] = given[name] ?? [];
    if (more.length > 0) throw new WrongUse(`--${name} is given ${more.length + 1} times`);
    if (value === "") throw new WrongUse(`--${name} is empty`);
    if (value !== undefined) values[name] = value;
  }
  return values;
};

const parsed = (
  args: ReadonlyArray<string>,
  names: OptionNames,
): Readonly<Partial<Record<string, ReadonlyArray<string>>>> => {
  try {
    const options = Object.fromEntries(
      names.map((name) => [name, { type: "string", multiple: true }] as const),
    );
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new WrongUse(cause instanceof Error ? cause.message : "unreadable arguments");
  }
};

/** The path from the working directory. */
export const pathIn = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : resolve(given);

/** From the working directory where it lies below, else whole. */
export const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
};

/** The language that an option is; throws `WrongUse`. */
export const languageIn = (text: string): Language => {
  if (text === "sv" || text === "en") return text;
  throw new WrongUse("--lang is sv or en");
};

/** The whole number from 1 that an option is; throws `WrongUse`. */
export const wholeIn = (name: string, text: string): number => {
  const number = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
  if (number === 0) throw new WrongUse(`--${name} is a whole number from 1`);
  return number;
};
