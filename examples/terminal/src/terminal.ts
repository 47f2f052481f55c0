/** Where the example writes: a terminal, or what stands for one. */
import process from "node:process";
import { styleText } from "node:util";

export interface Terminal {
  /** What was asked for. */
  readonly print: (text: string) => void;
  /** What is wrong, a line each. */
  readonly complain: (text: string) => void;
  /** The text in a style, or as it is where nobody would see it. */
  readonly paint: (style: "bold" | "gray", text: string) => string;
}

/** The process's own output; styled on a terminal only, and not where NO_COLOR is set. */
export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
};

const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** On one line, without anything that could steer a terminal. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").replace(control, "");
