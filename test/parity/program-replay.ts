/**
 * Replays the recorded programs of the text: the strategies that the page plays are started with the numbers and the
 * random draws of the recording, and what they print is read from the trace.
 */
import { Random } from "../../src/kernel/index.ts";
import { type PrintedLine, printedLines, startSimulation } from "../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../src/systems/index.ts";
import { Trace } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { historyOf } from "../support/history-of.ts";
import { type Difference, firstDifference } from "./compare.ts";
import { translations } from "./program-translations.ts";

/** A recorded program, as `golden/README.md` describes it. */
export interface RecordedProgram {
  readonly id: string;
  readonly program: string;
  readonly params: Readonly<Record<string, number>>;
  readonly untilMs: number;
  readonly completedAtMs: number | null;
  readonly failure?: string;
  readonly randoms: readonly number[];
  readonly events: readonly (readonly unknown[])[];
}

export type RecordedEvent = readonly unknown[];

/** How a recorded program is played and read. */
export interface Translation {
  readonly strategy: StrategyId;
  /** Returns the settings with which the strategy plays it. */
  values(params: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
  /** Returns the recorded events for which a printed line stands, without their time. */
  events(line: PrintedLine, recorded: RecordedProgram): readonly RecordedEvent[];
}

/** A generator that returns the recorded numbers, in order. Throws if more are drawn. */
class Replay extends Random {
  private readonly numbers: readonly number[];
  private drawn = 0;

  constructor(numbers: readonly number[]) {
    super(0, "");
    this.numbers = numbers;
  }

  override nextDouble(): number {
    const number = this.numbers[this.drawn++];
    if (number === undefined) throw new Error(`more than ${this.drawn - 1} random numbers drawn`);
    return number;
  }
}

/** Far more than any recording needs, so that a program that never pauses fails instead of running forever. */
const LIMITS = { events: 20_000_000, elements: 100_000_000 };

/**
 * Returns the first entry in which the replay differs, or null. The entries are the program's events, and last how and
 * when it ended. Throws if the program is unknown or reaches a limit.
 */
export function checkProgram(recorded: RecordedProgram): Difference | null {
  const translation = translations[recorded.program];
  if (translation === undefined) throw new Error(`unknown program ${recorded.program}`);
  const strategy = strategyOf(catalogue, translation.strategy);
  const values = translation.values(settingsOf(recorded));
  const trace = new Trace();
  const replay = new Replay(recorded.randoms);
  const playing = startSimulation({
    strategy,
    values,
    random: () => replay,
    trace,
    limits: LIMITS,
  });
  const { machine: sim, recorder } = playing;
  const history = historyOf(playing, strategy.topology(values));
  sim.runUntil(recorded.untilMs);
  const events = printedLines(
    { trace, losses: recorder.losses, history },
    strategy,
    values,
  ).flatMap((line) => translation.events(line, recorded).map((event) => [line.timeMs, ...event]));
  const { end } = sim;
  if (end?.reason === "limit") throw new Error(end.message);
  const failure = end?.reason === "failed" ? kotlinName(end.failure) : null;
  const endedMs = end === null || end.reason === "stalled" ? null : sim.now;
  const failedMs = failure === null ? null : endedMs;
  return firstDifference(
    [
      ...recorded.events,
      // A program that failed did not complete, so its recording may leave out the time.
      ["end", recorded.completedAtMs ?? failedMs, recordedFailure(recorded, failure)],
    ],
    [...events, ["end", endedMs, failure]],
  );
}

/** Returns Kotlin's name of an error. The engine uses the same names, except for arguments that it refuses. */
function kotlinName({ name }: Error): string {
  return name === "RangeError" ? "IllegalArgumentException" : name;
}

/** Returns the program's numbers as settings of the page, where a count of 0 means no end, and a negative one none. */
function settingsOf({ params }: RecordedProgram): Readonly<Record<string, number>> {
  return params["count"] === 0 ? { ...params, count: -1 } : params;
}

/** Returns the name of the recorded exception, which may be recorded with its package or its message. */
function recordedFailure({ failure }: RecordedProgram, replayed: string | null): string | null {
  if (failure === undefined || failure === null) return null;
  return replayed !== null && failure.includes(replayed) ? replayed : failure;
}
