import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsAfterNext, rowsBeforeLast } from "../../src/run/index.ts";
import { RowKind, type Trace } from "../../src/trace/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { recorded } from "../support/runs.ts";

/** Where a step may end: never between an event and the delay that begins with it. */
function isStop(trace: Trace, rows: number): boolean {
  return rows === trace.length || trace.kindAt(rows) !== RowKind.BEGAN;
}

test("forward from the start and back from the end pass the same stops", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace } = recorded(spec);
      const forward = [0];
      for (let rows = 0; rows < trace.length; ) {
        rows = rowsAfterNext(trace, rows);
        expect(isStop(trace, rows)).toBe(true);
        forward.push(rows);
      }
      const back = [trace.length];
      for (let rows = trace.length; rows > 0; ) {
        rows = rowsBeforeLast(trace, rows);
        back.push(rows);
      }
      expect(back.reverse()).toEqual(forward);
      const events = Array.from({ length: trace.length }, (_, row) => trace.kindAt(row));
      // One stop for each event, and one before the first.
      expect(forward.length).toBe(1 + events.filter((kind) => kind !== RowKind.BEGAN).length);
    }),
  );
});

test("a step forward and a step back lead to where they began", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(2000), (spec, at) => {
      const { trace } = recorded(spec);
      let rows = Math.min(at, trace.length);
      while (!isStop(trace, rows)) rows++;
      // Before the first event there is one stop: the start.
      if (rowsAfterNext(trace, 0) > rows) rows = 0;
      if (rows < trace.length) expect(rowsBeforeLast(trace, rowsAfterNext(trace, rows))).toBe(rows);
      if (rows > 0) expect(rowsAfterNext(trace, rowsBeforeLast(trace, rows))).toBe(rows);
    }),
  );
});

test("from between an event and its delay, a step forward ends after the next event", () => {
  const { trace } = recorded();
  let row = 0;
  while (trace.kindAt(row) !== RowKind.BEGAN) row++;
  expect(rowsAfterNext(trace, row)).toBe(rowsAfterNext(trace, row + 1));
  expect(rowsBeforeLast(trace, row)).toBe(rowsBeforeLast(trace, row + 1));
});

test("there is nothing before the start and nothing after the end", () => {
  const { trace } = recorded();
  expect(rowsBeforeLast(trace, 0)).toBe(0);
  expect(rowsAfterNext(trace, trace.length)).toBe(trace.length);
});
