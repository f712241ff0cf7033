/**
 * effect: fibers and queues, on a virtual Clock and a scheduler that is drained by hand, so that neither
 * timers nor macrotasks slow it down (its own TestClock is ten times slower).
 */
import { Clock, Duration, Effect, type Fiber, Queue, type Scheduler } from "effect";
import { BlockQueue } from "../../../src/systems/kotlin/channels/block-queue.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import { COROUTINES, periodMs } from "../workloads/timers.ts";
import type { Programs } from "../workloads/workload.ts";
import { VirtualTimers } from "./virtual-timers.ts";

export const programs: Programs = {
  W1: (size) => items(size, 64),
  W1r: (size) => items(size, 0),
  W2: backlog,
  W3: queue,
  W4: timers,
};

class VirtualRuntime implements Scheduler.Scheduler, Scheduler.SchedulerDispatcher {
  readonly executionMode = "sync";
  private readonly tasks = new BlockQueue<() => void>();
  private readonly timers = new VirtualTimers();
  private readonly clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => this.timers.now,
    currentTimeMillis: Effect.sync(() => this.timers.now),
    currentTimeNanosUnsafe: () => BigInt(this.timers.now) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(this.timers.now) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(this.timers.now) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(this.timers.now) * 1_000_000n),
    sleep: (duration) =>
      Effect.callback((resume) => {
        this.timers.add(Duration.toMillis(duration), () => resume(Effect.void));
      }),
  };

  shouldYield(): boolean {
    return false;
  }

  makeDispatcher(): this {
    return this;
  }

  scheduleTask(task: () => void): void {
    this.tasks.push(task);
  }

  flush(): void {
    while (this.tasks.size > 0) this.tasks.shift()();
  }

  launch(effect: Effect.Effect<unknown>): Fiber.Fiber<unknown> {
    return Effect.runFork(Effect.provideService(effect, Clock.Clock, this.clock), {
      scheduler: this,
    });
  }

  /** Makes a queue. It has to be made here, because a queue keeps the scheduler of the fiber that made it. */
  queue(make: Effect.Effect<Queue.Queue<number>>): Queue.Queue<number> {
    const made: Queue.Queue<number>[] = [];
    this.launch(Effect.map(make, (queue) => made.push(queue)));
    this.flush();
    const [queue] = made;
    if (queue === undefined) throw new Error("effect: making a queue took time");
    return queue;
  }

  runUntil(timeMs: number): void {
    do this.flush();
    while (this.timers.advance(timeMs));
  }
}

function items(size: number, capacity: number): number {
  const runtime = new VirtualRuntime();
  const numbers = runtime.queue(Queue.bounded<number>(capacity));
  let sum = 0;
  runtime.launch(
    Effect.gen(function* () {
      for (let i = 0; i < size; i++) yield* Queue.offer(numbers, i);
    }),
  );
  runtime.launch(
    Effect.gen(function* () {
      for (let i = 0; i < size; i++) sum = (sum + (yield* Queue.take(numbers))) | 0;
    }),
  );
  runtime.runUntil(Number.POSITIVE_INFINITY);
  return sum;
}

function backlog(size: number): number {
  const runtime = new VirtualRuntime();
  const numbers = runtime.queue(Queue.unbounded<number>());
  let finished = 0;
  runtime.launch(
    Effect.gen(function* () {
      for (let i = 0; ; i++) {
        yield* Effect.sleep(PRODUCER_DELAY_MS);
        yield* Queue.offer(numbers, i);
      }
    }),
  );
  runtime.launch(
    Effect.gen(function* () {
      for (;;) {
        yield* Queue.take(numbers);
        yield* Effect.sleep(CONSUMER_DELAY_MS);
        finished++;
      }
    }),
  );
  runtime.runUntil(size);
  return finished;
}

function queue(size: number): number {
  const { arrivals, services } = draws(size);
  const runtime = new VirtualRuntime();
  const numbers = runtime.queue(Queue.dropping<number>(CHANNEL_CAPACITY));
  let refused = 0;
  runtime.launch(
    Effect.gen(function* () {
      for (let i = 0; i < size; i++) {
        yield* Effect.sleep(arrivals[i] as number);
        if (!Queue.offerUnsafe(numbers, i)) refused++;
      }
    }),
  );
  runtime.launch(
    Effect.gen(function* () {
      for (let served = 0; ; served++) {
        yield* Queue.take(numbers);
        yield* Effect.sleep(services[served] as number);
      }
    }),
  );
  runtime.runUntil(Number.POSITIVE_INFINITY);
  return refused;
}

function timers(size: number): number {
  const runtime = new VirtualRuntime();
  let wakeUps = 0;
  for (let i = 0; i < COROUTINES; i++) {
    const period = periodMs(i);
    runtime.launch(
      Effect.gen(function* () {
        for (;;) {
          yield* Effect.sleep(period);
          wakeUps++;
        }
      }),
    );
  }
  runtime.runUntil(size);
  return wakeUps;
}
