/** Replays a recorded run of Web streams: the part of `node-streams.ts` that uses `systems/web`. */
import type { NodeLoop } from "../../src/systems/node/index.ts";
import {
  pipeTo,
  promiseCallback,
  type ReadableController,
  ReadableStream,
  TransformStream,
  timedPull,
  timedWork,
  WritableStream,
  writeAll,
} from "../../src/systems/web/index.ts";
import type { CaseOf, Say, SinkSpec, SourceSpec, Stage } from "./stream-case.ts";
import { IGNORED_CONNECTION, worker } from "./stream-probes.ts";

export function startWebWrite(loop: NodeLoop, recorded: CaseOf<"web-write">, say: Say): void {
  const writer = webSink(loop, recorded.writable, say).getWriter();
  const write = writer.write.bind(writer);
  writer.write = (chunk) => {
    const request = write(chunk);
    say("write", chunk, writer.desiredSize);
    return request;
  };
  writeAll(writer, recorded.producer).react(() => say("completed"));
}

export function startPipeTo(loop: NodeLoop, recorded: CaseOf<"web-pipe">, stage: Stage): void {
  const readable = webSource(loop, recorded.readable, stage(0));
  const transforms = recorded.transforms.map((spec, index) => {
    const { writableHighWaterMark, readableHighWaterMark, workMs } = spec;
    const work = timedWork<number>(loop, workMs, worker(stage(index + 1)));
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

/** Wraps `controller` so that each call writes a row after it has returned. */
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
    write: promiseCallback(loop, timedWork<number>(loop, workMs, worker(say))),
    close: promiseCallback(loop, () => {
      say("closed");
      return null;
    }),
  });
}
