/**
 * The obvious alternative, written by hand: async functions and promises on a virtual clock. Before it
 * moves on, such a clock has to wait until the promises have come to rest, and only the event loop can
 * tell: one macrotask for each instant, as in every test scheduler for async code.
 */

import { BlockQueue } from "../../../src/systems/kotlin/channels/block-queue.ts";
import { RENDEZVOUS, UNLIMITED } from "../../../src/systems/kotlin/index.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import { COROUTINES, periodMs } from "../workloads/timers.ts";
import type { Programs } from "../workloads/workload.ts";
import { VirtualTimers } from "./virtual-timers.ts";

export const programs: Programs = {
  W1: (size) => items(size, 64),
  W1r: (size) => items(size, RENDEZVOUS),
  W2: backlog,
  W3: queue,
  W4: timers,
};

class Clock {
  private readonly timers = new VirtualTimers();

  delay(ms: number): Promise<void> {
    return new Promise((resolve) => this.timers.add(ms, resolve));
  }

  async runUntil(timeMs: number): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.timers.advance(timeMs));
  }
}

const DONE = Promise.resolve();

class AsyncChannel<T> {
  private readonly capacity: number;
  private readonly buffer = new BlockQueue<T>();
  private readonly senders = new BlockQueue<{ element: T; resolve: () => void }>();
  private readonly receivers = new BlockQueue<(element: T) => void>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  trySend(element: T): boolean {
    if (this.receivers.size > 0) {
      this.receivers.shift()(element);
      return true;
    }
    if (this.buffer.size >= this.capacity) return false;
    this.buffer.push(element);
    return true;
  }

  send(element: T): Promise<void> {
    if (this.trySend(element)) return DONE;
    return new Promise((resolve) => this.senders.push({ element, resolve }));
  }

  receive(): Promise<T> {
    if (this.buffer.size > 0) {
      const element = this.buffer.shift();
      if (this.senders.size > 0) this.buffer.push(this.nextSent());
      return Promise.resolve(element);
    }
    if (this.senders.size > 0) return Promise.resolve(this.nextSent());
    return new Promise((resolve) => this.receivers.push(resolve));
  }

  private nextSent(): T {
    const { element, resolve } = this.senders.shift();
    resolve();
    return element;
  }
}

async function items(size: number, capacity: number): Promise<number> {
  const channel = new AsyncChannel<number>(capacity);
  let sum = 0;
  async function produce() {
    for (let i = 0; i < size; i++) await channel.send(i);
  }
  async function consume() {
    for (let i = 0; i < size; i++) sum = (sum + (await channel.receive())) | 0;
  }
  await Promise.all([produce(), consume()]);
  return sum;
}

async function backlog(size: number): Promise<number> {
  const clock = new Clock();
  const channel = new AsyncChannel<number>(UNLIMITED);
  let finished = 0;
  async function produce() {
    for (let i = 0; ; i++) {
      await clock.delay(PRODUCER_DELAY_MS);
      await channel.send(i);
    }
  }
  async function consume() {
    for (;;) {
      await channel.receive();
      await clock.delay(CONSUMER_DELAY_MS);
      finished++;
    }
  }
  void produce();
  void consume();
  await clock.runUntil(size);
  return finished;
}

async function queue(size: number): Promise<number> {
  const { arrivals, services } = draws(size);
  const clock = new Clock();
  const channel = new AsyncChannel<number>(CHANNEL_CAPACITY);
  let refused = 0;
  async function produce() {
    for (let i = 0; i < size; i++) {
      await clock.delay(arrivals[i] as number);
      if (!channel.trySend(i)) refused++;
    }
  }
  async function consume() {
    for (let served = 0; ; served++) {
      await channel.receive();
      await clock.delay(services[served] as number);
    }
  }
  void produce();
  void consume();
  await clock.runUntil(Number.POSITIVE_INFINITY);
  return refused;
}

async function timers(size: number): Promise<number> {
  const clock = new Clock();
  let wakeUps = 0;
  async function loop(period: number) {
    for (;;) {
      await clock.delay(period);
      wakeUps++;
    }
  }
  for (let i = 0; i < COROUTINES; i++) void loop(periodMs(i));
  await clock.runUntil(size);
  return wakeUps;
}
