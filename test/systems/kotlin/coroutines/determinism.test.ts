import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../../../src/kernel/index.ts";
import {
  Channel,
  coroutineScope,
  Semaphore,
  Sim,
  withTimeoutOrNull,
} from "../../../../src/systems/kotlin/index.ts";
import { Trace } from "../../../../src/trace/index.ts";
import { CHANNEL_KINDS, channelOf } from "../../../support/channel-kinds.ts";
import { rounds } from "../../../support/rounds.ts";
import { traceBytes } from "../../../support/trace-bytes.ts";

const SRC = join(import.meta.dirname, "../../../../src");
const FILES = ["kernel", "trace", "systems/kotlin/coroutines", "systems/kotlin/channels"].flatMap(
  (folder) =>
    readdirSync(join(SRC, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
);

/** Returns the source without its comments, which may contain any words. */
function codeOf(file: string): string {
  return readFileSync(join(SRC, file), "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\/\/.*$/gm, "");
}

describe.each(FILES)("src/%s", (file) => {
  const code = codeOf(file);

  test("uses nothing whose result differs from run to run", () => {
    const forbidden =
      /\b(Date|performance|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|Promise|async|await|crypto|WeakRef|FinalizationRegistry)\b|Math\.random|process\./;
    expect(forbidden.exec(code)?.[0]).toBeUndefined();
  });

  test("has no state outside a simulation: no module-level let or var", () => {
    expect(/^(?:export )?(?:let|var)\b.*/m.exec(code)?.[0]).toBeUndefined();
  });
});

/** A random program, from a seed, that uses everything in the engine. */
function play(seed: number): Trace {
  const trace = new Trace();
  const sim = new Sim({ trace });
  const random = new Random(seed, "program");
  const kind = CHANNEL_KINDS[
    random.nextInt(CHANNEL_KINDS.length)
  ] as (typeof CHANNEL_KINDS)[number];
  const channel: Channel<number> = channelOf(sim, kind);
  const replies = new Channel<number>(sim);
  const semaphore = new Semaphore(sim, 2);
  sim.launch(function* (scope) {
    for (let i = 0; i < 40; i++) {
      if (random.nextInt(3) === 0) channel.trySend(i);
      else yield* withTimeoutOrNull(sim, random.nextExponential(20), () => deliver(i));
      yield* sim.delay(random.nextExponential(3));
      if (i === 20) scope.launch(() => deliver(1000));
    }
    channel.close();
  });
  function* deliver(i: number) {
    yield* channel.send(i);
  }
  const workers = Array.from({ length: 3 }, () =>
    sim.launch(function* () {
      const iterator = channel.iterator();
      while (yield* iterator.hasNext()) {
        yield* semaphore.acquire();
        yield* coroutineScope(sim, function* (scope) {
          scope.launch(function* () {
            yield* sim.delay(random.nextExponential(2));
          });
          yield* sim.delay(random.nextExponential(5));
        });
        semaphore.release();
        yield* replies.send(iterator.take());
      }
    }),
  );
  sim.launch(function* () {
    for (;;) yield* replies.receiveCatching();
  });
  sim.launch(function* () {
    yield* sim.delay(60);
    workers[random.nextInt(3)]?.cancel();
  });
  sim.runUntil(1000);
  return trace;
}

test("the same program gives the same trace to the byte", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const first = play(seed);
      expect(first.length).toBeGreaterThan(40);
      expect(Buffer.compare(traceBytes(first), traceBytes(play(seed)))).toBe(0);
    }),
    { numRuns: rounds(40) },
  );
});

test("another seed gives another trace", () => {
  expect(Buffer.compare(traceBytes(play(1)), traceBytes(play(2)))).not.toBe(0);
});
