import type { Words } from "./words.ts";

export const swedish: Words = {
  kicker: "Mandatfördelning",
  titles: {
    "se.riksdag@2018": "Val till riksdagen",
    "se.riksdag@1998": "Val till riksdagen",
    "se.region@2018": "Val till regionfullmäktige",
    "se.municipality@2018": "Val till kommunfullmäktige",
    "se.eu@2014": "Val till Europaparlamentet",
  },
  lead: (seats, constituencies, votes) =>
    `${seats} mandat${constituencies === 1 ? "" : ` i ${constituencies} valkretsar`}, ${votes} giltiga röster`,
  headings: {
    seats: "Mandaten",
    parties: "Partierna",
    constituencies: "Valkretsarna",
    fragile: "Mandat som hänger på få röster",
    scenarios: "Beredskap för utfallet",
    count: "Räkningen, steg för steg",
    check: "Kontrollera räkningen",
  },
  columns: {
    party: "Parti",
    votes: "Röster",
    share: "Andel",
    fixed: "Fasta",
    adjustment: "Utjämning",
    seats: "Mandat",
    constituency: "Valkrets",
    has: "Har",
    more: "Röster till",
    fewer: "Röster färre",
    where: "Var",
  },
  all: "Alla",
  rest: (parties) => (parties === undefined ? "Övriga" : `Övriga (${parties})`),
  belowBar: "under spärren",
  captions: {
    parties: "Röster och mandat per parti",
    constituencies: "Mandat per valkrets; 6+1 är sex fasta mandat och ett utjämningsmandat",
  },
  shared: (seats, parties, largest) =>
    parties === 1 ? `${largest} får alla ${seats} mandat.` : `${parties} partier delar på ${seats} mandat.`,
  fragile: {
    titles: {
      fewer: "Närmast färre mandat",
      more: "Närmast fler mandat",
      fewerHere: "Närmast färre mandat i en valkrets",
      moreHere: "Närmast fler mandat i en valkrets",
    },
    note: (isDivided) =>
      `Med så många röster färre eller fler${isDivided ? ", alla i en och samma valkrets," : ""} hade partiet förlorat eller vunnit ett mandat, när alla andra röster är som de är och hur lotter än faller.`,
    anywhere: "vilken valkrets som helst",
    where: (name, others) =>
      others === 0 ? name : `${name} eller ${others === 1 ? "en annan" : `någon av ${others} andra`}`,
  },
  notes: {
    returned: (party, constituency) => `${party} återför ett fast mandat i ${constituency}.`,
    reassigned: (party, constituency) => `${party} får ett återfört mandat i ${constituency}.`,
    kept: (party, constituency) =>
      `${party} behåller ett mandat i ${constituency} som inget annat parti får ta emot.`,
    setAside: (party, fixed, seats) =>
      `${party} har ${fixed} fasta mandat, fler än de ${seats} som svarar mot partiets andel, behåller dem och ställs utanför den fortsatta fördelningen.`,
    lot: (among, drawn, by, how) =>
      `Lika stora tal för ${among}: lotten föll på ${drawn}. Lottningen gjordes av ${by}: ${how}.`,
  },
  and: "och",
  lot: {
    title: "Lottning behövs",
    equal: (among, about) => `${among} har lika stora tal ${about}.`,
    about: (about, constituency) => {
      switch (about.kind) {
        case "fixedSeat":
          return `för nästa fasta mandat i ${constituency(about.constituency)}`;
        case "wholeSeat":
          return "för nästa mandat av alla";
        case "returned":
          return `för det mandat som ${about.party} ska återföra`;
        case "adjustmentSeat":
          return `för nästa utjämningsmandat åt ${about.party}`;
        case "reassigned":
          return "party" in about
            ? `för ett återfört mandat åt ${about.party}`
            : `för det återförda mandatet i ${constituency(about.constituency)}`;
      }
    },
    handIn:
      "Dra lotten, spara det här i en fil och fyll i drawn (den lotten föll på, ur among), by (vem som drog) och how (hur):",
    again: (file) => `Kör sedan samma kommando igen med --lots ${file}.`,
    nothing: "Ingen sida och inget protokoll skrevs.",
  },
  check: {
    seal: "Kontrollsumma (SHA-256 av underlag, regler och lotter)",
    how: "Allt som räknades och varje steg ligger i record.json bredvid den här sidan. Vem som helst kan räkna om: verify i @verksam/election-math/record räknar från underlaget och lotterna och talar om varje ställe som avviker.",
    files: (files) => `Underlag: ${files}.`,
  },
  footer:
    "Räknat exakt, med heltal och bråk. Ingen lott dras i det tysta: där tal är lika stannar räkningen tills någon har dragit.",
  look: "Se vidare",
  files: {
    html: "hela fördelningen, öppna i en webbläsare",
    record: "protokollet, för den som vill räkna om",
    coverage: "svaren mot utfallen, för andra program",
    json: "samma mandat för andra program",
  },
};
