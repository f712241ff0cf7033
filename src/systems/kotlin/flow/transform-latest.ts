import { BUFFERED, type Channel } from "../channels/index.ts";
import { ChildCancelledException } from "../coroutines/exceptions.ts";
import type { Job } from "../coroutines/job.ts";
import { coroutineScope } from "../coroutines/scope.ts";
import type { Sim } from "../coroutines/sim.ts";
import type { Steps, Suspending } from "../coroutines/steps.ts";
import { ChannelFlow, type FlowBuffer } from "./channel-flow.ts";
import type { Emit, Flow } from "./flow.ts";

/** The code that runs for a value until the next one comes. What it emits is passed downstream. */
export type LatestBlock<T, R> = (value: T, emit: Emit<R>) => Steps<void>;

/**
 * Runs `block` for every value of `upstream`. A newer value cancels the block of the previous one, waits for its
 * end, and then starts its own block at once (Kotlin's `transformLatest`, flow/internal/Merge.kt).
 */
export function transformLatest<T, R>(upstream: Flow<T>, block: LatestBlock<T, R>): Flow<R> {
  return new LatestFlow(upstream, block, {
    capacity: BUFFERED,
    onBufferOverflow: "SUSPEND",
    log: null,
  });
}

class LatestFlow<T, R> extends ChannelFlow<R> {
  private readonly upstream: Flow<T>;
  private readonly block: LatestBlock<T, R>;

  constructor(upstream: Flow<T>, block: LatestBlock<T, R>, buffer: FlowBuffer) {
    super(buffer);
    this.upstream = upstream;
    this.block = block;
  }

  protected collectTo(sim: Sim, channel: Channel<R>): Steps<void> {
    const { upstream, block } = this;
    const emit = (value: R): Suspending<void> => channel.send(value);
    return coroutineScope(sim, (scope) => {
      let previous: Job | null = null;
      return upstream.collect(sim, function* (value) {
        if (previous !== null) {
          previous.cancel(new ChildCancelledException("a newer value has come"));
          yield* previous.join();
        }
        previous = scope.launch(() => block(value, emit), "latest", "undispatched");
      });
    });
  }

  protected with(buffer: FlowBuffer): Flow<R> {
    return new LatestFlow(this.upstream, this.block, buffer);
  }
}
