/** The workload's program: one producer, a strategy's link, the workers of the consumer. */

import { createArrivals, createServices, type WorkloadValues } from "../../../workloads/index.ts";
import { Fact } from "../../fact.ts";
import type { Program } from "../../program.ts";
import type { Channel } from "../channels/index.ts";
import { coroutineScope, Semaphore, type Steps, type Suspending } from "../coroutines/index.ts";
import { launchWorkers } from "./workers.ts";

/** The connection between producer and workers that a strategy makes. */
export interface Link {
  readonly channel: Channel<number>;
  /** Offers an element in the strategy's way; a coroutine runs it with `yield*`. */
  offer(element: number): Suspending<void> | Steps<void>;
  /** A worker has just received an element. */
  received?(element: number): void;
}

/** Launches producer and workers, as many as the values say at any time. */
export function launchProducerAndWorkers(program: Program<WorkloadValues>, link: Link): void {
  const run = new ProducerAndWorkers(program, link);
  program.launch("producer", 0, () => run.produce());
  launchWorkers(program, link.channel, (element) => run.work(element));
}

class ProducerAndWorkers {
  private readonly program: Program<WorkloadValues>;
  private readonly link: Link;
  /** The work of each element, as a multiple of the average, by element. */
  private readonly drawn: number[] = [];
  private readonly arrivals;
  private readonly services;
  private readonly pool: Semaphore | null;

  constructor(program: Program<WorkloadValues>, link: Link) {
    const { sim, values, random } = program;
    this.program = program;
    this.link = link;
    this.arrivals = createArrivals(values, random("arrivals"));
    this.services = createServices(values, random("services"));
    this.pool = values.threads > 0 ? new Semaphore(sim, values.threads) : null;
  }

  *produce() {
    const { program, link } = this;
    if (program.values.latencyMs === 0) yield* this.produceAll();
    // What is on the network must arrive before the channel closes behind it.
    else yield* coroutineScope(program.sim, () => this.produceAll());
    link.channel.close();
  }

  private *produceAll() {
    const { program, link } = this;
    const { values } = program;
    for (let i = 0; values.count === 0 || i < values.count; i++) {
      this.drawn.push(this.services.drawWork());
      if (values.latencyMs > 0) {
        program.launch("sender", i, () => this.carry(i));
      } else {
        program.produced(i);
        yield* link.offer(i);
      }
      yield* program.delay(this.arrivals.nextDelayMs());
    }
  }

  /** One element on its way over the network: nobody is held back while it travels. */
  private *carry(element: number) {
    this.program.produced(element);
    yield* this.program.delay(this.program.values.latencyMs);
    yield* this.link.offer(element);
  }

  /** What a worker does with an element that it took. */
  *work(element: number) {
    const { program, link, pool } = this;
    link.received?.(element);
    if (pool !== null) yield* this.thread(pool, element);
    yield* program.delay(this.services.serviceMs(this.drawn[element] as number));
    if (pool !== null) {
      pool.release();
      program.fact(Fact.THREADS, pool.availablePermits);
    }
    program.done(element);
  }

  private *thread(pool: Semaphore, element: number) {
    yield* this.program.acquire(pool, element);
    this.program.fact(Fact.THREADS, pool.availablePermits);
  }
}
