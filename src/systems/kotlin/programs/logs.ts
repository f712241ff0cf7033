/** The processors of the programs with logs, and the lines that they print. */

import type { Values } from "../../../params/index.ts";
import { isError, type LogValues } from "../../../workloads/index.ts";
import type { ReceiveChannel } from "../channels/index.ts";
import type { Program } from "../program.ts";
import { launchWorkers } from "./workers.ts";

/** Returns the texts for a line's places; a processor's line also names the level of its log. */
export function spellLog(line: string, numbers: readonly number[], { errorEvery }: Values) {
  if (line !== "process") return numbers.map(String);
  const [processor = 0, log = 0] = numbers;
  return [String(processor), isError(log, errorEvery as number) ? "ERROR" : "INFO", String(log)];
}

/** Launches the processors; `logOf` returns the number of the log that a processor took from the channel. */
export function launchProcessors<T>(
  program: Program<LogValues & { readonly workers: number }>,
  channel: ReceiveChannel<T>,
  logOf: (taken: T) => number,
): void {
  launchWorkers(program, channel, function* (taken, processor) {
    const log = logOf(taken);
    program.print("process", processor, log);
    const { errorEvery, errorDelayMs, infoDelayMs } = program.values;
    yield* program.delay(isError(log, errorEvery) ? errorDelayMs : infoDelayMs);
    program.done(log);
  });
}
