/** Replays recordings of every format. A case's keys tell its format, never the name of its file. */
import { breakerDifference, type RecordedBreaker } from "./breakers.ts";
import { type ChannelScript, replayChannelScript } from "./channel-script.ts";
import { type Difference, firstDifference } from "./compare.ts";
import {
  type RecordedColdFlow,
  type RecordedSharedFlow,
  replayColdFlow,
  replaySharedFlow,
} from "./flows.ts";
import { replayStreams } from "./node-streams.ts";
import type { PekkoRecording } from "./pekko-recording.ts";
import { checkPekkoStream } from "./pekko-streams.ts";
import { checkProgram, type RecordedProgram } from "./program-replay.ts";
import type { StreamCase } from "./stream-case.ts";
import type { StreamRecording } from "./stream-recording.ts";
import { replayStream } from "./streams.ts";

interface Format {
  readonly name: string;
  /** The keys by which a case of this format is recognized. */
  readonly keys: readonly string[];
  check(recording: never): Difference | null;
}

const FORMATS: readonly Format[] = [
  {
    name: "channel script",
    keys: ["channels", "coroutines", "until", "trace"],
    check: (script: ChannelScript) => firstDifference(script.trace, replayChannelScript(script)),
  },
  {
    name: "program of the text",
    keys: ["program", "params", "untilMs", "randoms", "events"],
    check: (recorded: RecordedProgram) => checkProgram(recorded),
  },
  {
    name: "circuit breaker",
    keys: ["config", "calls", "trace"],
    check: (recorded: RecordedBreaker) => breakerDifference(recorded),
  },
  {
    name: "flow",
    keys: ["source", "operators", "terminal", "until", "trace"],
    check: (recorded: RecordedColdFlow) =>
      firstDifference(recorded.trace, replayColdFlow(recorded)),
  },
  {
    name: "shared flow",
    keys: ["shared", "subscribers", "source", "until", "trace"],
    check: (recorded: RecordedSharedFlow) =>
      firstDifference(recorded.trace, replaySharedFlow(recorded)),
  },
  {
    name: "Node or Web streams",
    keys: ["system", "shape", "until", "trace"],
    check: (recorded: StreamCase) => firstDifference(recorded.trace, replayStreams(recorded)),
  },
  {
    name: "Pekko stream",
    keys: ["source", "operators", "sink", "trace"],
    check: (recording: PekkoRecording) => checkPekkoStream(recording),
  },
  {
    name: "RxJava or Reactor chain",
    keys: ["system", "source", "operators", "subscriber", "until", "trace"],
    check: (stream: StreamRecording) => firstDifference(stream.trace, replayStream(stream)),
  },
];

export interface CaseResult {
  readonly id: string;
  /** Null when the replay equals the recording. */
  readonly problem: string | null;
}

/** Replays every case of a parsed recording file. A case that can't be replayed has failed. */
export function checkRecordings(content: unknown): CaseResult[] {
  if (!Array.isArray(content)) throw new Error("a recording file is a JSON array of cases");
  return content.map((recording: unknown, index) => {
    const id = idOf(recording) ?? `case ${index}`;
    try {
      return { id, problem: problemOf(recording) };
    } catch (error) {
      return { id, problem: error instanceof Error ? error.message : String(error) };
    }
  });
}

function problemOf(recording: unknown): string | null {
  const format = FORMATS.find(({ keys }) => keys.every((key) => hasKey(recording, key)));
  if (format === undefined) {
    const known = FORMATS.map(({ name }) => name).join(", ");
    return `no replay for a recording of this form (replayed so far: ${known})`;
  }
  const difference = format.check(recording as never);
  if (difference === null) return null;
  const { index, recorded, replayed } = difference;
  return `entry ${index}: recorded ${recorded}, replayed ${replayed}`;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && key in value;
}

function idOf(recording: unknown): string | null {
  return hasKey(recording, "id") ? String((recording as { id: unknown }).id) : null;
}
