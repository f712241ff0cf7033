/** The workers of a program: at any time as many as the setting says. */

import type { ReceiveChannel } from "../channels/index.ts";
import type { Job, Steps } from "../coroutines/index.ts";
import type { Program } from "../program.ts";

interface Worker {
  readonly job: Job;
  /** Whether it has an element in hand. A busy worker that is to end does so after that element. */
  busy: boolean;
}

/**
 * Launches as many workers as the settings want, now and whenever the number changes. Each takes from the channel and
 * does `work` on what it took, until the channel is closed or fewer workers are wanted.
 */
export function launchWorkers<T>(
  program: Program<{ readonly workers: number }>,
  channel: ReceiveChannel<T>,
  work: (taken: T, index: number) => Steps<void>,
): void {
  const workers: (Worker | undefined)[] = [];
  const matchWorkers = () => {
    const wanted = program.values.workers;
    for (let index = 0; index < Math.max(wanted, workers.length); index++) {
      const worker = workers[index];
      if (index >= wanted && worker !== undefined && !worker.busy) worker.job.cancel();
      if (index < wanted && worker?.job.isActive !== true) workers[index] = launch(index);
    }
  };
  const launch = (index: number): Worker => {
    const job = program.launch("worker", index, function* () {
      const elements = channel.iterator();
      while (index < program.values.workers && (yield* elements.hasNext())) {
        worker.busy = true;
        yield* work(elements.take(), index);
        worker.busy = false;
      }
    });
    const worker: Worker = { job, busy: false };
    return worker;
  };
  program.onValuesChanged(matchWorkers);
  matchWorkers();
}
