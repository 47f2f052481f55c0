/** Killing a process in the middle of its commands, again and again, and counting what is there afterwards. */
import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type TenantStorage, verify } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { bench, raise, tally } from "../subject.ts";

export interface CrashOptions {
  readonly family: "sqlite" | "postgres";
  /** The SQLite file, or the PostgreSQL connection as JSON. */
  readonly location: string;
  readonly kills: number;
  /** Goes on, for ten times as many kills at the most, until so many commands were answered; a slow machine answers few. */
  readonly answers?: number;
  /** The storage, opened by the caller when nothing else runs. */
  readonly inspect: () => Promise<{ readonly storage: TenantStorage; readonly close: () => Promise<void> }>;
  readonly onKill?: (kill: number, answered: number) => void;
}

/** What was found after the last kill. */
export interface Aftermath {
  readonly kills: number;
  /** Commands that were answered before their process was killed. */
  readonly answered: number;
  /** Answered, and not there. */
  readonly lost: ReadonlyArray<number>;
  /** Keys whose command happened more than once. */
  readonly doubled: number;
  /** Commands kept although the process was killed before it could answer. */
  readonly unanswered: number;
  /** What `verify` found. */
  readonly deviations: number;
  readonly failures: ReadonlyArray<string>;
}

const worker = fileURLToPath(new URL("./worker.ts", import.meta.url));

interface Life extends Pick<CrashOptions, "family" | "location"> {
  /** The first command. */
  readonly from: number;
  /** Milliseconds. */
  readonly most: number;
}

/** One process from its beginning to its violent end, 1 ms or at most so many more later. */
const live = ({ family, location, from, most }: Life, onLine: (line: string) => void) =>
  new Promise<void>((done, fail) => {
    const child = spawn(
      process.execPath,
      ["--conditions=@verksam/source", worker, family, location, String(from)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let rest = "";
    let isDoomed = false;
    child.stdout.on("data", (chunk) => {
      const lines = `${rest}${chunk}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "ready") onLine(line);
      if (isDoomed) return;
      isDoomed = true;
      setTimeout(() => child.kill("SIGKILL"), 1 + Math.random() * most);
    });
    child.once("error", fail);
    child.once("close", (code, signal) =>
      signal === "SIGKILL" ? done() : fail(new Error(`the worker ended by itself: ${code ?? signal}`)),
    );
  });

export const crash = async ({
  family,
  location,
  kills,
  answers = 0,
  inspect,
  onKill,
}: CrashOptions): Promise<Aftermath> => {
  const answered = new Set<number>();
  const failures: Array<string> = [];
  let from = 0;
  for (let kill = 1; kill <= kills || (answered.size < answers && kill <= 10 * kills); kill++) {
    // a slow machine answers nothing in a short life, so that later lives may be longer
    const most = 60 * Math.ceil(kill / kills);
    await live({ family, location, from, most }, (line) => {
      if (line.startsWith("failed")) failures.push(line);
      else answered.add(Number(line));
    });
    // Begins again with the first that was not answered: those behind it that were are given a second time.
    while (answered.has(from)) from++;
    onKill?.(kill, answered.size);
  }
  const { storage, close } = await inspect();
  try {
    const most = Math.max(-1, ...answered) + 1000;
    const keys: Array<string> = [];
    for (let first = 0; first <= most; first += 1000) {
      const wanted = Array.from({ length: 1000 }, (_, at) => raise(first + at).options?.key ?? "");
      const loaded = await Effect.runPromise(storage.load({ states: [], keys: wanted }));
      keys.push(...loaded.keys.map(({ key }) => key));
    }
    const there = new Set(keys);
    const { aggregate, types } = { aggregate: tally.shape.table, types: ["bench/TallyRaised"] };
    let raised = 0;
    for (let after = 0, isOpen = true; isOpen; ) {
      const page = await Effect.runPromise(storage.journal.read(after, 1000, { aggregate, types }));
      raised += page.length;
      after = page.at(-1)?.position ?? after;
      isOpen = page.length === 1000;
    }
    const aggregates = [...Object.values(bench.aggregates), (await import("@verksam/kernel")).founding];
    const { deviations } = await Effect.runPromise(verify(storage, aggregates));
    return {
      kills,
      answered: answered.size,
      lost: [...answered].filter((number) => !there.has(raise(number).options?.key ?? "")),
      doubled: raised - there.size,
      unanswered: there.size - answered.size,
      deviations: deviations.length,
      failures,
    };
  } finally {
    await close();
  }
};
