/** Replays recordings of RxJava and Reactor (`streams.json`) on the operators that the page plays. */
import type { TimerLoop } from "../../src/kernel/index.ts";
import { SlowSubscriber, subscribe, UNBOUNDED } from "../../src/systems/reactive/index.ts";
import { NEXT_DROPPED } from "../../src/systems/reactor/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";
import type { ChainOf, Probe, StreamRecording, StreamRow } from "./stream-recording.ts";
import { reactorChain } from "./streams-reactor.ts";
import { rxjavaChain } from "./streams-rxjava.ts";

/** Long.MAX_VALUE as JSON.parse reads it. */
const LONG_MAX = 2 ** 63;

/** Returns the rows of the chain that `recording` describes. Throws where it can't be built. */
export function replayStream(recording: StreamRecording): StreamRow[] {
  const rows: StreamRow[] = [];
  playStream(recording, (clock) => {
    const report = (what: string, value: number | string | null) => {
      rows.push(value === null ? [clock.now, what] : [clock.now, what, value]);
    };
    const last = recording.operators.length;
    const subscriber = logOf({ began: (element) => report("next", element as number) });
    // The hook `onNextDropped` of Reactor.
    const discards = logOf({
      lost(element, rule) {
        if (rule === NEXT_DROPPED) report("discarded", element as number);
      },
    });
    const requests: ConnectionLog = {
      requested: (n) => report("request", n === UNBOUNDED ? LONG_MAX : n),
      signalled: () => undefined,
    };
    return {
      report,
      stationAt: (place) => (place === last ? subscriber : discards),
      connectionTo: (place) => (place === 0 ? requests : null),
    };
  });
  return rows;
}

/** Plays the chain that `recording` describes until its end, with `probeFor` its clock. */
export function playStream(
  { system, source, operators, subscriber, until }: StreamRecording,
  probeFor: (clock: TimerLoop) => Probe,
): void {
  const chainOf = CHAINS[system];
  if (chainOf === undefined) throw new Error(`unknown system ${system}`);
  const { clock, connect } = chainOf(source, operators);
  const probe = probeFor(clock);
  const ended = (error: Error | null) =>
    error === null ? probe.report("complete", null) : probe.report("error", error.name);
  const settings = {
    initial: subscriber.initial < LONG_MAX ? subscriber.initial : UNBOUNDED,
    request: subscriber.request,
    afterMs: subscriber.after,
  };
  const last = operators.length;
  const [top, middle] = connect(probe);
  subscribe(
    top,
    middle,
    new SlowSubscriber(clock, settings, ended, probe.stationAt(last), probe.connectionTo(last)),
  );
  clock.runUntil(until);
  const { end } = clock;
  if (end?.reason === "failed") throw end.failure;
  if (end?.reason === "limit") throw new Error(end.message);
}

const CHAINS: Readonly<Record<string, ChainOf>> = { rxjava: rxjavaChain, reactor: reactorChain };

/** A log that listens to a part of what a station reports. */
function logOf(part: Partial<StationLog>): StationLog {
  const nothing = () => undefined;
  return {
    made: nothing,
    entered: nothing,
    left: nothing,
    passed: nothing,
    merged: nothing,
    lost: nothing,
    began: nothing,
    done: nothing,
    ...part,
  };
}
