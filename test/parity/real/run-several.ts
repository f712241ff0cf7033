/** Runs several programs at the same time, each in its own process. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * How a program is started. Its process gets a file and `untilMs` as further arguments; it writes `ms TAB text` into
 * the file for each line that the program prints, and at last `end TAB how`.
 */
export interface RealProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** The time in ms after which it stops itself. */
  readonly untilMs: number;
}

export interface RealRun {
  /** The printed lines, with their times in ms. */
  readonly lines: readonly { readonly timeMs: number; readonly text: string }[];
  /** `completed`, `stopped`, or the name of the failure. */
  readonly end: string;
}

/** A process that takes this much longer than its program is killed. */
const START_AND_END_MS = 60_000;

/** The time between the starts of the first programs, because a JVM needs most of its computing time at its start. */
const APART_MS = 2_000;

/**
 * Runs all programs, `atOnce` at a time, each with a file in `folder`. Calls `ended` for each as soon as it is over.
 */
export async function runSeveral(
  programs: readonly RealProgram[],
  atOnce: number,
  folder: string,
  ended: (index: number, run: RealRun) => void,
): Promise<void> {
  let next = 0;
  const worker = async (_: unknown, number: number): Promise<void> => {
    await sleep(number * APART_MS);
    while (next < programs.length) {
      const index = next++;
      const outputFile = join(folder, `output${index}`);
      ended(index, await runProgram(programs[index] as RealProgram, outputFile));
    }
  };
  await Promise.all(Array.from({ length: atOnce }).map(worker));
}

async function runProgram(
  { command, args, untilMs }: RealProgram,
  outputFile: string,
): Promise<RealRun> {
  rmSync(outputFile, { force: true });
  const errors = await new Promise<string>((resolve, reject) => {
    const child = spawn(command, [...args, outputFile, `${untilMs}`], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: untilMs + START_AND_END_MS,
      killSignal: "SIGKILL",
    });
    let output = "";
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
  const written = existsSync(outputFile) ? readFileSync(outputFile, "utf8") : "";
  return readRun(written) ?? fail(`${command} ${args.join(" ")} wrote no end:\n${errors}`);
}

function fail(why: string): never {
  throw new Error(why);
}

/** Reads what a process wrote. Returns null if it did not come to an end. */
export function readRun(written: string): RealRun | null {
  const rows = written
    .split("\n")
    .slice(0, -1)
    .map((row) => {
      const tab = row.indexOf("\t");
      return [row.slice(0, tab), row.slice(tab + 1)] as const;
    });
  const [last, end] = rows.at(-1) ?? [];
  if (last !== "end" || end === undefined) return null;
  return { lines: rows.slice(0, -1).map(([ms, text]) => ({ timeMs: Number(ms), text })), end };
}
