/** Every column of every row holds what `ROW_COLUMNS` says of its kind, whatever is run. */
import { expect, test } from "vitest";
import { Recording } from "../../src/run/index.ts";
import { GAUGES } from "../../src/systems/index.ts";
import { ROW_COLUMNS, SIGNALS, TaskEnd } from "../../src/trace/index.ts";
import { allScenarios, catalogue } from "../support/everything.ts";

/** How large a number in a column can be, and whether there may be none. */
function boundsOf(
  { trace, topology, losses, failures, strategy, history }: Recording,
  row: number,
) {
  const { made } = history.head;
  const { stations, connections } = topology;
  const station = stations[trace.stationAt(row)];
  return {
    station: { station: stations.length, connection: connections.length },
    // Elements are numbered from 0 or from 1.
    who: { actor: Number.POSITIVE_INFINITY, other: made + 1 },
    element: { element: made + 1, hand: made + 1, failure: failures.length },
    detail: {
      rule: losses.length,
      signal: SIGNALS.length,
      gauge: station === undefined ? 0 : GAUGES[station.kind].length,
      line: Object.keys(strategy.lines).length,
      end: Object.keys(TaskEnd).length,
    },
  };
}

test.each(
  allScenarios.flatMap(({ id, strategies }) =>
    strategies.map((strategy) => ({ scenario: id, strategy })),
  ),
)("$scenario under $strategy", (named) => {
  const spec = { ...named, values: { durationS: 8 }, seed: 7, interventions: [] };
  const recording = new Recording(catalogue, spec);
  recording.advanceTo(8_000);
  const { trace } = recording;
  expect(trace.length).toBeGreaterThan(0);
  for (let row = 0; row < trace.length; row++) {
    const told = ROW_COLUMNS[trace.kindAt(row)];
    const bounds = boundsOf(recording, row);
    const columns = [
      [told.station, trace.stationAt(row), bounds.station],
      [told.who, trace.whoAt(row), bounds.who],
      [told.element, trace.elementAt(row), bounds.element],
      [told.detail, trace.detailAt(row), bounds.detail],
    ] as const;
    for (const [what, number, most] of columns) {
      const bound = what === null ? 1 : ((most as Record<string, number>)[what] ?? Infinity);
      if (number < -1 || number >= bound) expect.fail(`row ${row}: ${what} is ${number}`);
    }
  }
});
