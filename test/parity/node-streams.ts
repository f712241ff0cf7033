/**
 * Replays a recorded run of Node.js or Web streams (see golden/README.md, "Node and Web streams") with the
 * streams of `src/systems` and returns the rows that the recording has: [time, stage, what, ...values].
 */
import type { Readable as NodeReadable } from "../../src/systems/node/index.ts";
import {
  forAwait,
  NodeLoop,
  pipe,
  pipeline,
  scheduledSource,
  Transform,
  timedSource,
  timedWork,
  Writable,
  type WriteProducer,
  writeAll,
} from "../../src/systems/node/index.ts";
import {
  pipeTo,
  promiseCallback,
  type ReadableController,
  ReadableStream,
  TransformStream,
  timedWork as timedPromise,
  timedPull,
  type WriteProducer as WebProducer,
  WritableStream,
  writeAll as writeWhenReady,
} from "../../src/systems/web/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";

export interface SourceSpec {
  readonly highWaterMark: number;
  readonly produceMs?: number;
  readonly count?: number;
  readonly at?: readonly number[];
}

export interface SinkSpec {
  readonly highWaterMark: number;
  readonly workMs: number;
}

export interface TransformSpec {
  readonly readableHighWaterMark: number;
  readonly writableHighWaterMark: number;
  readonly workMs: number;
}

type Shape =
  | { readonly shape: "write"; readonly producer: WriteProducer; readonly writable: SinkSpec }
  | {
      readonly shape: "pipe";
      readonly with: "pipe" | "pipeline";
      readonly readable: SourceSpec;
      readonly transforms: readonly TransformSpec[];
      readonly writable: SinkSpec;
    }
  | {
      readonly shape: "iterate";
      readonly readable: SourceSpec;
      readonly workMs: number;
      readonly take: number;
    }
  | { readonly shape: "web-write"; readonly producer: WebProducer; readonly writable: SinkSpec }
  | {
      readonly shape: "web-pipe";
      readonly readable: SourceSpec;
      readonly transforms: readonly TransformSpec[];
      readonly writable: SinkSpec;
    };

export type StreamRow = readonly [time: number, stage: number, what: string, ...values: unknown[]];

export type StreamCase = Shape & {
  readonly id: string;
  readonly system: "node" | "web";
  readonly until: number;
  readonly trace: readonly StreamRow[];
};

/** Writes the rows of one stage of the chain. */
type Say = (what: string, ...values: unknown[]) => void;

/** Runs the case up to and including `until`. Throws on a shape it doesn't know, and if the run fails. */
export function replayStreams(recorded: StreamCase): StreamRow[] {
  const loop = new NodeLoop();
  const rows: StreamRow[] = [];
  const stage =
    (index: number): Say =>
    (what, ...values) => {
      rows.push([loop.now, index, what, ...values]);
    };
  loop.immediate(() => start(loop, recorded, stage));
  loop.runUntil(recorded.until);
  if (loop.end?.reason === "failed") throw loop.end.failure;
  return rows;
}

function start(loop: NodeLoop, recorded: StreamCase, stage: (index: number) => Say): void {
  switch (recorded.shape) {
    case "write":
      writeAll(loop, sink(loop, recorded.writable, stage(1)), recorded.producer);
      break;
    case "pipe":
      startPipe(loop, recorded, stage);
      break;
    case "iterate": {
      const { workMs, take } = recorded;
      const readable = source(loop, recorded.readable, stage(0));
      const end = forAwait(readable, { workMs, take, station: worker(stage(1)) });
      end.react(() => stage(1)("completed"));
      break;
    }
    case "web-write": {
      const writer = webSink(loop, recorded.writable, stage(1)).getWriter();
      const write = writer.write.bind(writer);
      writer.write = (chunk) => {
        const request = write(chunk);
        stage(1)("write", chunk, writer.desiredSize);
        return request;
      };
      writeWhenReady(writer, recorded.producer).react(() => stage(1)("completed"));
      break;
    }
    case "web-pipe":
      startPipeTo(loop, recorded, stage);
      break;
    default:
      throw new Error(`unknown shape ${(recorded as { shape: unknown }).shape}`);
  }
}

function startPipe(
  loop: NodeLoop,
  recorded: StreamCase & { readonly shape: "pipe" },
  stage: (index: number) => Say,
): void {
  const readable = source(loop, recorded.readable, stage(0));
  const transforms = recorded.transforms.map((spec, index) => {
    return transform(loop, spec, stage(index + 1));
  });
  const last = transforms.length + 1;
  const writable = sink(loop, recorded.writable, stage(last));
  if (recorded.with === "pipeline") {
    pipeline(loop, readable, transforms, writable, () => stage(last + 1)("completed"));
    return;
  }
  let from = readable;
  for (const each of transforms) {
    pipe(from, each.writable);
    from = each.readable;
  }
  pipe(from, writable);
}

