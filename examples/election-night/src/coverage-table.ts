/** Scenarios and responses for a terminal of 80 columns. */
import { columnsOf, type Terminal, wrapped } from "example-terminal";
import type { CoverageLines } from "./coverage-lines.ts";

const full = 80;

/** So many outcomes are told; the page tells more. */
const most = 3;

export const coverageTable = (title: string, lines: CoverageLines, paint: Terminal["paint"]): string => {
  const { words, covered, about, responses, uncovered, overlaps, rest } = lines;
  return [
    paint("bold", title),
    ...wrapped(`${covered} ${about}`, full),
    ...list(words.titles.responses, responses, paint),
    ...(uncovered.length === 0 ? [] : ["", paint("gray", words.titles.uncovered)]),
    ...uncovered
      .slice(0, most)
      .flatMap(([outcome, chance, example, nearest]) => [
        `  ${chance}`,
        ...[outcome, `${words.columns.example}: ${example}`, `${words.columns.nearest}: ${nearest}`].flatMap(
          (text) => wrapped(text, full - 4).map((line) => `    ${line}`),
        ),
      ]),
    ...(overlaps.length === 0 ? [] : list(words.titles.overlaps, overlaps, paint)),
    "",
    ...rest.flatMap((line) => wrapped(line, full)),
    "",
  ].join("\n");
};

const list = (
  title: string,
  rows: CoverageLines["responses"],
  paint: Terminal["paint"],
): ReadonlyArray<string> => {
  const lines = columnsOf(
    [
      { head: "", side: "left" },
      { head: "", side: "left" },
    ],
    rows,
    60,
  );
  return ["", paint("gray", title), ...lines.slice(1).map((line) => `  ${line}`)];
};
