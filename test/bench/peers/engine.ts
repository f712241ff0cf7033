/** The engine itself, used as its users use it. */
import { Channel, RENDEZVOUS, Sim, UNLIMITED } from "../../../src/systems/kotlin/index.ts";
import { Trace } from "../../../src/trace/index.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import { COROUTINES, periodMs } from "../workloads/timers.ts";
import type { Programs } from "../workloads/workload.ts";

export const programs: Programs = {
  W1: (size) => items(size, 64),
  W1r: (size) => items(size, RENDEZVOUS),
  W2: (size) => backlog(size, new Sim()),
  W3: (size) => queue(size, new Sim()),
  W4: timers,
};

/** The same programs, whose channel and coroutines record what they do. */
export const tracedPrograms = {
  W2: (size: number, trace = new Trace()) => backlog(size, new Sim({ trace })),
  W3: (size: number, trace = new Trace()) => queue(size, new Sim({ trace })),
};

function items(size: number, capacity: number): number {
  const sim = new Sim();
  const channel = new Channel<number>(sim, capacity);
  let sum = 0;
  sim.launch(function* () {
    for (let i = 0; i < size; i++) yield* channel.send(i);
  });
  sim.launch(function* () {
    for (let i = 0; i < size; i++) sum = (sum + (yield* channel.receive())) | 0;
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  return sum;
}

function backlog(size: number, sim: Sim): number {
  const channel = new Channel<number>(sim, UNLIMITED);
  let finished = 0;
  sim.launch(function* () {
    for (let i = 0; ; i++) {
      yield* sim.delay(PRODUCER_DELAY_MS);
      yield* channel.send(i);
    }
  });
  sim.launch(function* () {
    for (;;) {
      yield* channel.receive();
      yield* sim.delay(CONSUMER_DELAY_MS);
      finished++;
    }
  });
  sim.runUntil(size);
  return finished;
}

function queue(size: number, sim: Sim): number {
  const { arrivals, services } = draws(size);
  const channel = new Channel<number>(sim, CHANNEL_CAPACITY);
  let refused = 0;
  sim.launch(function* () {
    for (let i = 0; i < size; i++) {
      yield* sim.delay(arrivals[i] as number);
      if (channel.trySend(i) === "full") refused++;
    }
  });
  sim.launch(function* () {
    for (let served = 0; ; served++) {
      yield* channel.receive();
      yield* sim.delay(services[served] as number);
    }
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  return refused;
}

function timers(size: number): number {
  const sim = new Sim();
  let wakeUps = 0;
  for (let i = 0; i < COROUTINES; i++) {
    const period = periodMs(i);
    sim.launch(function* () {
      for (;;) {
        yield* sim.delay(period);
        wakeUps++;
      }
    });
  }
  sim.runUntil(size);
  return wakeUps;
}