function startPipeTo(
  loop: NodeLoop,
  recorded: StreamCase & { readonly shape: "web-pipe" },
  stage: (index: number) => Say,
): void {
  const readable = webSource(loop, recorded.readable, stage(0));
  const transforms = recorded.transforms.map((spec, index) => {
    const { writableHighWaterMark, readableHighWaterMark, workMs } = spec;
    const work = timedPromise<number>(loop, workMs, worker(stage(index + 1)));
    return new TransformStream<number, number>(loop, {
      writableHighWaterMark,
      readableHighWaterMark,
      transform: promiseCallback(loop, work),
    });
  });
  const last = transforms.length + 1;
  const writable = webSink(loop, recorded.writable, stage(last));
  let from = readable;
  for (const each of transforms) {
    pipeTo(from, each.writable);
    from = each.readable;
  }
  pipeTo(from, writable).react(() => stage(last)("completed"));
}

function webSource(
  loop: NodeLoop,
  { highWaterMark, produceMs = 0, count = 0 }: SourceSpec,
  say: Say,
): ReadableStream<number> {
  const pull = timedPull(loop, { produceMs, count });
  return new ReadableStream<number>(loop, {
    highWaterMark,
    pull: promiseCallback(loop, (controller) => pull(sayingController(controller, say))),
    upstream: { ...IGNORED_CONNECTION, requested: () => say("pull") },
  });
}

/** A row for each call, after it has returned. */
function sayingController(
  controller: ReadableController<number>,
  say: Say,
): ReadableController<number> {
  return {
    get desiredSize() {
      return controller.desiredSize;
    },
    enqueue: (chunk) => {
      controller.enqueue(chunk);
      say("enqueue", chunk, controller.desiredSize);
    },
    close: () => {
      controller.close();
      say("close");
    },
  };
}

function webSink(loop: NodeLoop, spec: SinkSpec, say: Say): WritableStream<number> {
  const { highWaterMark, workMs } = spec;
  return new WritableStream<number>(loop, {
    highWaterMark,
    write: promiseCallback(loop, timedPromise<number>(loop, workMs, worker(say))),
    close: promiseCallback(loop, () => {
      say("closed");
      return null;
    }),
  });
}

function source(loop: NodeLoop, spec: SourceSpec, say: Say): NodeReadable<number> {
  const { at, highWaterMark, produceMs = 0, count = 0 } = spec;
  const options = {
    highWaterMark,
    upstream: { ...IGNORED_CONNECTION, requested: () => say("read") },
    downstream: { ...IGNORED_CONNECTION, signalled: say },
  };
  const readable =
    at === undefined
      ? timedSource(loop, { ...options, produceMs, count })
      : scheduledSource(loop, { ...options, at });
  readable.on("end", () => say("end"));
  const push = readable.push.bind(readable);
  readable.push = (chunk) => {
    const answer = push(chunk);
    if (chunk !== null) say("push", chunk, answer, readable.readableLength);
    return answer;
  };
  return readable;
}

function transform(
  loop: NodeLoop,
  { writableHighWaterMark, readableHighWaterMark, workMs }: TransformSpec,
  say: Say,
): Transform<number, number> {
  const each = new Transform<number, number>(loop, {
    writableHighWaterMark,
    readableHighWaterMark,
    transform: timedWork(loop, workMs, worker(say)),
    upstream: drained(say),
  });
  sayWrites(each.writable, say, () => [each.readable.readableLength]);
  return each;
}

function sink(loop: NodeLoop, { highWaterMark, workMs }: SinkSpec, say: Say): Writable<number> {
  const writable = new Writable<number>(loop, {
    highWaterMark,
    write: timedWork(loop, workMs, worker(say)),
    upstream: drained(say),
  });
  writable.on("finish", () => say("finish"));
  sayWrites(writable, say, () => []);
  return writable;
}

/** A row for each call of `write`, after it has returned. */
function sayWrites(writable: Writable<number>, say: Say, more: () => number[]): void {
  const write = writable.write.bind(writable);
  writable.write = (chunk) => {
    const answer = write(chunk);
    say("write", chunk, answer, writable.writableLength, ...more());
    return answer;
  };
}

const IGNORED_CONNECTION: ConnectionLog = { requested: () => {}, signalled: () => {} };

function drained(say: Say): ConnectionLog {
  return { ...IGNORED_CONNECTION, signalled: (signal) => signal === "drain" && say("drain") };
}

const IGNORED_STATION: StationLog = {
  made: () => {},
  entered: () => {},
  left: () => {},
  passed: () => {},
  merged: () => {},
  lost: () => {},
  began: () => {},
  done: () => {},
};

function worker(say: Say): StationLog {
  return {
    ...IGNORED_STATION,
    began: (element) => say("work", element),
    done: (element) => say("done", element),
  };
}
