/** Programs run at the same time, each in a process of its own. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * How a program is started. Its process is told a file and `untilMs` besides: into the file it writes `ms TAB text` for
 * each line that the program prints, and at last `end TAB how`.
 */
export interface RealProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** After which it stops itself. */
  readonly untilMs: number;
}

export interface RealRun {
  /** What it printed. */
  readonly lines: readonly { readonly timeMs: number; readonly text: string }[];
  /** `completed`, `stopped`, or the name of what it failed with. */
  readonly end: string;
}

/** A process is killed that takes this much longer than its program. */
const START_AND_END_MS = 60_000;

/** So long after the one before the next of the first programs starts: most of what a JVM computes, it computes then. */
const APART_MS = 2_000;

/** Runs all programs, so many at a time, with a file each in a folder. `told` hears of each as soon as it is over. */
export async function runSeveral(
  programs: readonly RealProgram[],
  atOnce: number,
  folder: string,
  told: (index: number, run: RealRun) => void,
): Promise<void> {
  let next = 0;
  const worker = async (_: unknown, number: number): Promise<void> => {
    await sleep(number * APART_MS);
    while (next < programs.length) {
      const index = next++;
      const outputFile = join(folder, `output${index}`);
      told(index, await runProgram(programs[index] as RealProgram, outputFile));
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
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
  const written = existsSync(outputFile) ? readFileSync(outputFile, "utf8") : "";
  return readRun(written) ?? fail(`${command} ${args.join(" ")} wrote no end:\n${errors}`);
}

function fail(why: string): never {
  throw new Error(why);
}

/** What a process wrote; null if it did not come to an end. */
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
