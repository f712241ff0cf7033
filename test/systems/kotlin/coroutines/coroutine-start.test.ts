/** How a coroutine begins (Kotlin's `CoroutineStart`), what happens at its end, and scopes of flows. */
import { expect, test } from "vitest";
import {
  ChildCancelledException,
  type CoroutineStart,
  flowScope,
} from "../../../../src/systems/kotlin/coroutines/index.ts";
import { CancellationException } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

/** Launches a child that is cancelled before its turn, and returns what runs, in order. */
function orderOf(start: CoroutineStart): string[] {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (self) {
    const child = self.launch(
      function* () {
        say("child begins");
        yield* sim.delay(5);
        say("child ends");
      },
      "child",
      start,
    );
    say("launched");
    child.cancel();
    yield* child.join();
    say("joined");
  });
  run();
  return log.map(([timeMs, what]) => `${timeMs} ${what}`);
}

test("default: a child that is cancelled before its turn never begins", () => {
  expect(orderOf("default")).toEqual(["0 launched", "0 joined"]);
});

test("atomic: it begins nevertheless, and ends at its first suspension", () => {
  expect(orderOf("atomic")).toEqual(["0 launched", "0 child begins", "0 joined"]);
});

test("undispatched: it begins inside launch", () => {
  expect(orderOf("undispatched")).toEqual(["0 child begins", "0 launched", "0 joined"]);
});

test("undispatched: a child that never suspends has ended when launch returns, and its parent continues", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (self) {
    const child = self.launch(
      function* () {
        say(`runs as ${sim.current.name}`);
        yield* [];
      },
      "child",
      "undispatched",
    );
    say(`${child.isCompleted}, and ${sim.current.name} goes on`);
    yield* sim.delay(1);
  }, "parent");
  run();
  expect(log.map(([, what]) => what)).toEqual(["runs as child", "true, and parent goes on"]);
});

test("onCompletion is called after the last child has ended, with what the job failed with", () => {
  const { sim, log, say, run } = loggedSim();
  const job = sim.launch(function* (self) {
    self.launch(function* () {
      yield* sim.delay(10);
      throw new Error("boom");
    });
    yield* sim.delay(1);
  });
  job.onCompletion = (failure) => say(`completed: ${failure?.message}`);
  run();
  expect(log).toEqual([[10, "completed: boom"]]);
});

test.each([
  ["by something else", new CancellationException("stop"), "scope: stop"],
  ["by the operator itself", new ChildCancelledException("stop"), "scope goes on"],
])("a flow's scope whose child is cancelled %s", (_, cause, said) => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    try {
      yield* flowScope(sim, function* (scope) {
        const child = scope.launch(function* () {
          yield* sim.delay(100);
        });
        yield* sim.delay(1);
        child.cancel(cause);
        yield* sim.delay(1);
        say("scope goes on");
      });
    } catch (error) {
      say(`scope: ${(error as Error).message}`);
    }
  });
  run();
  expect(log.map(([, what]) => what)).toEqual([said]);
});
