/** A name may hold line breaks, which would begin a line of their own. */
export const onOneLine = (text: string): string => text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ");

/** Text that Markdown (CommonMark) shows as it is, on one line; escapes also what means something only at the start of a line. */
export const markdownText = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]<>|~&$]/g, "\\$&")
    .replace(/^[#+=:-]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
