/** Colours of parties: by rank and of no party's own, or handed in by the caller and kept readable. */
import type { Checks } from "../input.ts";
import { type Html, html } from "./markup.ts";

/** The ground that everything is drawn on, in the light and in the dark. */
export const grounds = { light: "#faf8f3", dark: "#14171a" } as const;

type Ground = keyof typeof grounds;

/** By rank; each stands out from its ground by 3 to 1 at least, and neighbours differ in lightness too. */
export const ranked: Readonly<Record<Ground, ReadonlyArray<string>>> = {
  light: [
    "#025473",
    "#a17745",
    "#704772",
    "#647f48",
    "#874b3c",
    "#6c7eb4",
    "#006150",
    "#a56473",
    "#635916",
    "#7c699f",
  ],
  dark: [
    "#71b5d7",
    "#f2c591",
    "#c092c2",
    "#bfdda2",
    "#d49280",
    "#b2c5ff",
    "#60b09b",
    "#fbb4c3",
    "#b7ac6c",
    "#d9c5ff",
  ],
};

/** What a dot can be told by without its colour; all cover as much or nearly. With ten colours there are thirty looks. */
const shapes = ["disc", "ring", "square"] as const;

/** What a party's dots look like. */
export interface Look {
  readonly shape: (typeof shapes)[number];
  /** The attributes of the element that holds them. */
  readonly attributes: Html;
}

/** The look of the party with so many others before it, or with a colour of its own. */
export const lookOf = (rank: number, own: string | undefined): Look => ({
  shape: shapes[rank % shapes.length] ?? "disc",
  attributes:
    own === undefined
      ? html` class="rank-${rank % ranked.light.length}"`
      : html` class="${["own", ...faintOn(own).map((ground) => `faint-${ground}`)].join(" ")}" style="--own:${own}"`,
});

const enough = 3;

/** The grounds that a colour, as "#1a2b3c", does not stand out from by 3 to 1 (WCAG 2.2, 1.4.11). */
const faintOn = (colour: string): ReadonlyArray<Ground> =>
  (["light", "dark"] as const).filter((ground) => contrast(colour, grounds[ground]) < enough);

/** From 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

const luminance = (colour: string): number =>
  0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);

const channel = (colour: string, at: number): number => {
  const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** The colours by party, each as "#1a2b3c". */
export const checkedColours = (value: unknown, checks: Checks): ReadonlyMap<string, string> => {
  if (value === undefined) return new Map();
  return new Map(
    Object.entries(checks.object(value, "colours")).map(([party, colour]) => {
      if (typeof colour === "string" && /^#[\da-f]{6}$/i.test(colour)) return [party, colour];
      checks.problem(`colours.${party}`, "not a colour as #1a2b3c");
      return [party, ""];
    }),
  );
};
