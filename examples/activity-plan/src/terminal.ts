/** Where the example writes: a terminal, or what stands for one. */
import process from "node:process";
import { styleText } from "node:util";

type Style = "bold" | "green" | "blue" | "yellow" | "red" | "gray" | "magenta";

/** The text in a style, or as it is where nobody would see it. */
export type Paint = (style: Style, text: string) => string;

export interface Terminal {
  /** What was asked for. */
  readonly print: (text: string) => void;
  /** What went wrong. */
  readonly complain: (text: string) => void;
  /** One line in place of the last such line; the empty one takes it away. Nothing where nobody watches. */
  readonly progress: (text: string) => void;
  readonly paint: Paint;
}

/** The process's own output; styled and with progress only on a terminal, and without style where NO_COLOR is set. */
export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  },
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
};
