import { expect, test } from "vitest";
import {
  emitAt,
  subscribe,
  UNBOUNDED,
  VirtualScheduler,
  WorkingSubscriber,
} from "../../../src/systems/reactive/index.ts";
import { create, range } from "../../../src/systems/rxjava/index.ts";
import { requestLog, stationLog } from "../../support/stream-play.ts";

test("one by one, the next element is requested when one is done", () => {
  const said: string[] = [];
  const clock = new VirtualScheduler();
  const { log, requests } = requestLog();
  const station = stationLog((what, element) => said.push(`${what} ${element} ${clock.now}`));
  const ended = (error: Error | null) => said.push(`ended ${error} ${clock.now}`);
  const settings = { demand: "one-by-one", workMs: (element: number) => 10 + element } as const;
  const worker = new WorkingSubscriber(clock, settings, ended, station, log);
  subscribe(range(3, null), [], worker);
  clock.runUntil(100);
  expect(said).toEqual([
    "began 0 0",
    "done 0 10",
    "began 1 10",
    "done 1 21",
    "began 2 21",
    "ended null 21",
    "done 2 33",
  ]);
  expect(requests).toEqual([1, 1, 1, 1]);
});

test("with unbounded demand, elements that arrive during the work wait at the subscriber", () => {
  const said: string[] = [];
  const clock = new VirtualScheduler();
  const { log, requests } = requestLog();
  const station = stationLog((what, element) => said.push(`${what} ${element} ${clock.now}`));
  const settings = { demand: "unbounded", workMs: () => 10 } as const;
  const worker = new WorkingSubscriber<number>(clock, settings, () => undefined, station, log);
  subscribe(create(emitAt(clock, [1, 2, 3]), "ERROR", null), [], worker);
  clock.runUntil(25);
  expect(said).toEqual([
    "began 0 1",
    "entered 1 2",
    "entered 2 3",
    "done 0 11",
    "left 1 11",
    "began 1 11",
    "done 1 21",
    "left 2 21",
    "began 2 21",
  ]);
  expect(requests).toEqual([UNBOUNDED]);
});
