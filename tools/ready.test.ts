import { expect, it } from "vitest";
// @ts-expect-error plain JavaScript, because it runs before there is anything that knows types
import { isInstalled } from "./ready.mjs";

const wanted = {
  "": { version: "0.0.0" },
  "packages/kernel": { version: "0.0.0" },
  "node_modules/effect": { version: "4.1.0" },
  "node_modules/other-platform": { version: "1.0.0", optional: true },
  "node_modules/@verksam/kernel": { link: true },
};
const present = {
  "node_modules/effect": { version: "4.1.0" },
  "node_modules/@verksam/kernel": { link: true },
};

it("an install is complete without what is optional for other platforms", () => {
  expect(isInstalled(wanted, present)).toBe(true);
});

it("a package missing, or in another version than the lock's, asks for an install", () => {
  expect(isInstalled(wanted, { ...present, "node_modules/effect": { version: "4.0.9" } })).toBe(false);
  expect(isInstalled(wanted, { "node_modules/effect": { version: "4.1.0" } })).toBe(false);
  expect(isInstalled(wanted, { ...present, "node_modules/other-platform": { version: "0.9.0" } })).toBe(
    false,
  );
});
