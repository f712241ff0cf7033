/**
 * rxjs: its VirtualTimeScheduler with plain actions, the fastest way of using it. It has no
 * backpressure, so W1 cannot be written; with 10,000 timers (W4) an event takes 0.2 ms, because every
 * `schedule` sorts all actions.
 */
import { VirtualAction, VirtualTimeScheduler } from "rxjs";
import { BlockQueue } from "../../../src/systems/kotlin/channels/block-queue.ts";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import type { Programs } from "../workloads/workload.ts";

export const programs: Programs = { W2: backlog, W3: queue };

function backlog(size: number): number {
  const scheduler = new VirtualTimeScheduler(VirtualAction, size);
  const waiting = new BlockQueue<number>();
  let finished = 0;
  let busy = false;
  let item = 0;
  const consume = () => {
    waiting.shift();
    busy = true;
    scheduler.schedule(finish, CONSUMER_DELAY_MS);
  };
  const finish = () => {
    finished++;
    busy = false;
    if (waiting.size > 0) consume();
  };
  scheduler.schedule(function () {
    waiting.push(item++);
    if (!busy) consume();
    this.schedule(undefined, PRODUCER_DELAY_MS);
  }, PRODUCER_DELAY_MS);
  scheduler.flush();
  return finished;
}

function queue(size: number): number {
  const { arrivals, services } = draws(size);
  const scheduler = new VirtualTimeScheduler();
  const waiting = new BlockQueue<number>();
  let refused = 0;
  let busy = false;
  let arrived = 0;
  let served = 0;
  const serve = () => {
    busy = true;
    scheduler.schedule(finish, services[served] as number);
  };
  const finish = () => {
    served++;
    busy = false;
    if (waiting.size > 0) {
      waiting.shift();
      serve();
    }
  };
  scheduler.schedule(function () {
    if (!busy) serve();
    else if (waiting.size < CHANNEL_CAPACITY) waiting.push(arrived);
    else refused++;
    if (++arrived < size) this.schedule(undefined, arrivals[arrived] as number);
  }, arrivals[0] as number);
  scheduler.flush();
  return refused;
}
