/** What tests of streams look at: a sink that is moved by hand, and a station that writes down what it is told. */
import { type NodeLoop, Writable } from "../../src/systems/node/index.ts";
import type { Signal, StationLog } from "../../src/trace/index.ts";

type Callback = () => void;

/** A writable whose work is done by hand: `work[0]()` is the callback of the element under work. */
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

/** What a station reports, one text a call. */
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
