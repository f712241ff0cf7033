import { expect, test } from "vitest";
import { NodeLoop } from "../../../src/systems/node/index.ts";

/** What a program of ticks, jobs and immediates is written with. */
interface Queues {
  tick(run: () => void): void;
  job(run: () => void): void;
  immediate(run: () => void): void;
}

/** Queues that queue on to each other, two levels deep. Returns the log that they write. */
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

test("ticks, then promise jobs, then one immediate, as the Node that runs this test", async () => {
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

test("a timer fires as a promise job: jobs before ticks, all before the next timer of its instant", () => {
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
