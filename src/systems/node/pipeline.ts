import type { NodeLoop } from "./node-loop.ts";
import { pipe } from "./pipe.ts";
import type { Readable } from "./readable.ts";
import type { Transform } from "./transform.ts";
import type { Writable } from "./writable.ts";

/**
 * `stream.pipeline(source, ...transforms, sink, callback)` (`internal/streams/pipeline.js`, Node 20.20) of streams that
 * don't fail. It differs from a chain of pipes in two things: a readable is unpiped (and paused) at its 'end', before
 * its destination is ended, and `completed` is called on the tick after everything is over. The source and the sink are
 * over when they are closed, a side of a transform at its 'end' or 'finish'.
 */
export function pipeline<T>(
  loop: NodeLoop,
  source: Readable<T>,
  transforms: readonly Transform<T, T>[],
  sink: Writable<T>,
  completed: () => void,
): void {
  const readables = [source, ...transforms.map(({ readable }) => readable)];
  const writables = [...transforms.map(({ writable }) => writable), sink];
  let open = 2 * writables.length;
  const finish = (): void => {
    open--;
    if (open === 0) loop.nextTick(completed);
  };
  for (const [index, destination] of writables.entries()) {
    const from = readables[index] as Readable<T>;
    pipe(from, destination, false);
    from.once("end", () => destination.end());
    from.once(from === source ? "close" : "end", finish);
    destination.once(destination === sink ? "close" : "finish", finish);
  }
}
