import type { Words } from "./words.ts";

export const english: Words = {
  kicker: "Distribution of seats",
  titles: {
    "se.riksdag@2018": "Election to the Riksdag",
    "se.riksdag@1998": "Election to the Riksdag",
    "se.region@2018": "Election to a regional council",
    "se.municipality@2018": "Election to a municipal council",
    "se.eu@2014": "Election to the European Parliament",
  },
  lead: (seats, constituencies, votes) =>
    `${seats} seats${constituencies === 1 ? "" : ` in ${constituencies} constituencies`}, ${votes} valid votes`,
  headings: {
    seats: "The seats",
    parties: "The parties",
    constituencies: "The constituencies",
    fragile: "Seats that hang on few votes",
    scenarios: "Preparedness for the outcome",
    count: "The count, step by step",
    check: "Check the count",
  },
  columns: {
    party: "Party",
    votes: "Votes",
    share: "Share",
    fixed: "Fixed",
    adjustment: "Adjustment",
    seats: "Seats",
    constituency: "Constituency",
    has: "Has",
    more: "Votes more",
    fewer: "Votes fewer",
    where: "Where",
  },
  all: "All",
  rest: (parties) => (parties === undefined ? "Others" : `Others (${parties})`),
  belowBar: "below the bar",
  captions: {
    parties: "Votes and seats by party",
    constituencies: "Seats by constituency; 6+1 is six fixed seats and one adjustment seat",
  },
  shared: (seats, parties, largest) =>
    parties === 1 ? `${largest} has all ${seats} seats.` : `${parties} parties share ${seats} seats.`,
  fragile: {
    titles: {
      fewer: "Nearest to fewer seats",
      more: "Nearest to more seats",
      fewerHere: "Nearest to fewer seats in one constituency",
      moreHere: "Nearest to more seats in one constituency",
    },
    note: (isDivided) =>
      `With so many votes fewer or more${isDivided ? ", all of them in one constituency," : ""} the party would lose a seat or win one, every other vote as it is and however lots would fall.`,
    anywhere: "any constituency",
    where: (name, others) =>
      others === 0 ? name : `${name} or ${others === 1 ? "one other" : `any of ${others} others`}`,
  },
  notes: {
    returned: (party, constituency) => `${party} returns a fixed seat in ${constituency}.`,
    reassigned: (party, constituency) => `${party} gets a returned seat in ${constituency}.`,
    kept: (party, constituency) => `${party} keeps a seat in ${constituency} that no other party may take.`,
    setAside: (party, fixed, seats) =>
      `${party} has ${fixed} fixed seats, more than the ${seats} that answer to its share; it keeps them and stands outside the further distribution.`,
    lot: (among, drawn, by, how) =>
      `Equal numbers for ${among}: the lot fell on ${drawn}. It was drawn by ${by}: ${how}.`,
  },
  and: "and",
  lot: {
    title: "A lot is needed",
    equal: (among, about) => `${among} have equal numbers ${about}.`,
    about: (about, constituency) => {
      switch (about.kind) {
        case "fixedSeat":
          return `for the next fixed seat in ${constituency(about.constituency)}`;
        case "wholeSeat":
          return "for the next seat of all";
        case "returned":
          return `for the seat that ${about.party} is to return`;
        case "adjustmentSeat":
          return `for the next adjustment seat of ${about.party}`;
        case "reassigned":
          return "party" in about
            ? `for a returned seat for ${about.party}`
            : `for the returned seat in ${constituency(about.constituency)}`;
      }
    },
    handIn:
      "Draw the lot, save this in a file and fill in drawn (the one it fell on, out of among), by (who drew) and how:",
    again: (file) => `Then run the same command again with --lots ${file}.`,
    nothing: "No page and no record were written.",
  },
  check: {
    seal: "Checksum (SHA-256 of input, rules and lots)",
    how: "Everything that was counted, and every step, is in record.json beside this page. Anyone can count again: verify of @verksam/election-math/record counts from the input and the lots and tells every place that differs.",
    files: (files) => `Counted from ${files}.`,
  },
  footer:
    "Counted exactly, in whole numbers and fractions. No lot is drawn silently: where numbers are equal the count waits until somebody has drawn.",
  look: "Where to look",
  files: {
    html: "the whole distribution, open it in a browser",
    record: "the record, for whoever wants to count again",
    coverage: "the responses against the outcomes, for other programs",
    json: "the same seats for other programs",
  },
};
