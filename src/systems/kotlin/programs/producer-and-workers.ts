/** The workload's program: one producer, the strategy's way of offering, and the consumer's workers. */

import { createArrivals, createServices, type WorkloadValues } from "../../../workloads/index.ts";
import type { ReceiveChannel } from "../channels/index.ts";
import { coroutineScope, Semaphore, type Steps, type Suspending } from "../coroutines/index.ts";
import type { Program } from "../program.ts";
import { launchWorkers } from "./workers.ts";

/** How a strategy offers elements to its channel. */
export interface Offer {
  readonly channel: ReceiveChannel<number>;
  /** Offers an element in the strategy's way; a coroutine runs it with `yield*`. */
  offer(element: number): Suspending<void> | Steps<void>;
  /** Called when a worker has just received an element. */
  received?(element: number): void;
}

/** Returns the way of offering that just calls `send`. */
export function sendTo(channel: ReceiveChannel<number> & { send: Offer["offer"] }): Offer {
  return { channel, offer: (element) => channel.send(element) };
}

/** Launches the producer and as many workers as the program's values say at any time. */
export function launchProducerAndWorkers(program: Program<WorkloadValues>, way: Offer): void {
  launchWorkload(program, way, program.values);
}

/** The same for a workload that differs from the program's own values. It is read anew whenever it is needed. */
export function launchWorkload(
  program: Program<{ readonly workers: number }>,
  way: Offer,
  workload: WorkloadValues,
): void {
  const run = new ProducerAndWorkers(program, way, workload);
  program.launch("producer", 0, () => run.produce());
  launchWorkers(program, way.channel, (element) => run.work(element));
}

class ProducerAndWorkers {
  private readonly program: Program<{ readonly workers: number }>;
  private readonly way: Offer;
  private readonly values: WorkloadValues;
  /** The work of each element, as a multiple of the average, by element. */
  private readonly drawn: number[] = [];
  private readonly arrivals;
  private readonly services;
  private readonly pool: Semaphore | null;

  constructor(program: Program<{ readonly workers: number }>, way: Offer, values: WorkloadValues) {
    const { sim, random } = program;
    this.program = program;
    this.way = way;
    this.values = values;
    this.arrivals = createArrivals(values, random("arrivals"));
    this.services = createServices(values, random("services"));
    this.pool = values.threads > 0 ? new Semaphore(sim, values.threads) : null;
  }

  *produce() {
    const { program, way } = this;
    // Elements on the network must arrive before the channel is closed.
    if (this.isSentByCoroutines) yield* coroutineScope(program.sim, () => this.produceAll());
    else yield* this.produceAll();
    way.channel.close();
  }

  private *produceAll() {
    const { program, way, values } = this;
    for (let i = 0; values.count === 0 || i < values.count; i++) {
      this.drawn.push(this.services.drawWork());
      if (this.isSentByCoroutines) {
        program.launch("sender", i, () => this.carry(i));
      } else {
        program.made(i);
        yield* way.offer(i);
      }
      yield* program.delay(this.arrivals.nextDelayMs());
    }
  }

  private get isSentByCoroutines(): boolean {
    return this.values.latencyMs > 0 && this.values.latencyAt === "launch";
  }

  /** Carries one element over the network. Nothing is held back while it travels. */
  private *carry(element: number) {
    const { program, way } = this;
    program.made(element);
    program.entered(element, "network");
    yield* program.delay(this.values.latencyMs);
    program.left(element, "network");
    yield* way.offer(element);
  }

  /** Does a worker's work on an element that it took: a call over the network, a wait for a thread, the work itself. */
  *work(element: number) {
    const { program, way, pool, values } = this;
    way.received?.(element);
    if (values.latencyMs > 0 && values.latencyAt === "call") {
      yield* program.waitAt("call", values.latencyMs, element);
    }
    if (pool !== null) yield* this.thread(pool, element);
    yield* program.delay(this.services.serviceMs(this.drawn[element] as number));
    if (pool !== null) {
      pool.release();
      program.gauge("threads", "free", pool.availablePermits);
    }
    program.done(element);
  }

  private *thread(pool: Semaphore, element: number) {
    yield* this.program.acquire(pool, "threads", element);
    this.program.gauge("threads", "free", pool.availablePermits);
  }
}
