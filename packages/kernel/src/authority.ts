/** The organisation's mandates and tree in memory: what the guard reads. Valid for one version of the authority. */
import type { AuthorityFacts, MandateFact, PlaceFact } from "./storage.ts";

/** What the guard asks of the authority. */
export interface Authority {
  readonly mandatesOf: (person: string) => ReadonlyArray<MandateFact>;
  readonly placesOf: (unit: string) => ReadonlyArray<PlaceFact>;
}

export const noFacts: AuthorityFacts = { mandates: [], places: [] };

type Sourced<F> = F & { readonly source: string };

/** The authority by contributing aggregate. */
export class AuthorityIndex implements Authority {
  readonly #persons = new Map<string, ReadonlyArray<Sourced<MandateFact>>>();
  readonly #units = new Map<string, ReadonlyArray<Sourced<PlaceFact>>>();
  readonly #sources = new Map<string, AuthorityFacts>();

  readonly mandatesOf = (person: string): ReadonlyArray<Sourced<MandateFact>> =>
    this.#persons.get(person) ?? [];
  readonly placesOf = (unit: string): ReadonlyArray<Sourced<PlaceFact>> => this.#units.get(unit) ?? [];

  /** Replaces what a source contributed. */
  set(source: string, facts: AuthorityFacts): void {
    const old = this.#sources.get(source);
    this.#sources.set(source, facts);
    const others = <F>(list: ReadonlyArray<Sourced<F>> | undefined) =>
      (list ?? []).filter((fact) => fact.source !== source);
    for (const person of new Set([...(old?.mandates ?? []), ...facts.mandates].map((fact) => fact.person)))
      this.#persons.set(person, [
        ...others(this.#persons.get(person)),
        ...facts.mandates.filter((fact) => fact.person === person).map((fact) => ({ ...fact, source })),
      ]);
    for (const unit of new Set([...(old?.places ?? []), ...facts.places].map((fact) => fact.unit)))
      this.#units.set(unit, [
        ...others(this.#units.get(unit)),
        ...facts.places.filter((fact) => fact.unit === unit).map((fact) => ({ ...fact, source })),
      ]);
  }
}

/** The authority as it will be once changes that are not committed yet are. */
export class AuthorityDraft implements Authority {
  readonly changes = new Map<string, AuthorityFacts>();
  readonly #base: AuthorityIndex;
  constructor(base: AuthorityIndex) {
    this.#base = base;
  }
  readonly mandatesOf = (person: string): ReadonlyArray<MandateFact> => {
    const known = this.#base.mandatesOf(person);
    if (this.changes.size === 0) return known;
    const fresh = [...this.changes.values()].flatMap(({ mandates }) => mandates);
    return [
      ...known.filter(({ source }) => !this.changes.has(source)),
      ...fresh.filter((fact) => fact.person === person),
    ];
  };
  readonly placesOf = (unit: string): ReadonlyArray<PlaceFact> => {
    const known = this.#base.placesOf(unit);
    if (this.changes.size === 0) return known;
    const fresh = [...this.changes.values()].flatMap(({ places }) => places);
    return [
      ...known.filter(({ source }) => !this.changes.has(source)),
      ...fresh.filter((fact) => fact.unit === unit),
    ];
  };
}
