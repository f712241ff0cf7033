/** Recording in slices: a jump that takes a while, seen slice by slice on a clock of the test's own. */
import { describe, expect, test } from "vitest";
import { Recording } from "../../src/run/index.ts";
import {
  createPlayground,
  type Pacing,
  type Playground,
  progressOfJump,
  readLink,
  runSpecOf,
} from "../../src/store/index.ts";
import { bytesOfLane } from "../../src/store/pacing.ts";
import { catalogue } from "../support/everything.ts";
import { fingerprint } from "../support/runs.ts";

/** A clock on which each look takes 3 ms, and tasks that wait until they are run. */
function slowPacing(): Pacing & { runNext(): boolean } {
  let nowMs = 0;
  const tasks: (() => void)[] = [];
  return {
    now: () => {
      nowMs += 3;
      return nowMs;
    },
    later: (task) => tasks.push(task),
    runNext() {
      const task = tasks.shift();
      task?.();
      return task !== undefined;
    },
  };
}

function open(link: string) {
  const pacing = slowPacing();
  const preferences = { language: "en", theme: "light" } as const;
  return { page: createPlayground(preferences, readLink(catalogue, link), pacing), pacing };
}

function laneBytes(page: Playground): number[] {
  return page.store.getState().recordings.map(({ byteLength }) => byteLength);
}

const LONG = "#v=1&k=unlimited&p=1&c=2&w=4&T=120";

describe("a jump beyond what is recorded", () => {
  test("goes on slice by slice: the head stands where all is recorded, then where it was to go", () => {
    const { page, pacing } = open(LONG);
    page.actions.seek(100_000);
    const shares: number[] = [];
    for (;;) {
      const { reaching, position, recordings } = page.store.getState();
      if (reaching === null) break;
      expect(position.timeMs).toBeLessThanOrEqual(recordings[0]?.recordedMs ?? -1);
      expect(reaching.timeMs).toBe(100_000);
      shares.push(progressOfJump(reaching).share);
      expect(pacing.runNext()).toBe(true);
    }
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(page.position()).toEqual({ timeMs: 100_000, rows: null });
  });

  test("at one instant that never ends: the share is that of the memory, and it is said that time stands", () => {
    const { page, pacing } = open("#v=1&k=unlimited&p=0&c=0&T=600&heap=8192&t=600000");
    const seen = [];
    for (;;) {
      const { reaching } = page.store.getState();
      if (reaching === null) break;
      seen.push(progressOfJump(reaching));
      pacing.runNext();
    }
    const shares = seen.map(({ share }) => share);
    const rows = seen.map((each) => each.rows);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(Math.floor(shares.length / 2))).toBeGreaterThan(0.3);
    expect(shares.at(-1)).toBeGreaterThan(0.95);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect([seen[0]?.standsAtMs, seen.at(-1)?.standsAtMs]).toEqual([null, 0]);
    expect(page.store.getState().recordings[0]?.end).toMatchObject({ limit: "memory", atMs: 0 });
  });

  test("of several lanes: it is as far as the one that is behind", () => {
    const { page, pacing } = open("#v=1&k=bounded&2.k=conflated&p=0&c=100&T=600&t=9000");
    for (let i = 0; i < 5; i++) pacing.runNext();
    const { reaching, recordings } = page.store.getState();
    expect(recordings.map(({ recordedMs }) => recordedMs >= 9_000)).toEqual([true, false]);
    if (reaching === null) throw new Error("it is there already");
    expect(progressOfJump(reaching).share).toBeLessThan(0.2);
  });

  test("can be given up: the head stays as far as all is recorded, and nothing goes on", () => {
    const { page, pacing } = open(LONG);
    page.actions.seek(100_000);
    for (let i = 0; i < 5; i++) pacing.runNext();
    page.actions.stopReaching();
    const { position, reaching } = page.store.getState();
    expect(reaching).toBeNull();
    expect(position.timeMs).toBeLessThan(100_000);
    while (pacing.runNext());
    expect(page.position()).toEqual(position);
  });

  test("is overtaken by whatever is done next", () => {
    const { page, pacing } = open(LONG);
    page.actions.seek(100_000);
    pacing.runNext();
    page.actions.reset();
    while (pacing.runNext());
    expect(page.position()).toEqual({ timeMs: 0, rows: null });
    expect(page.store.getState().reaching).toBeNull();
  });

  test("gives the run that is recorded at once, to the byte", () => {
    const { page, pacing } = open(LONG);
    page.actions.seek(120_000);
    while (pacing.runNext());
    const { recordings, experiment } = page.store.getState();
    const whole = new Recording(catalogue, runSpecOf(experiment, experiment.lanes[0]));
    whole.advanceTo(Number.POSITIVE_INFINITY);
    expect(fingerprint(recordings[0] as Recording)).toBe(fingerprint(whole));
  });
});

test("a coroutine that never pauses is stopped between two of its operations, and goes on there", () => {
  const link = "#v=1&k=conflated&p=0&c=0&T=600";
  const { page, pacing } = open(link);
  page.actions.seek(1);
  let slices = 0;
  let before = 0;
  while (pacing.runNext()) {
    slices++;
    const rows = page.store.getState().recordings[0]?.trace.length ?? 0;
    // A slice is a few thousand rows, however much happens at one instant.
    expect(rows - before).toBeLessThan(20_000);
    before = rows;
  }
  expect(slices).toBeGreaterThan(100);
  expect(page.store.getState().recordings[0]?.end?.reason).toBe("limit");
});

describe("memory", () => {
  test("each lane has 64 MiB, all together 160", () => {
    const mib = 1024 * 1024;
    expect([1, 2, 4, 5].map(bytesOfLane)).toEqual([64 * mib, 64 * mib, 40 * mib, 32 * mib]);
  });

  test("a run that needs more ends early, says so, and no row before its end is another", () => {
    const { page, pacing } = open(
      "#v=1&k=rendezvous&2.k=conflated&3.k=try-send&4.k=bounded&p=1&c=1&T=600",
    );
    page.actions.seek(600_000);
    while (pacing.runNext());
    for (const bytes of laneBytes(page)) expect(bytes).toBeLessThan(42 * 1024 * 1024);
    const { recordings, experiment } = page.store.getState();
    const [first] = recordings;
    expect(first?.end).toMatchObject({ reason: "limit", limit: "memory" });
    const whole = new Recording(catalogue, runSpecOf(experiment, experiment.lanes[0]), 1e9);
    whole.advanceTo(first?.lastMs ?? 0);
    const rows = first?.trace.length ?? 0;
    for (let row = 0; row < rows; row += 997) {
      expect(first?.trace.timeAt(row)).toBe(whole.trace.timeAt(row));
      expect(first?.trace.elementAt(row)).toBe(whole.trace.elementAt(row));
    }
  }, 60_000);
});
