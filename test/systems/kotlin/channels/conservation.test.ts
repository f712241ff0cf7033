/** No element is lost unreported or received twice, whatever producers, consumers and cancellations do. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REFUSED } from "../../../../src/systems/index.ts";
import {
  CancellationException,
  type Channel,
  CLOSED,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  EMPTY,
  type Job,
  type Sim,
  type Steps,
  withTimeoutOrNull,
} from "../../../../src/systems/kotlin/index.ts";
import { type Recorder, Trace } from "../../../../src/trace/index.ts";
import { CHANNEL_KINDS, channelOf } from "../../../support/channel-kinds.ts";
import { ElementLedger } from "../../../support/element-ledger.ts";
import { loggedSim } from "../../../support/logged-sim.ts";
import { rounds } from "../../../support/rounds.ts";

const ms = fc.integer({ min: 0, max: 3 });
const producerStep = fc.oneof(
  fc.record({ do: fc.constant("send" as const) }),
  fc.record({ do: fc.constant("send" as const) }),
  fc.record({ do: fc.constant("trySend" as const) }),
  fc.record({ do: fc.constant("sendTimeout" as const), ms }),
  fc.record({ do: fc.constant("delay" as const), ms }),
);
const consumerStep = fc.oneof(
  fc.record({ do: fc.constant("receive" as const) }),
  fc.record({ do: fc.constant("receiveCatching" as const) }),
  fc.record({ do: fc.constant("tryReceive" as const) }),
  fc.record({ do: fc.constant("receiveTimeout" as const), ms }),
  fc.record({ do: fc.constant("iterate" as const), ms }),
  fc.record({ do: fc.constant("delay" as const), ms }),
);
const disturbance = fc.record({
  at: fc.integer({ min: 0, max: 12 }),
  do: fc.oneof(
    { weight: 6, arbitrary: fc.constant("cancelJob" as const) },
    { weight: 1, arbitrary: fc.constant("close" as const) },
    { weight: 1, arbitrary: fc.constant("cancel" as const) },
  ),
  target: fc.nat(),
});
const program = fc.record({
  producers: fc.array(fc.array(producerStep, { maxLength: 25 }), { minLength: 1, maxLength: 3 }),
  consumers: fc.array(fc.array(consumerStep, { maxLength: 20 }), { minLength: 1, maxLength: 3 }),
  disturbances: fc.array(disturbance, { maxLength: 5 }),
});

type Program = typeof program extends fc.Arbitrary<infer P> ? P : never;

interface Records {
  readonly received: number[];
  /** Elements that `trySend` accepted and the channel was free to drop silently. */
  readonly tried: Set<number>;
}

function launchProgram(sim: Sim, channel: Channel<number>, plan: Program): Records {
  const records: Records = { received: [], tried: new Set() };
  const jobs: Job[] = [];
  let elements = 0;
  for (const steps of plan.producers) {
    jobs.push(
      sim.launch(function* (self) {
        for (const step of steps) {
          if (step.do === "delay") yield* sim.delay(step.ms);
          else yield* unlessClosed(self, () => produce(self, step));
        }
      }),
    );
  }
  for (const steps of plan.consumers) {
    jobs.push(
      sim.launch(function* (self) {
        for (const step of steps) yield* unlessClosed(self, () => consume(step));
      }),
    );
  }
  for (const { at, do: what, target } of plan.disturbances) {
    sim.launch(function* () {
      yield* sim.delay(at);
      if (what === "close") channel.close();
      else if (what === "cancel") channel.cancel();
      else jobs[target % jobs.length]?.cancel();
    });
  }
  return records;

  function* produce(self: Job, step: { do: string; ms?: number }): Steps<void> {
    const element = elements++;
    if (step.do === "sendTimeout" && !((step.ms ?? 0) > 0)) return;
    sim.recorder?.made(0, self.id, element);
    if (step.do === "send") {
      yield* channel.send(element);
    } else if (step.do === "trySend") {
      records.tried.add(element);
      if (channel.trySend(element) !== "success") {
        sim.recorder?.lost(0, self.id, element, REFUSED);
      }
    } else {
      yield* withTimeoutOrNull(sim, step.ms ?? 0, function* () {
        yield* channel.send(element);
      });
    }
  }

  function* consume(step: { do: string; ms?: number }): Steps<void> {
    const note = (element: number | typeof CLOSED | typeof EMPTY) => {
      if (element !== CLOSED && element !== EMPTY) records.received.push(element);
    };
    switch (step.do) {
      case "receive":
        return note(yield* channel.receive());
      case "receiveCatching":
        return note(yield* channel.receiveCatching());
      case "tryReceive":
        return note(channel.tryReceive());
      case "receiveTimeout":
        yield* withTimeoutOrNull(sim, step.ms ?? 0, function* () {
          note(yield* channel.receive());
        });
        return;
      case "iterate": {
        const iterator = channel.iterator();
        for (let i = 0; i < 3 && (yield* iterator.hasNext()); i++) note(iterator.take());
        return;
      }
      default:
        yield* sim.delay(step.ms ?? 0);
    }
  }
}

/** A closed channel ends the step, not the coroutine; the coroutine's own cancellation ends it. */
function* unlessClosed(self: Job, step: () => Steps<void>): Steps<void> {
  try {
    yield* step();
  } catch (error) {
    if (self.isCancelled && error instanceof CancellationException) throw error;
    const closed =
      error instanceof ClosedSendChannelException ||
      error instanceof ClosedReceiveChannelException ||
      error instanceof CancellationException;
    if (!closed) throw error;
  }
}

describe.each(CHANNEL_KINDS)("over a channel ($name)", (kind) => {
  test("every element is in one place at every instant, and none overtakes another", () => {
    fc.assert(
      fc.property(program, (plan) => {
        const trace = new Trace();
        const { sim } = loggedSim({ trace });
        const undelivered: number[] = [];
        const channel = channelOf(sim, kind, (element) => undelivered.push(element));
        const records = launchProgram(sim, channel, plan);
        const ledger = new ElementLedger(sim.recorder as Recorder);
        while (sim.step()) {
          ledger.readOn();
          const { counts, produced } = ledger;
          const placed = Object.values(counts).reduce((sum, count) => sum + count, 0);
          expect(placed).toBe(produced);
          expect(counts["in hand"]).toBe(0);
          expect(counts.buffered).toBe(channel.size);
          expect(counts.suspended === 0 || channel.size === kind.holds).toBe(true);
        }
        expect(ledger.maxBuffered).toBeLessThanOrEqual(kind.holds);
        expect(ledger.counts["handed over"]).toBe(0);
        expect(new Set(records.received).size).toBe(records.received.length);
        expect(records.received).toHaveLength(ledger.counts.received);
        const gone = new Set(ledger.left);
        expect(ledger.left).toEqual(ledger.offered.filter((element) => gone.has(element)));
        const dropped = [...ledger.places].filter(([, place]) => place === "dropped");
        const reported = dropped.map(([element]) => element).filter((e) => !isSilent(e));
        expect([...undelivered].sort((a, b) => a - b)).toEqual(reported.sort((a, b) => a - b));

        /** Refused or dropped by a `trySend`, and so never reported as undelivered. */
        function isSilent(element: number): boolean {
          return records.tried.has(element) && !ledger.accepted.has(element);
        }
      }),
      { numRuns: rounds(80) },
    );
  });
});
