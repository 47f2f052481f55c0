import type { StatusName } from "../why.ts";
import type { Catalogue } from "./catalogue.ts";
import { capitalised } from "./label.ts";
import { type Html, html } from "./markup.ts";
import { statusNames } from "./selection.ts";

/** One drawing per status, told apart by shape alone, on a square of 16 units. */
const shapes: Readonly<Record<StatusName, Html>> = {
  met: html`<circle class="solid" cx="8" cy="8" r="7"/><path class="cut" d="M4.7 8.3l2.3 2.3 4.3-4.8"/>`,
  onTheWay: html`<circle class="line" cx="8" cy="8" r="6.2"/><path class="solid" d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/>`,
  late: html`<circle class="line" cx="8" cy="8" r="6.2"/><path class="line" d="M8 4.4V8l2.6 1.7"/>`,
  notMet: html`<rect class="solid" x="1.4" y="1.4" width="13.2" height="13.2" rx="3"/><path class="cut" d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6"/>`,
  noEvidence: html`<circle class="line dashed" cx="8" cy="8" r="6.2"/>`,
  unknown: html`<path class="line" d="M8 1.4L14.6 8 8 14.6 1.4 8z"/><path class="line" d="M6.3 6.6a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.2m0 1.7v.1"/>`,
  notApplicable: html`<path class="line" d="M3.2 8h9.6"/>`,
};

/** A member of a population as a tile of 24 units: covered, excused or missing. */
const tiles = {
  met: html`<rect class="solid" x="1.5" y="1.5" width="19" height="19" rx="4"/><path class="cut" d="M6.4 11.4l3.1 3.1 6-6.6"/>`,
  notApplicable: html`<rect class="line" x="2.2" y="2.2" width="17.6" height="17.6" rx="4"/><path class="line" d="M7 11h8"/>`,
  noEvidence: html`<rect class="line dashed" x="2.2" y="2.2" width="17.6" height="17.6" rx="4"/>`,
};

/** The definitions every symbol on the page refers to. */
export const symbolDefinitions: Html = html`<svg class="definitions" aria-hidden="true" focusable="false" width="0" height="0"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="7" height="7"/><path class="hatch-line" d="M0 0v7"/></pattern>${statusNames.map(
  (name) => html`<symbol id="status-${name}" viewBox="0 0 16 16">${shapes[name]}</symbol>`,
)}${Object.entries(tiles).map(
  ([name, tile]) => html`<symbol id="tile-${name}" viewBox="0 0 24 24">${tile}</symbol>`,
)}</defs></svg>`;

/** The symbol alone, for the eye only: the words beside it say the same. */
export const symbol = (status: StatusName): Html =>
  html`<svg class="symbol ${status}" aria-hidden="true" focusable="false" width="16" height="16"><use href="#status-${status}"/></svg>`;

/** A status as symbol and word. */
export const badge = (status: StatusName, words: Catalogue): Html =>
  html`<span class="badge ${status}">${symbol(status)}${capitalised(words.status[status].name, words.language)}</span>`;
