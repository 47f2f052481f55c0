/** The organisation: its charter, its units and offices, who holds them, its networks and the reviews of its units. */
import { area } from "@verksam/kernel";
import { charter } from "./charter.ts";
import { migrations } from "./migrations.ts";
import { network } from "./network.ts";
import { office } from "./office.ts";
import { review } from "./review.ts";
import { unit } from "./unit.ts";

export { OfficeId, PersonId, UnitId } from "../shared/ids.ts";
export { type Charter, charter, charterId, Grant, OfficeKind, UnitKind } from "./charter.ts";
export { Code, Text, Title } from "./code.ts";
export { ContactRoute } from "./contact-route.ts";
export { powers } from "./guard.ts";
export { isSuspendedOn, type Mandate, Role, Span, servingSpans } from "./mandate.ts";
export { isActiveOn, type Network, network } from "./network.ts";
export { isOpenOn, type Office, office } from "./office.ts";
export {
  type AsOf,
  contactRoute,
  type Holding,
  holders,
  type Node,
  nameOn,
  outliving,
  outOfStep,
  pathTo,
  type ReviewDue,
  reviewsDue,
  type Standing,
  standings,
  subtree,
  treesOn,
  type Vacancy,
  vacancies,
  type With,
} from "./queries.ts";
export * from "./refusals.ts";
export { Grounds, type Proposal, proposeReview, type Review, review, Verdict } from "./review.ts";
export { type Seated, type Seating, type Seats, seatsOn } from "./seats.ts";
export { known, type Recording, type Turn, turnOn } from "./timeline.ts";
export { type Place, placeOn } from "./tree.ts";
export { Goal, type Unit, unit } from "./unit.ts";
export { migrations };

/** The area, as a kernel takes it. */
export const organisation = area({
  name: "organisation",
  aggregates: { charter, unit, office, network, review },
  migrations,
});
