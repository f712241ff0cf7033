/** What is reported of an error that ends a stream: its name, whom it ended, what was lost, and how the run ended. */
import { describe, expect, test } from "vitest";
import { claimRunOf, eventAt } from "../../../src/run/index.ts";
import type { StrategyId } from "../../../src/systems/index.ts";
import { RowKind, TaskEnd } from "../../../src/trace/index.ts";
import { eventText } from "../../../src/views/panel/events/event-text.ts";
import { playProgram } from "../../support/play-program.ts";
import { recorded } from "../../support/runs.ts";

const LOAD = {
  producerDelayMs: 20,
  consumerDelayMs: 100,
  count: 100,
  prefetch: 8,
  capacity: 10,
  durationS: 12,
};

const MISSING = "MissingBackpressureException";
const OVERFLOW = "OverflowException";
const OVERRUN = "The receiver is overrun by more signals than expected (bounded queue...)";
const WORKER = 2;

interface Case {
  readonly id: StrategyId;
  readonly form: Readonly<Record<string, string>>;
  readonly line: string;
  /** When the error came. */
  readonly atMs: number;
  /** When the subscriber had finished the element that it had in hand. */
  readonly endMs: number;
  readonly lost: { readonly dropped: number; readonly undelivered: number };
}

const CASES: readonly Case[] = [
  {
    id: "rx-buffer",
    form: { rxOverflow: "error" },
    line: `${MISSING}: Buffer is full`,
    atMs: 420,
    endMs: 500,
    lost: { dropped: 1, undelivered: 16 },
  },
  {
    id: "rx-buffer",
    form: { rxOverflow: "strategy-error" },
    line: `${MISSING}: Could not emit value due to lack of requests`,
    atMs: 260,
    endMs: 300,
    lost: { dropped: 1, undelivered: 10 },
  },
  {
    id: "rx-interval",
    form: {},
    line: `${MISSING}: Could not emit value 8 due to lack of requests`,
    atMs: 180,
    endMs: 220,
    lost: { dropped: 1, undelivered: 6 },
  },
  {
    id: "reactor-buffer",
    form: { reactorOverflow: "error" },
    line: `${OVERFLOW}: ${OVERRUN}`,
    atMs: 1_200,
    endMs: 1_300,
    lost: { dropped: 1, undelivered: 0 },
  },
  {
    id: "reactor-drop",
    form: { reactorDrop: "error" },
    line: `${OVERFLOW}: ${OVERRUN}`,
    atMs: 700,
    endMs: 800,
    lost: { dropped: 1, undelivered: 0 },
  },
];

describe.each(CASES)("$id with $form", ({ id, form, line, atMs, endMs, lost }) => {
  const values = { ...LOAD, ...form };
  const run = recorded({ strategy: id, values });
  const name = line.split(":")[0] as string;

  test("prints the error when it comes", () => {
    const { lines } = playProgram(id, values);
    expect(lines.filter(({ text }) => text.includes("Exception"))).toEqual([
      expect.objectContaining({ timeMs: atMs, text: line }),
    ]);
  });

  test("ends the subscriber with the error, once it has finished the element in hand", () => {
    const events = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row));
    const ended = events.filter(({ kind, who }) => kind === RowKind.ENDED && who === WORKER);
    expect(ended).toEqual([expect.objectContaining({ timeMs: endMs, detail: TaskEnd.FAILED })]);
    const [end] = ended;
    if (end === undefined) throw new Error("the subscriber did not end");
    const text = eventText(run, end);
    expect([text.en, text.ko]).toEqual([`ended with an error: ${name}`, `오류로 끝남: ${name}`]);
  });

  test("reports what the error lost, and that it ended the run", () => {
    expect(run.history.stateAt(run.lastMs).lostBy).toMatchObject(lost);
    expect(run.end).toMatchObject({ reason: "completed", atMs: endMs, error: { name } });
    expect(claimRunOf(run).end()).toMatchObject({ error: name });
    const [worker] = run.history.stateAt(run.lastMs).stations.at(-1)?.actors ?? [];
    expect(worker?.activity).toBe("failed");
  });
});

test("the interval fails by itself, while another source is cancelled from below", () => {
  const sourceOf = (id: StrategyId) =>
    recorded({ strategy: id, values: LOAD }).history.stateAt(LOAD.durationS * 1000).stations[0]
      ?.actors[0]?.activity;
  expect(sourceOf("rx-interval")).toBe("failed");
  expect(sourceOf("rx-buffer")).toBe("cancelled");
});

test("RxJava's subscriber still sends a request after the end, Reactor's does not", () => {
  const requestsAfter = (id: StrategyId, ms: number) => {
    const { trace } = recorded({ strategy: id, values: LOAD });
    return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).filter(
      ({ kind, timeMs }) => kind === RowKind.REQUESTED && timeMs > ms,
    ).length;
  };
  expect(requestsAfter("rx-buffer", 420)).toBe(1);
  expect(requestsAfter("reactor-buffer", 1_200)).toBe(0);
});
