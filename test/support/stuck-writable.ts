/** Helpers for tests of streams: a sink that is operated by hand, and a station log that writes down what it receives. */
import { type NodeLoop, Writable } from "../../src/systems/node/index.ts";
import type { Signal, StationLog } from "../../src/trace/index.ts";

type Callback = () => void;

/** A writable that finishes an element only when `finishOne` is called; `signals` are those that it sent upstream. */
export function stuckWritable(loop: NodeLoop, highWaterMark: number) {
  const work: Callback[] = [];
  const signals: Signal[] = [];
  const writable = new Writable<number>(loop, {
    highWaterMark,
    write: (_chunk, callback) => work.push(callback),
    upstream: { requested: () => {}, signalled: (signal) => signals.push(signal) },
  });
  const finishOne = (): void => {
    work.shift()?.();
    loop.runUntil(0);
  };
  return { writable, signals, finishOne };
}

/** A station log that adds one line to `log` for each report. */
export function listening(log: string[]): StationLog {
  const told =
    (what: string) =>
    (element: unknown): void => {
      log.push(`${what} ${element}`);
    };
  return {
    made: told("made"),
    entered: told("entered"),
    left: told("left"),
    passed: told("passed"),
    merged: told("merged"),
    lost: told("lost"),
    began: told("began"),
    done: told("done"),
  };
}
