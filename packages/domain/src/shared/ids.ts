/** Ids of things that an area names and another one owns. */
import { Id } from "@verksam/kernel";

/** A person, known only by an opaque id. */
export const PersonId = Id;
export type PersonId = typeof PersonId.Type;

/** A unit of the organisation's tree. */
export const UnitId = Id;
export type UnitId = typeof UnitId.Type;

/** An office of a unit. */
export const OfficeId = Id;
export type OfficeId = typeof OfficeId.Type;
