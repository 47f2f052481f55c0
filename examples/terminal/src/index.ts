export { type Column, columnsOf, wrapped } from "./columns.ts";
export { type WrittenFile, writeAll } from "./files.ts";
export { type JsonFile, jsonText, readJson } from "./json-file.ts";
export { type OptionNames, optionsIn, pathIn, wholeIn } from "./options.ts";
export { BadInput, Problems, WrongUse } from "./problems.ts";
export { runProgram } from "./run.ts";
export { plain, processTerminal, type Terminal } from "./terminal.ts";
export { readText, type TextFile } from "./text-file.ts";
