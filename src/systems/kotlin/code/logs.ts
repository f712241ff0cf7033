/** The Kotlin that the programs with logs share: a processor's work on a `log`. */
import type { LogValues } from "../../../workloads/index.ts";
import { at, type Source } from "../../source-text.ts";

export function processing({ errorEvery, errorDelayMs, infoDelayMs }: LogValues): Source {
  return [
    `val isError = log % ${errorEvery} == 0`,
    'val level = if (isError) "ERROR" else "INFO"',
    'println("processor $processor: $level $log")',
    at(`delay(if (isError) ${errorDelayMs}L else ${infoDelayMs}L)`, "worker.busy"),
  ];
}
