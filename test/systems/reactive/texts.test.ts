/** The programs that the page shows for RxJava and Reactor: every form of an operator, and the places of the actors. */

import { describe, expect, test } from "vitest";
import { defaultsOf } from "../../../src/params/index.ts";
import { paramsOf } from "../../../src/run/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../src/systems/index.ts";
import { catalogue } from "../../support/everything.ts";

const LOAD = { producerDelayMs: 20, consumerDelayMs: 70, count: 50, capacity: 10, prefetch: 16 };

function textOf(id: StrategyId, form: Readonly<Record<string, string | number>> = {}) {
  const values = { ...defaultsOf(paramsOf(strategyOf(catalogue, id))), ...LOAD, ...form };
  return sourceTextOf(strategyOf(catalogue, id), values, "en");
}

test.each<[StrategyId, Readonly<Record<string, string | number>>, string]>([
  ["rx-observe-on", {}, ".observeOn(Schedulers.single(), false, 16)"],
  ["rx-buffer", { rxOverflow: "unbounded" }, ".onBackpressureBuffer()"],
  ["rx-buffer", { rxOverflow: "error" }, ".onBackpressureBuffer(10, false, false, {}) {"],
  [
    "rx-buffer",
    { rxOverflow: "drop-latest" },
    ".onBackpressureBuffer(10L, {}, BackpressureOverflowStrategy.DROP_LATEST) {",
  ],
  ["rx-drop", { rxDrop: "drop" }, '.onBackpressureDrop { println("dropped $it") }'],
  ["rx-drop", { rxDrop: "latest" }, '.onBackpressureLatest { println("dropped $it") }'],
  ["rx-generate", {}, "if (next == 50) emitter.onComplete()"],
  ["rx-generate", { paceMs: 30 }, ".concatMap({ Flowable.just(it).delay(30, MILLISECONDS) }, 1)"],
  ["rx-interval", {}, "Flowable.interval(20, MILLISECONDS)"],
  ["rx-interval", {}, ".take(50)"],
  ["reactor-publish-on", {}, ".publishOn(Schedulers.single(), 16)"],
  ["reactor-buffer", { reactorOverflow: "unbounded" }, ".onBackpressureBuffer()"],
  ["reactor-buffer", { reactorOverflow: "error" }, ".onBackpressureBuffer(10) {"],
  [
    "reactor-buffer",
    { reactorOverflow: "drop-oldest" },
    '.onBackpressureBuffer(10, { println("dropped $it") }, BufferOverflowStrategy.DROP_OLDEST)',
  ],
  [
    "reactor-buffer",
    { reactorOverflow: "ttl", ttlMs: 300 },
    ".onBackpressureBuffer(Duration.ofMillis(300), 10) {",
  ],
  ["reactor-drop", { reactorDrop: "latest" }, ".onBackpressureLatest()"],
  ["reactor-drop", { reactorDrop: "error" }, ".onBackpressureError()"],
  ["reactor-limit-rate", { highTide: 9, lowTide: 3 }, ".limitRate(9, 3)"],
  ["reactor-delay-elements", { elementDelayMs: 250 }, ".delayElements(Duration.ofMillis(250))"],
])("%s with %o shows %s", (id, form, call) => {
  const { text } = textOf(id, form);
  expect(onOneLine(text)).toContain(onOneLine(call));
  expect(text).toContain("}, 70, MILLISECONDS)");
});

/** Removes all white space, because a long call is broken into lines. */
function onOneLine(code: string): string {
  return code.replaceAll(/\s/g, "");
}

test("an endless source has no end in its text", () => {
  for (const id of [
    "rx-buffer",
    "rx-generate",
    "rx-interval",
    "reactor-buffer",
    "reactor-limit-rate",
  ] as const) {
    expect(textOf(id, { count: 0 }).text).not.toMatch(
      /\b50\b|take\(|emitter\.onComplete|complete\(\)$/m,
    );
  }
});

describe.each<[StrategyId, string[]]>([
  ["rx-buffer", ["producer.ready", "producer.busy", "worker.ready", "worker.busy"]],
  ["rx-generate", ["producer.held", "producer.ready", "worker.ready", "worker.busy"]],
  ["rx-interval", ["producer.busy", "producer.ready", "worker.ready", "worker.busy"]],
  [
    "reactor-limit-rate",
    ["producer.ready", "producer.busy", "producer.held", "worker.ready", "worker.busy"],
  ],
])("%s", (id, places) => {
  test("marks where the producer and the subscriber can be", () => {
    expect([...textOf(id).places.keys()]).toEqual(places);
  });
});
