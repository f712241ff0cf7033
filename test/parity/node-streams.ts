/**
 * Replays a recorded run of Node.js or Web streams (see golden/README.md, "Node and Web streams") with the streams of
 * `src/systems` and returns its rows in the form of the recording: [time, stage, what, ...values].
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
  writeAll,
} from "../../src/systems/node/index.ts";
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
import { drained, IGNORED_CONNECTION, sayWrites, stagesOf, worker } from "./stream-probes.ts";
import { startPipeTo, startWebWrite } from "./web-streams.ts";

/** Runs the case up to and including `until`. Throws if its shape is unknown or the run fails. */
export function replayStreams(recorded: StreamCase): StreamRow[] {
  const loop = new NodeLoop();
  const rows: StreamRow[] = [];
  const stage = stagesOf(loop, rows);
  loop.immediate(() => start(loop, recorded, stage));
  loop.runUntil(recorded.until);
  if (loop.end?.reason === "failed") throw loop.end.failure;
  return rows;
}

function start(loop: NodeLoop, recorded: StreamCase, stage: Stage): void {
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
    case "web-write":
      startWebWrite(loop, recorded, stage(1));
      break;
    case "web-pipe":
      startPipeTo(loop, recorded, stage);
      break;
    default:
      throw new Error(`unknown shape ${(recorded as { shape: unknown }).shape}`);
  }
}

function startPipe(loop: NodeLoop, recorded: CaseOf<"pipe">, stage: Stage): void {
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
