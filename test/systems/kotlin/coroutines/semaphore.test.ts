import { expect, test } from "vitest";
import { Semaphore } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

test("admits as many coroutines as it has permits, and then the others in order of arrival", () => {
  const { sim, log, say, run } = loggedSim();
  const semaphore = new Semaphore(sim, 2);
  for (const name of ["a", "b", "c", "d"]) {
    sim.launch(function* () {
      yield* semaphore.acquire();
      say(`${name} in`);
      yield* sim.delay(10);
      say(`${name} out`);
      semaphore.release();
    });
  }
  run();
  expect(log).toEqual([
    [0, "a in"],
    [0, "b in"],
    [10, "a out"],
    [10, "b out"],
    [10, "c in"],
    [10, "d in"],
    [20, "c out"],
    [20, "d out"],
  ]);
  expect(semaphore.availablePermits).toBe(2);
});

test("a released permit goes to the waiter: no coroutine can overtake it", () => {
  const { sim, log, say, run } = loggedSim();
  const semaphore = new Semaphore(sim, 1);
  sim.launch(function* () {
    yield* semaphore.acquire();
    yield* sim.delay(5);
    semaphore.release();
    say(`available ${semaphore.availablePermits}, tryAcquire ${semaphore.tryAcquire()}`);
  });
  sim.launch(function* () {
    yield* semaphore.acquire();
    say("the waiter has it");
  });
  run();
  expect(log).toEqual([
    [5, "available 0, tryAcquire false"],
    [5, "the waiter has it"],
  ]);
});

test("a waiter that is cancelled leaves the queue", () => {
  const { sim, log, say, run } = loggedSim();
  const semaphore = new Semaphore(sim, 1);
  semaphore.tryAcquire();
  const waiter = sim.launch(function* () {
    yield* semaphore.acquire();
    say("never");
  });
  sim.launch(function* () {
    yield* sim.delay(1);
    waiter.cancel();
    semaphore.release();
    say(`available ${semaphore.availablePermits}`);
  });
  run();
  expect(log).toEqual([[1, "available 1"]]);
});

test("releasing more permits than were taken is an error", () => {
  const { sim } = loggedSim();
  const semaphore = new Semaphore(sim, 2);
  expect(() => semaphore.release()).toThrow(
    "Semaphore: the number of released permits cannot exceed 2",
  );
  expect(semaphore.availablePermits).toBe(2);
});

test("a permit that was released once too often for a cancelled waiter is dropped", () => {
  const { sim, run } = loggedSim();
  const semaphore = new Semaphore(sim, 1);
  semaphore.tryAcquire();
  const waiter = sim.launch(function* () {
    yield* semaphore.acquire();
  });
  sim.launch(function* () {
    semaphore.release();
    semaphore.release();
    waiter.cancel();
    yield* sim.delay(0);
  });
  run();
  expect(sim.end).toEqual({ reason: "completed" });
  expect(semaphore.availablePermits).toBe(1);
});

test.each([0, -1, 1.5, Number.NaN])("a semaphore with %d permits is refused", (permits) => {
  const { sim } = loggedSim();
  expect(() => new Semaphore(sim, permits)).toThrow(
    `Semaphore: permits must be a whole number of 1 or more, not ${permits}`,
  );
});
