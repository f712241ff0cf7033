/** The part of `real-streams.ts` that runs on Web streams. */
import {
  CountQueuingStrategy,
  ReadableStream,
  TransformStream,
  type TransformStreamDefaultController,
  WritableStream,
} from "node:stream/web";
import type { Clock } from "./stand-in-clock.ts";
import type { CaseOf, Say, SinkSpec, SourceSpec, Stage, TransformSpec } from "./stream-case.ts";

export async function writeToWeb(
  clock: Clock,
  recorded: CaseOf<"web-write">,
  say: Say,
): Promise<void> {
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

export async function pipeToWeb(
  clock: Clock,
  recorded: CaseOf<"web-pipe">,
  stage: Stage,
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
