/** The engine with a Trace, and programs that record what `src/systems/kotlin/program.ts` does. */
import { Channel, Sim, UNLIMITED } from "../../../src/systems/kotlin/index.ts";
import { Trace } from "../../../src/trace/index.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";

export const programs = {
  W2: (size: number, trace = new Trace()) => backlog(size, new Sim({ trace })),
  W3: (size: number, trace = new Trace()) => queue(size, new Sim({ trace })),
};

function backlog(size: number, sim: Sim): number {
  const channel = new Channel<number>(sim, UNLIMITED);
  let finished = 0;
  sim.launch(function* () {
    for (let i = 0; ; i++) {
      noteDelay(sim, PRODUCER_DELAY_MS);
      yield* sim.delay(PRODUCER_DELAY_MS);
      sim.recorder?.made(0, sim.current.id, i);
      yield* channel.send(i);
    }
  });
  sim.launch(function* (self) {
    for (;;) {
      const item = yield* channel.receive();
      noteDelay(sim, CONSUMER_DELAY_MS);
      yield* sim.delay(CONSUMER_DELAY_MS);
      sim.recorder?.done(2, self.id, item);
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
      noteDelay(sim, arrivals[i] as number);
      yield* sim.delay(arrivals[i] as number);
      sim.recorder?.made(0, sim.current.id, i);
      if (channel.trySend(i) === "full") refused++;
    }
  });
  sim.launch(function* (self) {
    for (let served = 0; ; served++) {
      const item = yield* channel.receive();
      noteDelay(sim, services[served] as number);
      yield* sim.delay(services[served] as number);
      sim.recorder?.done(2, self.id, item);
    }
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  return refused;
}

function noteDelay(sim: Sim, ms: number): void {
  sim.recorder?.began(0, sim.current.id, ms);
}
