/** If elements go through two buffers, the event log says which of them reports an event. */
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { eventText, operatorName } from "../../../../src/views/panel/events/event-text.ts";
import { recorded } from "../../../support/runs.ts";

const BEYOND_PREFETCH = 8;

/** The event log's lines about an element, each with the reporter. */
function stepsOf(run: ReturnType<typeof recorded>, element: number): string[] {
  return Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row))
    .filter((event) => event.element === element)
    .map((event) => {
      const by = run.actorOf(event.who)?.role ?? operatorName(run.topology, event)?.en;
      return `${by}: ${eventText(run, event).en}`;
    });
}

test("what debounce receives stays there, although the consumer waits", () => {
  const values = { producerDelayMs: 40, consumerDelayMs: 5, count: 3, debounceMs: 50 };
  const run = recorded({ strategy: "flow-debounce", values });
  expect(stepsOf(run, 0)).toEqual([
    "producer: made",
    "producer: passed on",
    "debounce: entered the buffer",
    "debounce: dropped: a newer value came too soon",
  ]);
  expect(stepsOf(run, 2)).toContain("worker: received");
});

test("an element is passed on by one buffer and received from the other", () => {
  const values = { producerDelayMs: 20, consumerDelayMs: 100, count: 20, prefetch: 8 };
  const run = recorded({ strategy: "rx-observe-on", values });
  expect(stepsOf(run, BEYOND_PREFETCH).slice(0, -1)).toEqual([
    "observeOn’s queue: request({n})",
    "worker: prints: {text}",
    "producer: made",
    "create’s buffer: entered the buffer",
    "create’s buffer: passed on",
    "observeOn’s queue: entered the buffer",
    "worker: received",
  ]);
});
