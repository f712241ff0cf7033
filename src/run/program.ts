/**
 * The program of a run on the engine: one producer, the strategy's link, the workers of the consumer.
 * It reads like the Kotlin beside it, and adds to the trace what the channel can't know: what was
 * produced, who waits in a delay, what is done.
 */
import { type Job, Random, type Sim, TraceKind } from "../engine/index.ts";
import type { Values } from "../params/index.ts";
import { type Link, type StrategyId, strategyOf } from "../strategies/index.ts";
import { createArrivals, createServices, type WorkloadValues } from "../workloads/index.ts";

export type ActorRole = "producer" | "worker";

/** A coroutine of the program as the picture knows it. */
export interface Actor {
  readonly role: ActorRole;
  /** Number among those of its role, from 0. */
  readonly index: number;
}

interface Worker {
  readonly job: Job;
  /** It has an element in hand: it ends after that one, if it has to. */
  busy: boolean;
}

export class Program {
  /** Who the coroutines are, by the id of their job. */
  readonly actors = new Map<number, Actor>();
  readonly link: Link;
  private readonly sim: Sim;
  private readonly values: Values & WorkloadValues;
  private readonly workers: (Worker | undefined)[] = [];
  /** The work of each element, as a multiple of the average, by element. */
  private readonly work: number[] = [];
  private readonly arrivals;
  private readonly services;

  /** Launches the program in `sim`. `values` may be changed on the way; then call `valuesChanged`. */
  constructor(sim: Sim, strategy: StrategyId, values: Values, seed: number) {
    this.sim = sim;
    this.values = values as Values & WorkloadValues;
    this.arrivals = createArrivals(this.values, new Random(seed, "arrivals"));
    this.services = createServices(this.values, new Random(seed, "services"));
    this.link = strategyOf(strategy).link({ sim, values });
    const producer = sim.launch(() => this.produce(), "producer");
    this.actors.set(producer.id, { role: "producer", index: 0 });
    this.valuesChanged();
  }

  /** Launches or retires workers so that there are as many as the values say. */
  valuesChanged(): void {
    const wanted = this.values.workers;
    for (let index = 0; index < Math.max(wanted, this.workers.length); index++) {
      const worker = this.workers[index];
      if (index < wanted) {
        if (worker === undefined || !worker.job.isActive) this.launchWorker(index);
      } else if (worker !== undefined && !worker.busy) {
        worker.job.cancel();
      }
    }
  }

  private *produce() {
    const { sim, link, values } = this;
    for (let i = 0; values.count === 0 || i < values.count; i++) {
      this.work.push(this.services.drawWork());
      sim.trace?.add(sim.now, TraceKind.PRODUCED, sim.current.id, i);
      yield* link.offer(i);
      yield* this.pause(this.arrivals.nextDelayMs());
    }
    link.channel.close();
  }

  private launchWorker(index: number): void {
    const job = this.sim.launch(() => this.consume(index), `worker ${index + 1}`);
    this.actors.set(job.id, { role: "worker", index });
    this.workers[index] = { job, busy: false };
  }

  private *consume(index: number) {
    const { sim, link } = this;
    const self = this.workers[index] as Worker;
    const elements = link.channel.iterator();
    while (index < this.values.workers && (yield* elements.hasNext())) {
      const element = elements.take();
      self.busy = true;
      yield* this.pause(this.services.serviceMs(this.work[element] as number));
      sim.trace?.add(sim.now, TraceKind.DONE, self.job.id, element);
      self.busy = false;
    }
  }

  private *pause(ms: number) {
    const { sim } = this;
    sim.trace?.add(sim.now, TraceKind.DELAY, sim.current.id, ms);
    yield* sim.delay(ms);
  }
}
