/**
 * Runs a case of node-streams.json (see golden/README.md, "Node and Web streams") on the streams of the Node that
 * runs the tests, with a clock of its own in place of timers, and returns the rows that a recording has.
 */
import { pipeline, Readable, Transform, Writable } from "node:stream";
import {
  CountQueuingStrategy,
  ReadableStream,
  TransformStream,
  type TransformStreamDefaultController,
  WritableStream,
} from "node:stream/web";
import type { SinkSpec, SourceSpec, StreamCase, StreamRow, TransformSpec } from "./node-streams.ts";

/** Writes the rows of one stage of the chain. */
type Say = (what: string, ...values: unknown[]) => void;

interface Timer {
  readonly time: number;
  readonly run: () => void;
}

/** Timers fire one at a time, each in a promise job, when no tick, promise job and immediate is left. */
class Clock {
  now = 0;
  private readonly timers: Timer[] = [];
  private immediates = 0;

  at(time: number, run: () => void): void {
    const later = this.timers.findIndex((timer) => timer.time > time);
    this.timers.splice(later < 0 ? this.timers.length : later, 0, { time, run });
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + ms, run);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  immediate(run: () => void): void {
    this.immediates++;
    setImmediate(() => {
      this.immediates--;
      run();
    });
  }

  async runUntil(time: number): Promise<void> {
    for (;;) {
      do await new Promise(setImmediate);
      while (this.immediates > 0);
      const timer = this.timers[0];
      if (timer === undefined || timer.time > time) return;
      this.timers.shift();
      this.now = timer.time;
      timer.run();
    }
  }
}

/** Runs the case up to and including `until`. `recorded.trace` is not looked at. */
export async function recordStreams(recorded: StreamCase): Promise<StreamRow[]> {
  const clock = new Clock();
  const rows: StreamRow[] = [];
  const stage =
    (index: number): Say =>
    (what, ...values) => {
      rows.push([clock.now, index, what, ...values]);
    };
  clock.immediate(() => start(clock, recorded, stage));
  await clock.runUntil(recorded.until);
  return rows;
}

function start(clock: Clock, recorded: StreamCase, stage: (index: number) => Say): void {
  switch (recorded.shape) {
    case "write":
      startWriting(clock, recorded, stage(1));
      break;
    case "pipe":
      startPipe(clock, recorded, stage);
      break;
    case "iterate":
      void iterate(clock, recorded, stage);
      break;
    case "web-write":
      void writeToWeb(clock, recorded, stage(1));
      break;
    case "web-pipe":
      void pipeToWeb(clock, recorded, stage);
      break;
  }
}

type CaseOf<Shape extends string> = StreamCase & { readonly shape: Shape };

function startWriting(clock: Clock, { producer, writable }: CaseOf<"write">, say: Say): void {
  const { count, everyMs, heeds } = producer;
  const sink = sinkOf(clock, writable, say);
  let element = 0;
  const later = (): void => {
    if (everyMs > 0) clock.after(everyMs, step);
    else clock.immediate(step);
  };
  const step = (): void => {
    if (element === count) sink.end();
    else if (sink.write(element++) || heeds === "nothing") later();
    else sink.once("drain", later);
  };
  step();
}

function startPipe(clock: Clock, recorded: CaseOf<"pipe">, stage: (index: number) => Say): void {
  const say = stage(0);
  const source = sourceOf(clock, recorded.readable, say);
  source.on("pause", () => say("pause"));
  source.on("resume", () => say("resume"));
  const transforms = recorded.transforms.map((spec, index) => {
    return transformOf(clock, spec, stage(index + 1));
  });
  const last = transforms.length + 1;
  const sink = sinkOf(clock, recorded.writable, stage(last));
  if (recorded.with === "pipeline") {
    pipeline([source, ...transforms, sink], () => stage(last + 1)("completed"));
    return;
  }
  let from: Readable = source;
  for (const transform of transforms) from = from.pipe(transform);
  from.pipe(sink);
}

async function iterate(
  clock: Clock,
  { readable, workMs, take }: CaseOf<"iterate">,
  stage: (index: number) => Say,
): Promise<void> {
  const say = stage(1);
  let count = 0;
  for await (const element of sourceOf(clock, readable, stage(0))) {
    say("work", element);
    if (workMs > 0) await clock.sleep(workMs);
    say("done", element);
    if (++count === take) break;
  }
  say("completed");
}

function sourceOf(clock: Clock, spec: SourceSpec, say: Say): Readable {
  const { highWaterMark, produceMs = 0, count = 0, at } = spec;
  let next = 0;
  const push = (element: number): void => {
    const answer = source.push(element);
    say("push", element, answer, source.readableLength);
  };
  const read = (): void => {
    say("read");
    if (at !== undefined) return;
    const element = next++;
    if (element === count) source.push(null);
    else if (produceMs > 0) clock.after(produceMs, () => push(element));
    else push(element);
  };
  const source = new Readable({ objectMode: true, highWaterMark, read });
  source.on("end", () => say("end"));
  for (const [element, time] of (at ?? []).entries()) {
    clock.at(time, () => {
      push(element);
      if (element + 1 === at?.length) source.push(null);
    });
  }
  return source;
}

