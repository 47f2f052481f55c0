import { expect, it } from "vitest";
import { anyLines } from "./declarations.ts";

it("finds `any` wherever a declaration can hide it, and not the word", () => {
  const text = `/** Takes any day. */
export declare const any: string;
export declare function open(input: Record<string, any>): void;
export type Loose<A = any> = A;
export interface Plan { readonly any?: unknown; readonly owner: Array<any> }
`;
  expect(anyLines("plan.d.ts", text).map((line) => line.split(" ")[0])).toEqual([
    "plan.d.ts:3",
    "plan.d.ts:4",
    "plan.d.ts:5",
  ]);
});
