import type { StationLog } from "../../trace/index.ts";
import { type AsyncSteps, awaited, runAsync, sleep, type VirtualPromise } from "../node/index.ts";
import type { WritableStreamWriter } from "./writable-stream.ts";

export interface WriteProducer {
  /** How many elements it writes. */
  readonly count: number;
  /** The time from one write to the next, in ms; 0: no pause at all. */
  readonly everyMs: number;
  /** Whether it awaits `writer.ready` before each write. */
  readonly heeds: "ready" | "nothing";
  readonly source?: StationLog | null;
}

/** Writes 0, 1, 2, ..., then closes the stream. The promise is fulfilled when the stream is closed. */
export function writeAll(
  writer: WritableStreamWriter<number>,
  { count, everyMs, heeds, source = null }: WriteProducer,
): VirtualPromise<void> {
  const { loop } = writer.stream;
  function* body(): AsyncSteps<void> {
    for (let element = 0; element < count; element++) {
      if (heeds === "ready") yield* awaited(writer.ready);
      source?.made(element);
      writer.write(element);
      if (everyMs > 0) yield* awaited(sleep(loop, everyMs));
    }
    yield* awaited(writer.close());
  }
  return runAsync(loop, body());
}
