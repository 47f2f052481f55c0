/** A plan as a document: a few commitments of a made-up district, one of each shape that adoption has to know. */
export const document = {
  title: { sv: "Verksamhetsplan 2025–2027", en: "Activity plan 2025–2027" },
  body: "district-conference",
  period: { from: "2025-05-01", to: "2027-04-30" },
  days: { election: "2026-09-13", "district-conference-2027": "2027-04-10" },
  areas: [
    { code: "B", title: { sv: "Organisation", en: "Organisation" }, prioritised: true },
    { code: "A", title: { sv: "Verksamhet", en: "Activities" }, prioritised: false },
  ],
  kinds: [
    { code: "joint-activity", title: "Gemensam aktivitet" },
    { code: "politician-visit", title: "Besök av politiker" },
    { code: "rural-strategy-adopted", title: "Landsbygdsstrategin antagen" },
    { code: "board-trained", title: "Styrelse utbildad" },
  ],
  observances: [
    { code: "may-day", title: "Första maj", when: { month: 5, day: 1 }, conditional: false },
    { code: "forum", title: "Forum", when: { days: [] }, conditional: true },
  ],
  populations: [
    { code: "rural", title: "Föreningar med landsbygd", list: ["granvaga", "klippvara"] },
    { code: "boards", title: "Styrelser", units: { kind: "board", under: "tjarnmark" } },
  ],
  subjects: [{ code: "youth-league", title: "ungdomsförbundet" }],
  commitments: [
    {
      code: "A10",
      area: "A",
      owner: { office: "district-secretary" },
      text: "Fyra besök",
      rule: { kind: "baseline", measure: { of: "politician-visit", take: "distinct" } },
    },
    {
      code: "A2",
      area: "A",
      owner: "district-board",
      text: { sv: "Dagar som återkommer", en: "Days that come back" },
      rule: { kind: "observance", observances: ["may-day", "forum"] },
    },
    {
      code: "A3",
      area: "A",
      owner: { unit: "district-board" },
      text: "Åtta gemensamma aktiviteter",
      rule: { kind: "count", of: "joint-activity", atLeast: 2, by: { before: "election" } },
    },
    {
      code: "B1",
      area: "B",
      owner: { unit: "district-board" },
      text: "Landsbygdsstrategin antas lokalt",
      rule: { kind: "coverage", population: "rural", obligation: "rural-strategy-adopted", share: "all" },
    },
    {
      code: "B2",
      area: "B",
      owner: { unit: "district-board" },
      text: "Varje styrelse utbildas, och projektet planeras",
      rule: {
        kind: "all",
        rules: [
          { kind: "milestone", stages: [{ name: "planned", by: { on: "election" } }] },
          { kind: "coverage", population: "boards", obligation: "board-trained", share: { n: 1, d: 2 } },
        ],
      },
    },
    {
      code: "B3",
      area: "B",
      owner: { unit: "district-board" },
      text: "Resultatet",
      rule: {
        kind: "outcome",
        goals: [
          { measure: "municipalities-governed", op: ">=", value: 8 },
          { judged: "no-coalition-astray" },
        ],
      },
    },
  ],
};
