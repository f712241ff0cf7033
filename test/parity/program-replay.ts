/**
 * Replays the recorded programs of the text: the very strategies that the page plays, started with the
 * recording's numbers and its random draws; what they print is read off the trace.
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
  /** The settings that play it. */
  values(params: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
  /** The recorded events that a printed line stands for, without its time. */
  events(line: PrintedLine, recorded: RecordedProgram): readonly RecordedEvent[];
}

/** A generator that gives the recorded numbers, in order. */
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

/** Far more than any recording holds: a program that never pauses is a failed case, not one without end. */
const LIMITS = { events: 20_000_000, elements: 100_000_000 };

/** The first entry in which the replay differs: its events, then how and when the program ended. */
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
      // A program that failed did not complete: a recording may leave out when.
      ["end", recorded.completedAtMs ?? failedMs, recordedFailure(recorded, failure)],
    ],
    [...events, ["end", endedMs, failure]],
  );
}

/** The engine has Kotlin's names for all but the arguments that it refuses. */
function kotlinName({ name }: Error): string {
  return name === "RangeError" ? "IllegalArgumentException" : name;
}

/** The program's numbers as settings of the page, to which a count of 0 is without end and a negative one none. */
function settingsOf({ params }: RecordedProgram): Readonly<Record<string, number>> {
  return params["count"] === 0 ? { ...params, count: -1 } : params;
}

/** A recorded failure names the exception, be it with its package or its message. */
function recordedFailure({ failure }: RecordedProgram, replayed: string | null): string | null {
  if (failure === undefined || failure === null) return null;
  return replayed !== null && failure.includes(replayed) ? replayed : failure;
}
