/** The results as text. */
import type { SizeCost } from "./costs.ts";
import type { Goal, Spread, TraceResult, WorkloadResult } from "./report.ts";

/** 16 bytes for the columns, plus what the lists of chunks take. */
const GOAL_TRACE_ROW_BYTES = 20;
const GOAL_ITEM_BYTES = 9;

export function resultTable(results: readonly WorkloadResult[]): string {
  const lines = results.flatMap(({ workload, engine, peers, goals }) => [
    "",
    `${workload.id}  ${workload.title}   [ns per ${workload.event}; x = times the engine's]`,
    row(
      "engine",
      engine.median,
      `quartiles ${engine.lower.toFixed(1)}..${engine.upper.toFixed(1)}`,
    ),
    ...peers.map(({ name, ns, ratio }) => row(name, ns, times(ratio))),
    ...goals.map(goalLine),
  ]);
  return `${lines.join("\n")}\n`;
}

export function lossLine(loss: number, theory: number): string {
  const percent = (100 * (loss / theory - 1)).toFixed(0);
  return `W3 refused ${loss.toExponential(3)} of all arrivals; M/M/1/50 says ${theory.toExponential(3)} (${percent} %; one run has a standard deviation of 16 %)\n`;
}

export function traceTable(results: readonly TraceResult[], bytesPerRow: number): string {
  const lines = results.map(({ workload, name, rowsPerEvent, ratio, atMost }) => {
    const what = `trace on, ${workload}, ${name} (${rowsPerEvent.toFixed(2)} a timer event)`;
    const goal =
      atMost === null
        ? ""
        : `   goal at most ${percent(atMost)}: ${verdict(ratio.median <= atMost)}`;
    return `${what}: ${percent(ratio.median)}   ${times(ratio)}${goal}`;
  });
  lines.push(memoryLine("trace, bytes a row", bytesPerRow, GOAL_TRACE_ROW_BYTES));
  return `${lines.join("\n")}\n`;
}

export function costTable(bySize: readonly SizeCost[], bytesPerItem: number): string {
  const sizes = bySize.map(({ size, ns }) => `${size.toExponential(0)} ms: ${ns.toFixed(1)} ns`);
  const costs = bySize.map(({ ns }) => ns);
  const flat = (Math.max(...costs) / Math.min(...costs)).toFixed(2);
  const lines = [
    `cost per event by length of run, W2   ${sizes.join("   ")}   (largest / smallest: ${flat})`,
    memoryLine("waiting in UNLIMITED, bytes a small integer", bytesPerItem, GOAL_ITEM_BYTES),
  ];
  return `${lines.join("\n")}\n`;
}

function memoryLine(what: string, bytes: number, atMost: number): string {
  return `${what}: ${bytes.toFixed(1)}   goal at most ${atMost}: ${verdict(bytes <= atMost)}`;
}

function row(name: string, ns: number, more: string): string {
  return `  ${name.padEnd(14)} ${ns.toFixed(1).padStart(8)}   ${more}`;
}

function times({ median, lower, upper }: Spread): string {
  return `x ${median.toFixed(2)} (${lower.toFixed(2)}..${upper.toFixed(2)})`;
}

function percent(ratio: number): string {
  const more = ((ratio - 1) * 100).toFixed(0);
  return `${ratio < 1 ? "" : "+"}${more} %`;
}

function goalLine({ what, reached, atLeast }: Goal): string {
  return `  goal: ${atLeast} x ${what}: ${verdict(reached >= atLeast)} (${reached.toFixed(2)})`;
}

function verdict(met: boolean): string {
  return met ? "met" : "NOT MET";
}
