import { type AsyncSteps, awaited, runAsync, VirtualPromise } from "../node/index.ts";
import type { ReadableStream } from "./readable-stream.ts";
import type { WritableStream } from "./writable-stream.ts";

/**
 * `source.pipeTo(destination)` (WHATWG Streams §4.9.1, `readableStreamPipeTo`, as Node 20.20 runs it, job for job) of
 * streams that don't fail: waits for `ready`, then reads one element and writes it. When the source is closed, it waits
 * for the last write and closes the destination; then the promise is fulfilled.
 */
export function pipeTo<T>(
  source: ReadableStream<T>,
  destination: WritableStream<T>,
): VirtualPromise<void> {
  const { loop } = source;
  const reader = source.getReader();
  const writer = destination.getWriter();
  const completed = new VirtualPromise<void>(loop);
  let currentWrite = VirtualPromise.of<void>(loop, undefined);
  let isShuttingDown = false;

  /** Reads and writes one element. The result is whether there was none, because the source is closed. */
  function* step(): AsyncSteps<boolean | VirtualPromise<boolean>> {
    if (isShuttingDown) return true;
    yield* awaited(writer.ready);
    const isOver = new VirtualPromise<boolean>(loop);
    reader.read({
      chunk: (chunk) => {
        currentWrite = writer.write(chunk);
        isOver.resolve(false);
      },
      close: () => isOver.resolve(true),
    });
    return isOver;
  }

  function* run(): AsyncSteps<void> {
    while (!(yield* awaited(runAsync(loop, step()))));
  }

  function* lastWrite(): AsyncSteps<void> {
    const write = currentWrite;
    yield* awaited(write);
    if (write !== currentWrite) yield* awaited(runAsync(loop, lastWrite()));
  }

  function shutDown(): void {
    isShuttingDown = true;
    runAsync(loop, lastWrite()).react(() => writer.close().react(() => completed.resolve()));
  }

  runAsync(loop, run());
  if (source.closed) shutDown();
  else reader.closed.react(shutDown);
  return completed;
}
