import { describe, expect, test } from "vitest";
import { emitAt, VirtualScheduler } from "../../../src/systems/reactive/index.ts";
import {
  create as createFlux,
  publishOn,
  VirtualTimeScheduler,
} from "../../../src/systems/reactor/index.ts";
import { create as createFlowable, observeOn } from "../../../src/systems/rxjava/index.ts";
import { deliveries } from "../../support/stream-play.ts";

describe.each([
  ["RxJava's TestScheduler", () => new VirtualScheduler()],
  ["Reactor's VirtualTimeScheduler", () => new VirtualTimeScheduler()],
])("%s", (_name, newClock) => {
  test("a task that is handed over runs after the current one, before other timers of the same instant", () => {
    const order: string[] = [];
    const clock = newClock();
    clock.after(5, () => {
      clock.handOver(() => {
        order.push(`first at ${clock.now}`);
        clock.handOver(() => order.push("third"));
      });
      clock.handOver(() => order.push("second"));
      order.push("timer");
    });
    clock.after(5, () => order.push("next timer"));
    clock.runUntil(5);
    expect(order).toEqual(["timer", "first at 5", "second", "third", "next timer"]);
  });

  test("at time 0, only the order of registration counts", () => {
    const order: string[] = [];
    const clock = newClock();
    clock.after(0, () => {
      clock.after(0, () => order.push("timer"));
      clock.handOver(() => order.push("handed over"));
    });
    clock.runUntil(0);
    expect(order).toEqual(["timer", "handed over"]);
  });

  test("an error in a task ends the run", () => {
    const clock = newClock();
    clock.after(1, () => {
      throw new Error("odd");
    });
    clock.runUntil(10);
    expect(clock.end).toEqual({ reason: "failed", failure: new Error("odd") });
  });
});

test("a task that is due while the chain is being connected runs at once in Reactor, later in RxJava", () => {
  const order: string[] = [];
  for (const clock of [new VirtualScheduler(), new VirtualTimeScheduler()]) {
    clock.after(0, () => order.push("ran"));
    order.push("connected");
    clock.runUntil(0);
  }
  expect(order).toEqual(["connected", "ran", "ran", "connected"]);
});

test("an emission at time 0 reaches the subscriber in both libraries", () => {
  const rxjava = new VirtualScheduler();
  const flowable = createFlowable(emitAt(rxjava, [0, 0]), "BUFFER", null);
  const reactor = new VirtualTimeScheduler();
  const flux = createFlux(emitAt(reactor, [0, 0]), "BUFFER", null);
  const expected = ["0@0", "1@50", "complete@50"];
  expect(deliveries(rxjava, flowable, [observeOn<number>(rxjava, {}, null, null)])).toEqual(
    expected,
  );
  expect(deliveries(reactor, flux, [publishOn<number>(reactor, {}, null, null)])).toEqual(expected);
});
