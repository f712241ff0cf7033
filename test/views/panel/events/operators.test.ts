/** Where elements go through two buffers, the event log says which of them an event is told by. */
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { eventText, operatorName } from "../../../../src/views/panel/events/event-text.ts";
import { recorded } from "../../../support/runs.ts";

const BEYOND_PREFETCH = 8;

test("an element is handed on by one buffer and received from the other", () => {
  const values = { producerDelayMs: 20, consumerDelayMs: 100, count: 20, prefetch: 8 };
  const run = recorded({ strategy: "rx-observe-on", values });
  const told = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row)).map(
    (event) => ({
      element: event.element,
      text: eventText(run, event).en,
      by: run.actorOf(event.who)?.role ?? operatorName(run.topology, event)?.en,
    }),
  );
  const steps = told.filter(({ element }) => element === BEYOND_PREFETCH).slice(0, -1);
  expect(steps.map(({ text, by }) => `${by}: ${text}`)).toEqual([
    "observeOn’s queue: request({n})",
    "worker: prints: {text}",
    "producer: made",
    "create’s buffer: entered the buffer",
    "create’s buffer: passed on",
    "observeOn’s queue: entered the buffer",
    "worker: received",
  ]);
});