function transformOf(clock: Clock, spec: TransformSpec, say: Say): Transform {
  const { readableHighWaterMark, writableHighWaterMark, workMs } = spec;
  const transform = new Transform({
    objectMode: true,
    readableHighWaterMark,
    writableHighWaterMark,
    transform: (element, _encoding, callback) => {
      work(clock, element, workMs, say, () => callback(null, element));
    },
  });
  transform.on("drain", () => say("drain"));
  sayWrites(transform, say, () => [transform.readableLength]);
  return transform;
}

function sinkOf(clock: Clock, { highWaterMark, workMs }: SinkSpec, say: Say): Writable {
  const sink = new Writable({
    objectMode: true,
    highWaterMark,
    write: (element, _encoding, callback) => work(clock, element, workMs, say, callback),
  });
  sink.on("drain", () => say("drain"));
  sink.on("finish", () => say("finish"));
  sayWrites(sink, say, () => []);
  return sink;
}

function work(clock: Clock, element: number, ms: number, say: Say, callback: () => void): void {
  const finish = (): void => {
    say("done", element);
    callback();
  };
  say("work", element);
  if (ms > 0) clock.after(ms, finish);
  else finish();
}

/** A row for each call of `write`, after it has returned. */
function sayWrites(stream: Writable, say: Say, more: () => number[]): void {
  const write = stream.write.bind(stream) as (chunk: unknown) => boolean;
  stream.write = (element: unknown) => {
    const answer = write(element);
    say("write", element, answer, stream.writableLength, ...more());
    return answer;
  };
}

async function writeToWeb(clock: Clock, recorded: CaseOf<"web-write">, say: Say): Promise<void> {
  const { count, everyMs, heeds } = recorded.producer;
  const writer = webSinkOf(clock, recorded.writable, say).getWriter();
  for (let element = 0; element < count; element++) {
    if (heeds === "ready") await writer.ready;
    void writer.write(element);
    say("write", element, writer.desiredSize);
    if (everyMs > 0) await clock.sleep(everyMs);
  }
  await writer.close();
  say("completed");
}

async function pipeToWeb(
  clock: Clock,
  recorded: CaseOf<"web-pipe">,
  stage: (index: number) => Say,
): Promise<void> {
  let from = webSourceOf(clock, recorded.readable, stage(0));
  const transforms = recorded.transforms.map((spec, index) => {
    const transform = webWork(clock, spec.workMs, stage(index + 1));
    return new TransformStream<number, number>({ transform }, ...strategiesOf(spec));
  });
  const last = transforms.length + 1;
  const sink = webSinkOf(clock, recorded.writable, stage(last));
  for (const transform of transforms) from = from.pipeThrough(transform);
  await from.pipeTo(sink);
  stage(last)("completed");
}

function webSourceOf(clock: Clock, spec: SourceSpec, say: Say): ReadableStream<number> {
  const { produceMs = 0, count = 0 } = spec;
  let next = 0;
  return new ReadableStream<number>(
    {
      pull: (controller) => {
        say("pull");
        if (next === count) {
          controller.close();
          say("close");
          return;
        }
        const element = next++;
        const give = (): void => {
          controller.enqueue(element);
          say("enqueue", element, controller.desiredSize);
        };
        if (produceMs === 0) {
          give();
          return;
        }
        return new Promise((resolve) => {
          clock.after(produceMs, () => {
            give();
            resolve();
          });
        });
      },
    },
    new CountQueuingStrategy(spec),
  );
}

function strategiesOf(spec: TransformSpec): [CountQueuingStrategy, CountQueuingStrategy] {
  return [
    new CountQueuingStrategy({ highWaterMark: spec.writableHighWaterMark }),
    new CountQueuingStrategy({ highWaterMark: spec.readableHighWaterMark }),
  ];
}

function webSinkOf(clock: Clock, spec: SinkSpec, say: Say): WritableStream<number> {
  const run = webWork(clock, spec.workMs, say);
  return new WritableStream<number>(
    { write: (element) => run(element), close: () => say("closed") },
    new CountQueuingStrategy(spec),
  );
}

function webWork(
  clock: Clock,
  ms: number,
  say: Say,
): (element: number, controller?: TransformStreamDefaultController<number>) => Promise<void> {
  return async (element, controller) => {
    say("work", element);
    if (ms > 0) await clock.sleep(ms);
    controller?.enqueue(element);
    say("done", element);
  };
}
