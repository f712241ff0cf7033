/**
 * Runs a case of node-streams.json (see golden/README.md, "Node and Web streams") on the streams of the Node that runs
 * the tests, with a virtual clock in place of timers, and returns its rows in the form of a recording.
 */
import { pipeline, Readable, Transform, Writable } from "node:stream";
import { pipeToWeb, writeToWeb } from "./real-web-streams.ts";
import { Clock } from "./stand-in-clock.ts";
import type {
  CaseOf,
  Say,
  SinkSpec,
  SourceSpec,
  Stage,
  StreamCase,
  StreamRow,
  TransformSpec,
} from "./stream-case.ts";
import { sayWrites, stagesOf } from "./stream-probes.ts";

/** Runs the case up to and including `until`. `recorded.trace` is ignored. */
export async function recordStreams(recorded: StreamCase): Promise<StreamRow[]> {
  const clock = new Clock();
  const rows: StreamRow[] = [];
  const stage = stagesOf(clock, rows);
  clock.immediate(() => start(clock, recorded, stage));
  await clock.runUntil(recorded.until);
  return rows;
}

function start(clock: Clock, recorded: StreamCase, stage: Stage): void {
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

function startPipe(clock: Clock, recorded: CaseOf<"pipe">, stage: Stage): void {
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
  stage: Stage,
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
