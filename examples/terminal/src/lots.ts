/** Lots as they are handed in, and the one that is needed. */
import { readJson } from "./json-file.ts";
import { isObject } from "./objects.ts";
import { Problems } from "./problems.ts";

/** Lots as they came, to be checked by the count, and the file they came from. */
export interface Lots {
  readonly name: string;
  readonly lots: ReadonlyArray<unknown>;
}

/** The lots in a file: a list, or an object with the list as `lots`; none where there is no file. Throws `BadInput`. */
export const lotsIn = (path: string | undefined): Lots => {
  if (path === undefined) return { name: "", lots: [] };
  const { name, value } = readJson(path);
  const lots = isObject(value) ? value.lots : value;
  const problems = new Problems();
  if (!Array.isArray(lots)) problems.add(name, "lots", "not a list of lots");
  problems.done();
  return { name, lots: Array.isArray(lots) ? lots : [] };
};

/** The lots so far with the one that is needed, as JSON, to be filled in and handed in. */
export const lotTemplate = (
  { lots }: Lots,
  { among, about }: { readonly among: ReadonlyArray<string>; readonly about: unknown },
): string => JSON.stringify({ lots: [...lots, { among, about, drawn: "", by: "", how: "" }] }, null, 2);
