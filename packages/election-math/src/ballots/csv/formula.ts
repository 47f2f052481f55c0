/** What a spreadsheet may pass over before it looks at the beginning of a cell. */
const passedOver = String.raw`[\s\p{Cf}\p{Cc}"]*`;
const begins = String.raw`(?<=^|[,;\t\r\n])`;
const formula = String.raw`(?:${passedOver}[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|(?<=^)[\t\r\n\0])`;

const opening = new RegExp(begins + formula, "u");
const toGuard = new RegExp(`${begins}(?='|[\\t\\r\\n\\0]|${formula})`, "gu");
const guards = new RegExp(`${begins}'`, "gu");

/**
 * Whether a spreadsheet could run the cell: `=`, `+`, `-`, `@` or their full-width forms at its beginning, or after a comma,
 * semicolon, tab or line break that another separator would begin a cell with; also a tab, a line break or NUL in front.
 */
export const opensFormula = (cell: string): boolean => opening.test(cell);

/** An apostrophe wherever a formula, or an apostrophe, could begin; `unguarded` takes exactly these away. */
export const guarded = (cell: string): string => cell.replace(toGuard, "'");

export const unguarded = (cell: string): string => cell.replace(guards, "");
