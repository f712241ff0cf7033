/**
 * simjs: discrete events with callbacks. The published bundle exports nothing and sets `window.Sim`, so
 * it is run with a `window` of its own. A Store has no capacity of 0.
 */
import { compileFunction } from "node:vm";
import bundle from "simjs/sim.js?raw";
import { CONSUMER_DELAY_MS, PRODUCER_DELAY_MS } from "../workloads/backlog.ts";
import { CHANNEL_CAPACITY, draws } from "../workloads/queue.ts";
import { COROUTINES, periodMs } from "../workloads/timers.ts";
import type { Programs } from "../workloads/workload.ts";

interface Request {
  done(callback: () => void): Request;
}

interface Store {
  current(): number;
}

interface Entity {
  /** The message that answers the current request. */
  readonly callbackMessage: number;
  setTimer(ms: number): Request;
  putStore(store: Store, element: number): Request;
  getStore(store: Store): Request;
}

interface Simulation {
  addEntity(kind: new () => Entity): Entity;
  simulate(untilMs: number): boolean;
}

interface SimJs {
  readonly Sim: new () => Simulation;
  readonly Store: new (capacity: number) => Store;
  readonly Entity: new () => Entity;
}

const { Sim, Store, Entity } = load();

class Process extends Entity {
  /** simjs requires this method; each program starts its processes itself. */
  start(): void {}
}

export const programs: Programs = {
  W1: (size) => items(size, 64),
  W1r: (size) => items(size, 1),
  W2: backlog,
  W3: queue,
  W4: timers,
};

function load(): SimJs {
  const window: { Sim?: SimJs } = {};
  compileFunction(bundle, ["window"])(window);
  if (window.Sim === undefined) throw new Error("simjs: its bundle set no window.Sim");
  return window.Sim;
}

function items(size: number, capacity: number): number {
  const sim = new Sim();
  const store = new Store(capacity);
  const producer = sim.addEntity(Process);
  const consumer = sim.addEntity(Process);
  let sum = 0;
  let sent = 0;
  let received = 0;
  const send = () => {
    if (sent < size) producer.putStore(store, sent++).done(send);
  };
  const receive = () => {
    consumer.getStore(store).done(onReceived);
  };
  const onReceived = () => {
    sum = (sum + consumer.callbackMessage) | 0;
    if (++received < size) receive();
  };
  send();
  receive();
  sim.simulate(Number.POSITIVE_INFINITY);
  return sum;
}

function backlog(size: number): number {
  const sim = new Sim();
  const store = new Store(Number.MAX_SAFE_INTEGER);
  const producer = sim.addEntity(Process);
  const consumer = sim.addEntity(Process);
  let item = 0;
  let finished = 0;
  const wait = () => {
    producer.setTimer(PRODUCER_DELAY_MS).done(send);
  };
  const send = () => {
    producer.putStore(store, item++).done(wait);
  };
  const receive = () => {
    consumer.getStore(store).done(work);
  };
  const work = () => {
    consumer.setTimer(CONSUMER_DELAY_MS).done(finish);
  };
  const finish = () => {
    finished++;
    receive();
  };
  wait();
  receive();
  sim.simulate(size);
  return finished;
}

function queue(size: number): number {
  const { arrivals, services } = draws(size);
  const sim = new Sim();
  const store = new Store(CHANNEL_CAPACITY);
  const producer = sim.addEntity(Process);
  const consumer = sim.addEntity(Process);
  let arrived = 0;
  let served = 0;
  let refused = 0;
  const wait = () => {
    if (arrived < size) producer.setTimer(arrivals[arrived] as number).done(send);
  };
  const send = () => {
    if (store.current() < CHANNEL_CAPACITY) producer.putStore(store, arrived);
    else refused++;
    arrived++;
    wait();
  };
  const receive = () => {
    consumer.getStore(store).done(serve);
  };
  const serve = () => {
    consumer.setTimer(services[served++] as number).done(receive);
  };
  wait();
  receive();
  sim.simulate(Number.POSITIVE_INFINITY);
  return refused;
}

function timers(size: number): number {
  const sim = new Sim();
  let wakeUps = 0;
  for (let i = 0; i < COROUTINES; i++) {
    const process = sim.addEntity(Process);
    const period = periodMs(i);
    const wait = () => {
      process.setTimer(period).done(wakeUp);
    };
    const wakeUp = () => {
      wakeUps++;
      wait();
    };
    wait();
  }
  sim.simulate(size);
  return wakeUps;
}
