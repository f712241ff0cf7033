import type { StationLog } from "../../../trace/index.ts";
import {
  type BufferOverflow,
  Channel,
  type ChannelRecorder,
  NO_STATION,
} from "../channels/index.ts";
import type { CancellationException } from "../coroutines/exceptions.ts";
import type { Body, CoroutineStart, Job } from "../coroutines/job.ts";
import type { Sim } from "../coroutines/sim.ts";
import type { Steps } from "../coroutines/steps.ts";
import { StationRecorder } from "./station-recorder.ts";

/**
 * The log of the elements that wait in a channel: a station's log, a recorder, or the number of a station, which stands
 * for the run's own recorder. A recorder also learns which coroutines wait to send.
 */
export type ChannelLog = StationLog | ChannelRecorder | number | null;

/** How a producer's channel is made, and how its coroutine begins. */
export interface ProduceOptions {
  readonly capacity: number;
  readonly onBufferOverflow?: BufferOverflow;
  readonly start?: CoroutineStart;
  readonly log?: ChannelLog;
}

/** A coroutine and the channel to which it sends. */
export interface Producer<T> {
  readonly channel: Channel<T>;
  /** Cancels the channel, then the coroutine. */
  cancel(cause?: CancellationException): void;
}

/**
 * Launches a child of `scope` that sends to a new channel. The channel is closed when the coroutine and all its
 * children have ended, with the exception that ended them, if any (Kotlin's `produce`, channels/Produce.kt).
 */
export function produce<T>(
  sim: Sim,
  scope: Job,
  { capacity, onBufferOverflow = "SUSPEND", start = "default", log = null }: ProduceOptions,
  body: (channel: Channel<T>, job: Job) => Steps<void>,
): Producer<T> {
  const channel = new Channel<T>(sim, capacity, onBufferOverflow, null, recorderOf(log));
  const steps: Body<void> = (self) => body(channel, self);
  const job = scope.launch(steps, "producer", start);
  job.onCompletion = (failure) => channel.close(failure);
  return {
    channel,
    cancel(cause) {
      if (job.isCancelled) return;
      channel.cancel(cause);
      job.cancel(cause);
    },
  };
}

function recorderOf(log: ChannelLog): number | ChannelRecorder {
  if (log === null) return NO_STATION;
  return typeof log === "number" || "released" in log ? log : new StationRecorder(log);
}
