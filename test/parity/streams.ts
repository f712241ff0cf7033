/** Replays recordings of RxJava and Reactor (`streams.json`) on the operators that the page plays. */
import type { TimerLoop } from "../../src/kernel/index.ts";
import {
  emitAt,
  SlowSubscriber,
  type Source,
  subscribe,
  UNBOUNDED,
  type VirtualScheduler,
} from "../../src/systems/reactive/index.ts";
import { NEXT_DROPPED } from "../../src/systems/reactor/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";
import { IGNORED_CONNECTION, IGNORED_STATION } from "./stream-probes.ts";
import type {
  Library,
  Probe,
  RecordedSource,
  StreamRecording,
  StreamRow,
} from "./stream-recording.ts";
import { reactor } from "./streams-reactor.ts";
import { rxjava } from "./streams-rxjava.ts";

/** Long.MAX_VALUE as JSON.parse reads it. */
const LONG_MAX = 2 ** 63;

/** Replays the chain that `recording` describes, and returns its rows. Throws if the chain can't be built. */
export function replayStream(recording: StreamRecording): StreamRow[] {
  const rows: StreamRow[] = [];
  playStream(recording, (clock) => {
    const report = (what: string, value: number | string | null) => {
      rows.push(value === null ? [clock.now, what] : [clock.now, what, value]);
    };
    const last = recording.operators.length;
    const subscriber: StationLog = {
      ...IGNORED_STATION,
      began: (element) => report("next", element as number),
    };
    // Stands for Reactor's hook `onNextDropped`.
    const discards: StationLog = {
      ...IGNORED_STATION,
      lost(element, rule) {
        if (rule === NEXT_DROPPED) report("discarded", element as number);
      },
    };
    const requests: ConnectionLog = {
      ...IGNORED_CONNECTION,
      requested: (n) => report("request", n === UNBOUNDED ? LONG_MAX : n),
    };
    return {
      report,
      stationAt: (place) => (place === last ? subscriber : discards),
      connectionTo: (place) => (place === 0 ? requests : null),
    };
  });
  return rows;
}

/** Plays a recorded chain until its end. The chain reports to the probe that `probeFor` returns for its clock. */
export function playStream(
  { system, source, operators, subscriber, until }: StreamRecording,
  probeFor: (clock: TimerLoop) => Probe,
): void {
  const library = LIBRARIES[system];
  if (library === undefined) throw new Error(`unknown system ${system}`);
  const clock = library.newClock();
  const probe = probeFor(clock);
  const ended = (error: Error | null) =>
    error === null ? probe.report("complete", null) : probe.report("error", error.name);
  const settings = {
    initial: subscriber.initial < LONG_MAX ? subscriber.initial : UNBOUNDED,
    request: subscriber.request,
    afterMs: subscriber.after,
  };
  const last = operators.length;
  subscribe(
    sourceOf(library, source, clock, probe.stationAt(-1)),
    operators.map((operator, place) => {
      const logs = [probe.stationAt(place), probe.connectionTo(place)] as const;
      return library.operatorOf(operator, clock, probe.report, logs);
    }),
    new SlowSubscriber(clock, settings, ended, probe.stationAt(last), probe.connectionTo(last)),
  );
  clock.runUntil(until);
  const { end } = clock;
  if (end?.reason === "failed") throw end.failure;
  if (end?.reason === "limit") throw new Error(end.message);
}

const LIBRARIES: Readonly<Record<string, Library>> = { rxjava, reactor };

function sourceOf(
  { create, interval, range }: Library,
  source: RecordedSource,
  clock: VirtualScheduler,
  station: StationLog | null,
): Source<number> {
  switch (source.kind) {
    case "hot":
      return create(emitAt(clock, source.at), source.strategy as never, station);
    case "interval":
      return interval(clock, source.period, source.count ?? UNBOUNDED, station);
    case "range":
      return range(source.count, station);
  }
}
