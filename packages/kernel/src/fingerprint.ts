/** Telling two commands apart: a short fingerprint of their canonical text. Not a secret and not a proof. */
/** JSON text with the keys of every object in order, so that equal values have equal texts; what is undefined is left out. */
export const canonical = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if ("toJSON" in value) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length > 1) members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
};

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
