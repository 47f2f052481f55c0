export { countSheet, countSheetMarkdown, countSheetText } from "./count-sheet.ts";
export { explained, explainedMarkdown, explainedText } from "./explained.ts";
export { markdownText } from "./markdown.ts";
export { type Content, type Html, html } from "./markup.ts";
export { type Page, type Part, page } from "./page.ts";
export { type SeatChart, seatChart } from "./seat-chart.ts";
export { numberTable } from "./table.ts";
