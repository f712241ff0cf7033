/**
 * Replays a recorded flow (see golden/README.md, "Flows") on the engine and returns what the source, the operators and
 * the collectors did, in order and in the form of the recording.
 */
import {
  buffer,
  collectLatest,
  conflate,
  debounce,
  type Flow,
  flow,
  flowOn,
  MutableSharedFlow,
  sample,
  transform,
} from "../../src/systems/kotlin/flow/index.ts";
import {
  BUFFERED,
  type BufferOverflow,
  CancellationException,
  RENDEZVOUS,
  Sim,
  type Steps,
  UNLIMITED,
} from "../../src/systems/kotlin/index.ts";

export type FlowEntry = readonly [timeMs: number, who: string, what: string, value?: number];

export interface FlowOperator {
  readonly name: string;
  readonly capacity?: string;
  readonly onBufferOverflow?: BufferOverflow;
  readonly ms?: number;
}

interface Recorded {
  readonly id: string;
  readonly until: number;
  readonly trace: readonly FlowEntry[];
}

export interface RecordedColdFlow extends Recorded {
  readonly source: { readonly count: number; readonly everyMs: number };
  readonly operators: readonly FlowOperator[];
  readonly terminal: { readonly kind: string; readonly workMs: number };
}

export interface RecordedSharedFlow extends Recorded {
  readonly shared: {
    readonly replay: number;
    readonly extraBufferCapacity: number;
    readonly onBufferOverflow: BufferOverflow;
  };
  readonly subscribers: readonly { readonly fromMs: number; readonly workMs: number }[];
  readonly source: { readonly count: number; readonly everyMs: number; readonly try: boolean };
}

const NAMED_CAPACITIES: Readonly<Record<string, number>> = { RENDEZVOUS, BUFFERED, UNLIMITED };

/** Collects the rows of one run as they happen. */
class Rows {
  readonly sim = new Sim();
  readonly entries: FlowEntry[] = [];

  add(who: string, what: string, ...value: [number?]): void {
    this.entries.push([this.sim.now, who, what, ...value] as FlowEntry);
  }

  /** Runs up to and including `untilMs`, `sliceEvents` events at a time, and returns the rows. */
  until(untilMs: number, sliceEvents: number): FlowEntry[] {
    while (!this.sim.runUntil(untilMs, sliceEvents));
    if (this.sim.end?.reason === "failed") throw this.sim.end.failure;
    return this.entries;
  }
}

/**
 * Replays a cold flow with its operators, `sliceEvents` events at a time. Throws on an operator or terminal that it
 * doesn't know.
 */
export function replayColdFlow(
  recorded: RecordedColdFlow,
  sliceEvents = Number.POSITIVE_INFINITY,
): FlowEntry[] {
  const rows = new Rows();
  const { sim } = rows;
  const { source, operators, terminal } = recorded;
  const numbers = flow<number>(function* (_, emit) {
    for (let value = 0; value < source.count; value++) {
      rows.add("source", "emit", value);
      yield* emit(value);
      rows.add("source", "emitted", value);
      yield* sim.delay(source.everyMs);
    }
  });
  const values = operators.reduce((upstream, operator, index) => {
    return withOperator(rows, upstream, operator, index);
  }, numbers);
  function* work(value: number): Steps<void> {
    rows.add("collector", "start", value);
    try {
      yield* sim.delay(terminal.workMs);
      rows.add("collector", "done", value);
    } catch (error) {
      if (error instanceof CancellationException) rows.add("collector", "cancelled", value);
      throw error;
    }
  }
  sim.launch(function* () {
    if (terminal.kind === "collect") yield* values.collect(sim, work);
    else if (terminal.kind === "collectLatest") yield* collectLatest(sim, values, work);
    else throw new Error(`unknown terminal ${terminal.kind}`);
    rows.add("collector", "completed");
  });
  return rows.until(recorded.until, sliceEvents);
}

function withOperator(
  rows: Rows,
  upstream: Flow<number>,
  { name, capacity = "", onBufferOverflow, ms = 0 }: FlowOperator,
  index: number,
): Flow<number> {
  switch (name) {
    case "buffer":
      return buffer(upstream, NAMED_CAPACITIES[capacity] ?? Number(capacity), onBufferOverflow);
    case "conflate":
      return conflate(upstream);
    case "flowOn":
      return flowOn(upstream);
    case "debounce":
      return debounce(upstream, ms);
    case "sample":
      return sample(upstream, ms);
    case "work":
      return transform(upstream, function* (value, emit) {
        rows.add(`work${index}`, "start", value);
        yield* rows.sim.delay(ms);
        rows.add(`work${index}`, "end", value);
        yield* emit(value);
      });
    default:
      throw new Error(`unknown operator ${name}`);
  }
}

/** Replays a shared flow, `sliceEvents` events at a time. Its subscribers are launched in order, then its source. */
export function replaySharedFlow(
  recorded: RecordedSharedFlow,
  sliceEvents = Number.POSITIVE_INFINITY,
): FlowEntry[] {
  const rows = new Rows();
  const { sim } = rows;
  const { source } = recorded;
  const shared = new MutableSharedFlow<number>(sim, recorded.shared);
  for (const [k, { fromMs, workMs }] of recorded.subscribers.entries()) {
    sim.launch(function* () {
      yield* sim.delay(fromMs);
      yield* shared.collect(sim, function* (value) {
        rows.add(`subscriber${k}`, "start", value);
        yield* sim.delay(workMs);
        rows.add(`subscriber${k}`, "done", value);
      });
    });
  }
  sim.launch(function* () {
    for (let value = 0; value < source.count; value++) {
      if (source.try) {
        rows.add("source", shared.tryEmit(value) ? "emitted" : "refused", value);
      } else {
        rows.add("source", "emit", value);
        yield* shared.emit(value);
        rows.add("source", "emitted", value);
      }
      yield* sim.delay(source.everyMs);
    }
  });
  return rows.until(recorded.until, sliceEvents);
}
