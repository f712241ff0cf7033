import { expect, test } from "vitest";
import { NodeLoop } from "../../../src/systems/node/index.ts";

/** The queues that a program of ticks, jobs and immediates uses. */
interface Queues {
  tick(run: () => void): void;
  job(run: () => void): void;
  immediate(run: () => void): void;
}

/** Runs callbacks that queue further ones, two levels deep. Returns the log that they write. */
function nested({ tick, job, immediate }: Queues): string[] {
  const log: string[] = [];
  const inner = (name: string) => () => {
    log.push(name);
    tick(() => log.push(`${name}.tick`));
    job(() => log.push(`${name}.job`));
  };
  immediate(() => {
    log.push("start");
    job(inner("job"));
    tick(inner("tick"));
    immediate(inner("immediate"));
    tick(inner("tick2"));
    job(inner("job2"));
  });
  immediate(inner("immediate0"));
  return log;
}

test("runs ticks, then promise jobs, then one immediate, like the Node that runs this test", async () => {
  const loop = new NodeLoop();
  const log = nested({
    tick: (run) => loop.nextTick(run),
    job: (run) => loop.promiseJob(run),
    immediate: (run) => loop.immediate(run),
  });
  loop.runUntil(0);
  const real = nested({
    tick: (run) => process.nextTick(run),
    job: (run) => queueMicrotask(run),
    immediate: (run) => setImmediate(run),
  });
  while (real.length < log.length) await new Promise(setImmediate);
  expect(log).toHaveLength(19);
  expect(log).toEqual(real);
});

test("a timer fires like a promise job: jobs before ticks, and both before the next timer of its instant", () => {
  const loop = new NodeLoop();
  const log: string[] = [];
  loop.at(5, () => {
    log.push("timer");
    loop.nextTick(() => log.push("tick"));
    loop.promiseJob(() => log.push("job"));
    loop.immediate(() => log.push("immediate"));
  });
  loop.at(5, () => log.push("second timer"));
  loop.runUntil(10);
  expect(log).toEqual(["timer", "job", "tick", "immediate", "second timer"]);
  expect(loop.now).toBe(5);
  expect(loop.end).toEqual({ reason: "completed" });
});

test("an exception in a tick ends the loop", () => {
  const loop = new NodeLoop();
  const failure = new Error("boom");
  loop.nextTick(() => {
    throw failure;
  });
  loop.runUntil(10);
  expect(loop.end).toEqual({ reason: "failed", failure });
});

test("the rest of a call that gave way runs before everything else, and a slice may end before it", () => {
  const loop = new NodeLoop();
  const log: string[] = [];
  const call = (round: number) => () => {
    log.push(`round ${round}`);
    loop.nextTick(() => log.push(`tick ${round}`));
    if (round < 3) loop.giveWay(call(round + 1));
  };
  loop.at(5, call(1));
  loop.at(5, () => log.push("second timer"));
  expect(loop.runUntil(5, 2)).toBe(false);
  expect(log).toEqual(["round 1", "round 2"]);
  loop.runUntil(5);
  const ticks = ["tick 1", "tick 2", "tick 3"];
  expect(log).toEqual(["round 1", "round 2", "round 3", ...ticks, "second timer"]);
});

test("a call can't give way twice", () => {
  const loop = new NodeLoop();
  loop.giveWay(() => undefined);
  expect(() => loop.giveWay(() => undefined)).toThrow("can't do so again");
});
