/** A simulation with a log: the lines that its coroutines write, each with its virtual time. */
import { Sim, type SimOptions } from "../../src/systems/kotlin/index.ts";

export type LogEntry = readonly [timeMs: number, text: string];

export interface LoggedSim {
  readonly sim: Sim;
  readonly log: LogEntry[];
  /** Writes a line with the current virtual time. */
  readonly say: (text: string) => void;
  /** Runs to the end. */
  readonly run: () => void;
}

export function loggedSim(options: SimOptions = {}): LoggedSim {
  const sim = new Sim(options);
  const log: LogEntry[] = [];
  return {
    sim,
    log,
    say: (text) => {
      log.push([sim.now, text]);
    },
    run: () => sim.runUntil(Number.POSITIVE_INFINITY),
  };
}
