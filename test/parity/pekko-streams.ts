/** Replays recordings of Pekko Streams: builds each graph from the modules in `src/systems/pekko`. */
import {
  Batch,
  BoundedSourceQueue,
  Buffer,
  conflate,
  mapAsync,
  PekkoLoop,
  Probe,
  type QueueOfferResult,
  QueueSource,
  Range,
  type SignalListener,
  Source,
  Take,
  Throttle,
  Tick,
  WorkerSink,
} from "../../src/systems/pekko/index.ts";
import { type Difference, firstDifference } from "./compare.ts";
import {
  type IslandRow,
  islandOfSink,
  islandsOf,
  type PekkoRecording,
  type RecordedOperator,
  type RecordedSource,
  rowsOf,
  withIslands,
} from "./pekko-recording.ts";

/** Returns the first difference within an island, or null. Rows of different islands may mix in any order. */
export function checkPekkoStream(recording: PekkoRecording): Difference | null {
  const replayed = replayPekkoStream(recording);
  const recorded = withIslands(recording);
  for (let island = 0; island <= islandOfSink(recording); island++) {
    const difference = firstDifference(rowsOf(recorded, island), rowsOf(replayed, island));
    if (difference !== null) {
      const recordedRow = `${difference.recorded} in island ${island}`;
      return { ...difference, recorded: recordedRow };
    }
  }
  return null;
}

/** Runs the graph of `recording`. Returns its rows in the order in which they came. */
export function replayPekkoStream(recording: PekkoRecording): IslandRow[] {
  const loop = new PekkoLoop();
  const rows: IslandRow[] = [];
  const reporterOf = (island: number) => {
    return (what: string, ...values: readonly unknown[]) => {
      rows.push({ island, row: [Math.floor(loop.now), what, ...values] });
    };
  };
  const { operators, sink, inputBuffer } = recording;
  let source = sourceOf(recording.source, loop, reporterOf(0)).via(probe("source", reporterOf(0)));
  const islands = islandsOf(operators);
  for (const [place, operator] of operators.entries()) {
    source = withOperator(source, operator, loop, reporterOf(islands[place] ?? 0));
  }
  const report = reporterOf(islandOfSink(recording));
  const reportsLastDone = hasDoneAfterComplete(recording);
  let isComplete = false;
  const worker = new WorkerSink<number>(() => sink.workMs, {
    began: (v) => report("next", v),
    done: (v) => {
      if (!isComplete || reportsLastDone) report("done", v);
    },
    completed: () => {
      isComplete = true;
      report("complete");
    },
    failed: (cause) => report("error", cause.name),
  });
  source.via(probe("sink", report)).to(worker).run(loop, inputBuffer);
  loop.runUntil(recording.until);
  if (loop.end?.reason === "failed") throw loop.end.failure;
  return rows;
}

type Report = (what: string, ...values: readonly unknown[]) => void;

function sourceOf(source: RecordedSource, loop: PekkoLoop, report: Report): Source<number> {
  switch (source.kind) {
    case "range":
      return Source.of(new Range(0, source.count - 1));
    case "tick": {
      let made = 0;
      return Source.of(new Tick(source.period, source.period, () => made++)).via(
        new Take<number>(source.count),
      );
    }
    case "queue": {
      const queue = new BoundedSourceQueue<number>(source.size);
      offerAt(source.at, loop, (v, isLast) => {
        report("offer", v, ...answerOf(queue.offer(v)));
        if (isLast && !queue.isCompleted) queue.complete();
      });
      return Source.of(queue);
    }
    case "offers": {
      const queue = new QueueSource<number>(source.size, source.strategy);
      offerAt(source.at, loop, (v, isLast) => {
        queue.offer(v, {
          answered: (result) => report("offer", v, ...answerOf(result)),
          refused: (cause) => report("offer", v, `Refused ${cause.name}`),
        });
        if (isLast) queue.complete();
      });
      return Source.of(queue);
    }
    default:
      throw new Error(`unknown source ${JSON.stringify(source satisfies never)}`);
  }
}

function offerAt(
  times: readonly number[],
  loop: PekkoLoop,
  offer: (v: number, isLast: boolean) => void,
): void {
  for (const [v, timeMs] of times.entries()) {
    loop.at(timeMs, () => offer(v, v === times.length - 1));
  }
}

function answerOf(result: QueueOfferResult): [string] {
  return result.kind === "Failure" ? [`Failure ${result.cause.name}`] : [result.kind];
}

function withOperator(
  source: Source<number>,
  operator: RecordedOperator,
  loop: PekkoLoop,
  report: Report,
): Source<number> {
  switch (operator.name) {
    case "async":
      return source.async();
    case "buffer":
      return source.via(new Buffer<number>(operator.size, operator.strategy));
    case "conflate":
      return source.via(conflate<number>((_older, newer) => newer));
    case "batch": {
      const keepNewest = { seed: (v: number) => v, aggregate: (_older: number, v: number) => v };
      return source.via(new Batch(operator.max, keepNewest));
    }
    case "throttle": {
      const { elements, perMs, burst, enforce } = operator;
      const mode = enforce ? "enforcing" : "shaping";
      return source.via(new Throttle<number>({ elements, perMs, maximumBurst: burst, mode }));
    }
    case "mapAsync": {
      const work = (v: number, complete: (v: number) => void) => {
        report("start", v);
        loop.after(operator.ms, () => {
          report("end", v);
          complete(v);
        });
      };
      return source.via(mapAsync(operator.parallelism, work));
    }
    default:
      throw new Error(`unknown operator ${JSON.stringify(operator satisfies never)}`);
  }
}

function probe(where: string, report: Report): Probe<number> {
  const listener: SignalListener<number> = {
    pulled: () => report(`${where}.pull`),
    pushed: (v) => report(`${where}.push`, v),
    finished: () => report(`${where}.finish`),
    failed: (cause) => report(`${where}.fail`, cause.name),
  };
  return new Probe(listener);
}

/**
 * Whether the end of work that was under way when the stream completed was recorded. A sink whose timer ends with its
 * stage does not report it, and the public recordings were made with such a sink.
 */
function hasDoneAfterComplete({ trace }: PekkoRecording): boolean {
  const completed = trace.findIndex(([, what]) => what === "complete");
  return completed >= 0 && trace.slice(completed).some(([, what]) => what === "done");
}
