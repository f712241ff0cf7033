/** The engine itself, written as its users write. */
import {
  Channel,
  RENDEZVOUS,
  Sim,
  type SimOptions,
  Trace,
  TraceKind,
  UNLIMITED,
} from "../../../src/engine/index.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import { COROUTINES, periodMs } from "../workloads/timers.ts";
import type { Programs } from "../workloads/workload.ts";

export const programs: Programs = {
  W1: (size) => items(size, 64),
  W1r: (size) => items(size, RENDEZVOUS),
  W2: (size) => backlog(size, {}),
  W3: (size) => queue(size, {}),
  W4: timers,
};

/** The same with everything recorded that the page records. */
export const tracedPrograms: Programs = {
  W2: (size) => backlog(size, { trace: new Trace() }),
  W3: (size) => queue(size, { trace: new Trace() }),
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

function backlog(size: number, options: SimOptions): number {
  const sim = new Sim(options);
  const { trace } = sim;
  const channel = new Channel<number>(sim, UNLIMITED);
  let finished = 0;
  sim.launch(function* ({ id }) {
    for (let i = 0; ; i++) {
      yield* sim.delay(PRODUCER_DELAY_MS);
      if (trace !== null) trace.add(sim.now, TraceKind.PRODUCED, id, i);
      yield* channel.send(i);
    }
  });
  sim.launch(function* ({ id }) {
    for (;;) {
      const item = yield* channel.receive();
      yield* sim.delay(CONSUMER_DELAY_MS);
      if (trace !== null) trace.add(sim.now, TraceKind.DONE, id, item);
      finished++;
    }
  });
  sim.runUntil(size);
  return finished;
}

function queue(size: number, options: SimOptions): number {
  const { arrivals, services } = draws(size);
  const sim = new Sim(options);
  const { trace } = sim;
  const channel = new Channel<number>(sim, CHANNEL_CAPACITY);
  let refused = 0;
  sim.launch(function* ({ id }) {
    for (let i = 0; i < size; i++) {
      yield* sim.delay(arrivals[i] as number);
      if (trace !== null) trace.add(sim.now, TraceKind.PRODUCED, id, i);
      if (channel.trySend(i) === "full") refused++;
    }
  });
  sim.launch(function* ({ id }) {
    for (let served = 0; ; served++) {
      const item = yield* channel.receive();
      yield* sim.delay(services[served] as number);
      if (trace !== null) trace.add(sim.now, TraceKind.DONE, id, item);
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
