/** The text's monitor of everything since the start, and the monitor of the last window. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playProgram } from "../../../support/play-program.ts";

const TEXT = {
  capacity: 10,
  count: 1_000,
  producerDelayMs: 10,
  consumerDelayMs: 50,
  reportEveryMs: 1_000,
  reports: 10,
  bodyMs: 12_000,
};

describe("as written", () => {
  const run = playProgram("monitoring-written", TEXT);
  const reports = run.lines.filter(({ text }) => text.includes("lost"));

  test("its ten reports", () => {
    expect(reports.map(({ timeMs, text }) => `${timeMs}: ${text}`)).toEqual(
      [
        [1000, 30, "30.00", 20, 70, "70.00", "70.00"],
        [2000, 50, "25.00", 40, 150, "75.00", "75.00"],
        [3000, 70, "23.33", 60, 230, "76.67", "76.67"],
        [4000, 90, "22.50", 80, 310, "77.50", "77.50"],
        [5000, 110, "22.00", 100, 390, "78.00", "78.00"],
        [6000, 130, "21.67", 120, 470, "78.33", "78.33"],
        [7000, 150, "21.43", 140, 550, "78.57", "78.57"],
        [8000, 170, "21.25", 160, 630, "78.75", "78.75"],
        [9000, 190, "21.11", 180, 710, "78.89", "78.89"],
        [10000, 210, "21.00", 200, 790, "79.00", "79.00"],
      ].map(
        ([timeMs, sent, rate, received, dropped, dropRate, lost]) =>
          `${timeMs}: sent ${sent} (${rate}/s), received ${received} (20.00/s), ` +
          `dropped ${dropped} (${dropRate}/s), lost ${lost} %`,
      ),
    );
  });

  test("the consumer ends with an exception that it catches; main ends with its delay", () => {
    expect(run.lines.filter(({ text }) => text.includes("closed"))).toEqual([
      expect.objectContaining({ timeMs: 10_500, text: "the channel was closed" }),
    ]);
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 12_000]);
  });

  test("a division by zero is printed as in Kotlin", () => {
    const values = { ...TEXT, reportEveryMs: 0, reports: 1 };
    const { lines } = playProgram("monitoring-written", values, 100);
    expect(lines.find(({ text }) => text.includes("lost"))?.text).toBe(
      "sent 1 (Infinity/s), received 1 (Infinity/s), dropped 0 (NaN/s), lost 0.00 %",
    );
  });
});

describe("windowed-monitor", () => {
  const load = fc.record({
    capacity: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 120 }),
    producerDelayMs: fc.integer({ min: 1, max: 20 }),
    consumerDelayMs: fc.nat(60),
    reportEveryMs: fc.integer({ min: 10, max: 200 }),
    windowMs: fc.integer({ min: 10, max: 600 }),
    alertPercent: fc.nat(100),
  });

  /** The lines that say that an element was sent or dropped, in order. */
  const offers = (lines: readonly { timeMs: number; text: string }[]) =>
    lines.filter(({ text }) => /^(sent|dropped) \d+$/.test(text));

  const twoDecimals = (value: number) => (Math.round(value * 100 + 1e-9) / 100).toFixed(2);

  test("for any load, each report counts what was printed since the report at the start of its window", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { lines } = playProgram("windowed-monitor", values);
        const reports = lines.flatMap((line, index) =>
          line.text.startsWith("last ") ? [{ ...line, index }] : [],
        );
        for (const { timeMs, text, index } of reports) {
          const begin = reports.findLast((report) => timeMs - report.timeMs >= values.windowMs);
          const forMs = timeMs - (begin?.timeMs ?? 0);
          const window = lines.slice(begin?.index ?? 0, index);
          const offered = offers(window);
          const sent = offered.filter((line) => line.text.startsWith("sent")).length;
          const received = window.filter((line) => line.text.startsWith("received")).length;
          const perSecond = (count: number) => twoDecimals((count * 1000) / forMs);
          const lost = offered.length - sent;
          expect(text).toBe(
            offered.length === 0
              ? `last ${forMs} ms: nothing offered, received ${perSecond(received)}/s`
              : `last ${forMs} ms: sent ${perSecond(sent)}/s, received ${perSecond(received)}/s, ` +
                  `lost ${twoDecimals((lost / offered.length) * 100)} %`,
          );
        }
      }),
    );
  });

  test("for any load, alert and all-clear take turns, each after a report that says why", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { lines } = playProgram("windowed-monitor", values);
        let isAlerted = false;
        let lost = 0;
        for (const { text } of lines) {
          if (text.startsWith("last ")) lost = Number(/lost ([\d.]+)/.exec(text)?.[1] ?? 0);
          const isAlert = text.startsWith("ALERT");
          if (!isAlert && !text.startsWith("alert over")) continue;
          expect(isAlert).toBe(!isAlerted);
          if (isAlert) expect(lost).toBeGreaterThanOrEqual(values.alertPercent);
          else expect(lost).toBeLessThanOrEqual(values.alertPercent + 0.01);
          isAlerted = isAlert;
        }
      }),
    );
  });

  test("for any load, it ends when the consumer does", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { end, endMs, numbersOf } = playProgram("windowed-monitor", values);
        expect(end).toEqual({ reason: "completed" });
        const lastMs = Math.max(...numbersOf("received").map(({ timeMs }) => timeMs));
        const closedMs = values.count * values.producerDelayMs;
        expect(endMs).toBe(Math.max(lastMs + values.consumerDelayMs, closedMs));
      }),
    );
  });
});
