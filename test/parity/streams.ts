/** Replays recordings of RxJava and Reactor (`streams.json`) on the operators that the page plays. */
import {
  SlowSubscriber,
  type SlowSubscriberSettings,
  subscribe,
  UNBOUNDED,
} from "../../src/systems/reactive/index.ts";
import type { ConnectionLog } from "../../src/trace/index.ts";
import {
  type ChainOf,
  onlyStation,
  type Probe,
  requestsOf,
  type StreamRecording,
  type StreamRow,
} from "./stream-recording.ts";
import { reactorChain } from "./streams-reactor.ts";
import { rxjavaChain } from "./streams-rxjava.ts";

export function replayStream({ system, ...recording }: StreamRecording): StreamRow[] {
  if (system === "rxjava") return playChain(recording, rxjavaChain);
  if (system === "reactor") return playChain(recording, reactorChain);
  throw new Error(`unknown system ${system}`);
}

function playChain(
  { source, operators, subscriber, until }: Omit<StreamRecording, "system">,
  chainOf: ChainOf,
): StreamRow[] {
  const rows: StreamRow[] = [];
  const report = (what: string, value?: number | string) => {
    rows.push(value === undefined ? [clock.now, what] : [clock.now, what, value]);
  };
  const requests: ConnectionLog = {
    requested: (n) => report("request", n === UNBOUNDED ? LONG_MAX : n),
    signalled: () => undefined,
  };
  const probe: Probe = { report, requests };
  const { clock, source: top, operators: middle } = chainOf(source, operators, probe);
  const settings: SlowSubscriberSettings = {
    initial: subscriber.initial >= LONG_MAX ? UNBOUNDED : subscriber.initial,
    request: subscriber.request,
    afterMs: subscriber.after,
  };
  const ended = (error: Error | null) =>
    error === null ? report("complete") : report("error", error.name);
  const received = onlyStation({ began: (element) => report("next", element as number) });
  const below = requestsOf(probe, operators.length);
  subscribe(top, middle, new SlowSubscriber<number>(clock, settings, ended, received, below));
  clock.runUntil(until);
  const { end } = clock;
  if (end?.reason === "failed") throw end.failure;
  if (end?.reason === "limit") throw new Error(end.message);
  return rows;
}

/** Long.MAX_VALUE as JSON.parse reads it. */
const LONG_MAX = 2 ** 63;
