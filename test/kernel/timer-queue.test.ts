import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TimerOwner, TimerQueue } from "../../src/kernel/timer-queue.ts";
import { rounds } from "../support/rounds.ts";

interface Owner extends TimerOwner {
  readonly id: number;
}

/** A slow and plain timer queue to compare with: a list sorted by (time, seq). */
class PlainTimers {
  private entries: { time: number; seq: number; owner: Owner }[] = [];

  get size(): number {
    return this.entries.length;
  }

  add(time: number, seq: number, owner: Owner): void {
    this.entries.push({ time, seq, owner });
    this.entries.sort((a, b) => a.time - b.time || a.seq - b.seq);
  }

  cancel(owner: Owner): void {
    this.entries = this.entries.filter((entry) => entry.owner !== owner);
  }

  nextTime(): number {
    return this.entries[0]?.time ?? Number.POSITIVE_INFINITY;
  }

  pop(): Owner {
    return this.entries.shift()?.owner as Owner;
  }
}

type Command =
  | { readonly kind: "add"; readonly time: number }
  | { readonly kind: "cancel"; readonly pick: number }
  | { readonly kind: "pop" };

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("add" as const), time: time() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("cancel" as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ kind: "pop" as const }) },
);

/** Only a few different times, so that ties are common. */
function time(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 100, noNaN: true }));
}

describe("a timer queue", () => {
  test("behaves like a sorted list for any sequence of calls, including cancellations", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 400 }), (commands) => {
        const queue = new TimerQueue<Owner>();
        const plain = new PlainTimers();
        const live: Owner[] = [];
        let seq = 0;
        for (const step of commands) {
          if (step.kind === "add") {
            const owner: Owner = { id: ++seq, timerSeq: 0 };
            queue.add(step.time, seq, owner);
            plain.add(step.time, seq, owner);
            live.push(owner);
          } else if (step.kind === "cancel" && live.length > 0) {
            const [owner] = live.splice(step.pick % live.length, 1) as [Owner];
            queue.cancel(owner);
            plain.cancel(owner);
          } else if (step.kind === "pop" && plain.size > 0) {
            expect(queue.nextTime()).toBe(plain.nextTime());
            const owner = plain.pop();
            expect(queue.pop().id).toBe(owner.id);
            live.splice(live.indexOf(owner), 1);
          }
          expect(queue.size).toBe(plain.size);
          expect(queue.nextTime()).toBe(plain.nextTime());
        }
        while (plain.size > 0) {
          expect(queue.nextTime()).toBe(plain.nextTime());
          expect(queue.pop().id).toBe(plain.pop().id);
        }
        expect(queue.nextTime()).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: rounds(150) },
    );
  });

  test("returns thousands of ties in order of registration", () => {
    const queue = new TimerQueue<Owner>();
    for (let id = 1; id <= 5000; id++) queue.add(7, id, { id, timerSeq: 0 });
    const ids: number[] = [];
    while (queue.nextTime() !== Number.POSITIVE_INFINITY) ids.push(queue.pop().id);
    expect(ids).toEqual(Array.from({ length: 5000 }, (_, i) => i + 1));
  });

  test("lets an owner that was cancelled register again", () => {
    const queue = new TimerQueue<Owner>();
    const owner: Owner = { id: 1, timerSeq: 0 };
    queue.add(5, 1, owner);
    queue.cancel(owner);
    queue.add(9, 2, owner);
    expect([queue.size, queue.nextTime()]).toEqual([1, 9]);
    expect(queue.pop()).toBe(owner);
    expect(queue.nextTime()).toBe(Number.POSITIVE_INFINITY);
  });

  test("takes memory in proportion to its live timers, however many were cancelled", () => {
    const queue = new TimerQueue<Owner>();
    const keeper: Owner = { id: 0, timerSeq: 0 };
    queue.add(1e9, 1, keeper);
    for (let seq = 2; seq < 200_000; seq++) {
      const owner: Owner = { id: seq, timerSeq: 0 };
      queue.add(1000 + seq, seq, owner);
      queue.cancel(owner);
    }
    expect(queue.size).toBe(1);
    // The queue's own arrays hold everything that is left: cancelled owners must not pile up there.
    const slots = Object.values(queue).flatMap((field: unknown) =>
      Array.isArray(field) || ArrayBuffer.isView(field)
        ? [(field as { length: number }).length]
        : [],
    );
    expect(slots.length).toBeGreaterThan(0);
    expect(Math.max(...slots)).toBeLessThanOrEqual(512);
    expect([queue.nextTime(), queue.pop()]).toEqual([1e9, keeper]);
  });

  test("survives the cancellation of most of a large queue in the middle of it", () => {
    const queue = new TimerQueue<Owner>();
    const owners = Array.from({ length: 3000 }, (_, i): Owner => ({ id: i + 1, timerSeq: 0 }));
    for (const owner of owners) queue.add((owner.id * 7919) % 1000, owner.id, owner);
    for (const owner of owners) if (owner.id % 10 !== 0) queue.cancel(owner);
    expect(queue.size).toBe(300);
    const expected = owners
      .filter(({ id }) => id % 10 === 0)
      .map(({ id }) => ({ id, time: (id * 7919) % 1000 }))
      .sort((a, b) => a.time - b.time || a.id - b.id);
    const popped = expected.map(() => ({ time: queue.nextTime(), id: queue.pop().id }));
    expect(popped.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(popped.map(({ time: due }) => due)).toEqual(expected.map(({ time: due }) => due));
  });
});
