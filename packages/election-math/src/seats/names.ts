import type { Checks } from "../input.ts";

/** Names that are texts, each once; what is wrong with one is a problem of its place. */
export const checkedNames = (value: unknown, field: string, checks: Checks): ReadonlyArray<string> => {
  const names = checks.list(value, field).map((name, at) => checks.text(name, `${field}[${at}]`));
  names.forEach((name, at) => {
    if (name !== "" && names.indexOf(name) < at) checks.problem(`${field}[${at}]`, "named before");
  });
  return names;
};
