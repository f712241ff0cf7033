/** Measures memory costs in bytes. Needs `node --expose-gc`. */
import { Channel, Sim, UNLIMITED } from "../../src/systems/kotlin/index.ts";
import { RowKind, Trace } from "../../src/trace/index.ts";

const ITEMS = 1_000_000;
const ROWS = 1 << 20;

export interface MemoryCosts {
  readonly perWaitingItem: number;
  readonly perTraceRow: number;
}

export function memoryCosts(): MemoryCosts {
  return { perWaitingItem: perWaitingItem(), perTraceRow: perTraceRow() };
}

/** The bytes that one small integer takes while it waits in an UNLIMITED channel. */
function perWaitingItem(): number {
  const channel = new Channel<number>(new Sim(), UNLIMITED);
  // Compiled code and the like must exist before the first reading.
  for (let i = 0; i < 10_000; i++) channel.trySend(i);
  while (channel.size > 0) channel.tryReceive();
  const before = usedBytes();
  for (let i = 0; i < ITEMS; i++) channel.trySend(i);
  const after = usedBytes();
  if (channel.size !== ITEMS) throw new Error(`${channel.size} items wait instead of ${ITEMS}`);
  return (after - before) / ITEMS;
}

function perTraceRow(): number {
  const before = usedBytes();
  const trace = new Trace();
  for (let i = 0; i < ROWS; i++) trace.add(i, RowKind.MADE, 0, 1, i);
  const after = usedBytes();
  if (trace.length !== ROWS) throw new Error(`${trace.length} rows instead of ${ROWS}`);
  return (after - before) / ROWS;
}

function usedBytes(): number {
  if (global.gc === undefined) throw new Error("start node with --expose-gc");
  // Twice: the first collection leaves dead array buffers to a sweep that has finished by the second.
  global.gc();
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
