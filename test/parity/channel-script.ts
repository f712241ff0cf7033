/**
 * Replays a recorded channel script (see golden/README.md, "Channel scripts") on the engine and returns the outcome of
 * each operation, in order and in the form of the recording.
 */
import {
  BUFFERED,
  type BufferOverflow,
  CancellationException,
  Channel,
  CLOSED,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  CONFLATED,
  EMPTY,
  type Job,
  RENDEZVOUS,
  Semaphore,
  Sim,
  type Steps,
  UNLIMITED,
  withTimeoutOrNull,
} from "../../src/systems/kotlin/index.ts";

export type ScriptOperation = readonly [name: string, ...numbers: number[]];

export type ScriptEntry = readonly [
  timeMs: number,
  who: string,
  operation: number,
  outcome: string | number | boolean,
];

export interface ChannelScript {
  readonly id: string;
  readonly channels: readonly { readonly capacity: string; readonly onBufferOverflow: string }[];
  readonly semaphores: readonly number[];
  readonly coroutines: readonly {
    readonly name: string;
    readonly start: "root" | "launch";
    readonly ops: readonly ScriptOperation[];
  }[];
  readonly until: number;
  readonly trace: readonly ScriptEntry[];
}

const NAMED_CAPACITIES: Readonly<Record<string, number>> = {
  RENDEZVOUS,
  BUFFERED,
  UNLIMITED,
  CONFLATED,
};

/** Runs the script up to and including `until`. Throws on an operation or capacity it doesn't know. */
export function replayChannelScript(script: ChannelScript): ScriptEntry[] {
  const sim = new Sim();
  const entries: ScriptEntry[] = [];
  const channels = script.channels.map(({ capacity, onBufferOverflow }, index) => {
    const size = NAMED_CAPACITIES[capacity] ?? Number(capacity);
    return new Channel<number>(sim, size, onBufferOverflow as BufferOverflow, (value) => {
      entries.push([sim.now, `ch${index}`, value, "undelivered"]);
    });
  });
  const semaphores = script.semaphores.map((permits) => new Semaphore(sim, permits));
  const jobs = new Map<number, Job>();
  const at = <T>(list: readonly T[], index: number | undefined): T => {
    const item = index === undefined ? undefined : list[index];
    if (item === undefined) throw new Error(`nothing at index ${index}`);
    return item;
  };

  function start(scope: Job, k: number): void {
    const { name, ops } = at(script.coroutines, k);
    jobs.set(
      k,
      scope.launch(function* (self) {
        for (const [index, operation] of ops.entries()) {
          const say = (outcome: string | number | boolean) => {
            entries.push([sim.now, name, index, outcome]);
          };
          try {
            yield* perform(self, operation, say);
          } catch (error) {
            if (self.isCancelled && error instanceof CancellationException) {
              say("jobCancelled");
              throw error;
            }
            say(outcomeOf(error));
          }
        }
      }, name),
    );
  }

  function* perform(
    self: Job,
    [name, a = 0, b = 0, c = 0]: ScriptOperation,
    say: (outcome: string | number | boolean) => void,
  ): Steps<void> {
    switch (name) {
      case "delay":
        yield* sim.delay(a);
        return say("ok");
      case "yield":
        yield* sim.yield();
        return say("ok");
      case "send":
        yield* at(channels, a).send(b);
        return say("ok");
      case "trySend": {
        const result = at(channels, a).trySend(b);
        return say(result === "success" ? "ok" : result);
      }
      case "receive":
        return say(yield* at(channels, a).receive());
      case "tryReceive": {
        const result = at(channels, a).tryReceive();
        return say(result === EMPTY ? "empty" : result === CLOSED ? "closed" : result);
      }
      case "forEach": {
        const iterator = at(channels, a).iterator();
        while (yield* iterator.hasNext()) {
          say(iterator.take());
          yield* sim.delay(b);
        }
        return say("end");
      }
      case "sendTimeout": {
        const sent = yield* withTimeoutOrNull(sim, c, function* () {
          yield* at(channels, a).send(b);
          return true;
        });
        return say(sent === null ? "timeout" : "ok");
      }
      case "receiveTimeout": {
        const value = yield* withTimeoutOrNull(sim, b, function* () {
          return yield* at(channels, a).receive();
        });
        return say(value ?? "timeout");
      }
      case "close":
        return say(at(channels, a).close());
      case "cancel":
        at(channels, a).cancel();
        return say("ok");
      case "acquire":
        yield* at(semaphores, a).acquire();
        return say("ok");
      case "tryAcquire":
        return say(at(semaphores, a).tryAcquire());
      case "release":
        at(semaphores, a).release();
        return say("ok");
      case "launch":
        start(self, a);
        return say("ok");
      case "cancelJob":
        jobs.get(a)?.cancel();
        return say("ok");
      case "join": {
        const job = jobs.get(a);
        if (job !== undefined) yield* job.join();
        return say("ok");
      }
      default:
        throw new Error(`unknown operation ${name}`);
    }
  }

  const root = sim.launch(function* (self) {
    for (const [k, { start: startedBy }] of script.coroutines.entries()) {
      if (startedBy === "root") start(self, k);
    }
    yield* [];
  }, "root");
  sim.runUntil(script.until);
  // Exceptions of operations were caught and recorded as outcomes, so this script can't be read.
  if (sim.end?.reason === "failed") throw sim.end.failure;
  entries.push([script.until, "root", -1, root.isCompleted ? "completed" : "active"]);
  return entries;
}

function outcomeOf(error: unknown): string {
  if (error instanceof ClosedSendChannelException) return "closed";
  if (error instanceof ClosedReceiveChannelException) return "closed";
  if (error instanceof CancellationException) return "cancelled";
  if (error instanceof Error && error.message.startsWith("Semaphore:")) return "error";
  throw error;
}
