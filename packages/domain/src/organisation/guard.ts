/**
 * Which power each command of the area needs, and over which unit. Offices get powers from their kind, which the
 * organisation's charter defines; the library knows no office.
 *
 * | power | commands | over |
 * |---|---|---|
 * | `organisation.charter` | adopt and amend the charter | the root |
 * | `organisation.units` | found a unit | the unit it is founded under |
 * | | move or reopen it | the nearest unit above both where it stood and where it goes |
 * | | rename or close it | the unit |
 * | `organisation.contacts` | set a contact route | the unit, the network's unit |
 * | `organisation.goals` | set goals | the unit |
 * | `organisation.reviews` | decide on a review | the unit above the reviewed one |
 * | `organisation.offices` | open, retitle, empower, reseat, close an office | the office's unit |
 * | `organisation.mandates` | grant, end, correct, annul, suspend, resume a mandate; leave a seat vacant | the office's unit |
 * | `organisation.networks` | found, rename, wake or rest a network | the network's unit |
 *
 * Whoever opens offices hands out the powers of their kinds within that part of the tree: name in the charter the
 * kinds of units that each kind of office may stand in.
 */
import type { Need } from "@verksam/kernel";

/** The powers of the area, as a charter names them. */
export const powers = {
  charter: "organisation.charter",
  units: "organisation.units",
  contacts: "organisation.contacts",
  goals: "organisation.goals",
  reviews: "organisation.reviews",
  offices: "organisation.offices",
  mandates: "organisation.mandates",
  networks: "organisation.networks",
} as const;

/** The need of one of the area's powers over a unit. */
export const over = (power: keyof typeof powers, unit: string): Need => ({ power: powers[power], unit });
