/** Telling two commands apart: a short fingerprint of their canonical text. Not a secret and not a proof. */
import type { Json } from "./storage.ts";

/** JSON text with the keys of every object in order, so that equal values have equal texts. */
export const canonical = (value: Json): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(",")}]`
    : typeof value === "object" && value !== null
      ? `{${Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
          .join(",")}}`
      : JSON.stringify(value);

/** 64 bits in 16 hexadecimal digits: FNV-1a in two lanes with different seeds, each finished with a xor-shift. */
export const fingerprint = (text: string): string => {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= low >>> 13;
  }
  return [low ^ (high >>> 16), high ^ (low >>> 15)]
    .map((lane) => (lane >>> 0).toString(16).padStart(8, "0"))
    .join("");
};
