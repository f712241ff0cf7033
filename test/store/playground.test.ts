import { describe, expect, test } from "vitest";
import { openExperiment, readLink, rowsAt, SPEEDS } from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";
import { linkOf, open, past, playFor, run, state } from "./support.ts";

describe("playing", () => {
  test.each(SPEEDS.filter((speed) => speed <= 10))(
    "at %sx wall time becomes virtual time",
    (speed) => {
      const page = open();
      page.actions.setSpeed(speed);
      page.actions.play();
      playFor(page, 1000);
      expect(page.position().timeMs).toBeCloseTo(1000 * speed, 6);
      expect(state(page).playing).toBe(true);
    },
  );

  test("a frame does nothing while it stands", () => {
    const page = open();
    page.frame(100);
    expect(page.position().timeMs).toBe(0);
    page.actions.play();
    page.frame(50);
    page.actions.pause();
    page.frame(100);
    expect(page.position().timeMs).toBe(50);
  });

  test("a frame that took very long does not make the run jump", () => {
    const page = open();
    page.actions.play();
    page.frame(60_000);
    expect(page.position().timeMs).toBe(100);
  });

  test("the speed stays within its bounds", () => {
    const page = open();
    for (const [given, kept] of [
      [1000, 100],
      [0, 0.05],
      [-3, 0.05],
      [2, 2],
      [Number.NaN, 2],
    ] as const) {
      page.actions.setSpeed(given);
      expect(state(page).speed).toBe(kept);
    }
  });

  test("listeners are told of every frame, the state changes every 200 ms", () => {
    const page = open();
    page.actions.play();
    let told = 0;
    const published: number[] = [];
    const stop = page.onPosition(() => told++);
    page.store.subscribe(({ position }) => published.push(position.timeMs));
    playFor(page, 1000, 10);
    expect(told).toBe(100);
    expect(published).toEqual([200, 400, 600, 800, 1000]);
    expect(published.at(-1)).toBe(page.position().timeMs);
    stop();
    page.frame(10);
    expect(told).toBe(100);
  });

  test("the state changes with every twelfth frame of a screen with 60 of them, whichever way they are rounded", () => {
    for (const frameMs of [16.6, 16.7]) {
      const page = open();
      page.actions.play();
      const published: number[] = [];
      page.store.subscribe(() => published.push(frames));
      let frames = 0;
      while (frames < 48) {
        frames++;
        page.frame(frameMs);
      }
      expect(published).toEqual([12, 24, 36, 48]);
    }
  });

  test("it stops at the end of the run, and play begins anew", () => {
    const page = open("s=bounded-buffer");
    page.actions.seek(9_950);
    page.actions.play();
    page.frame(100);
    expect(page.position()).toEqual({ timeMs: 10_000, rows: null });
    expect(state(page)).toMatchObject({ playing: false, paused: "end" });
    expect(run(page).end).toEqual({ reason: "completed", atMs: 10_000 });
    page.actions.play();
    expect(page.position().timeMs).toBe(0);
    page.frame(40);
    expect(page.position().timeMs).toBe(40);
  });

  test("with lanes it plays until the last one ends", () => {
    const page = open("s=bounded-buffer&2.k=rendezvous&3.k=unlimited&T=30");
    page.actions.setSpeed(100);
    page.actions.play();
    playFor(page, 400);
    const ends = state(page).recordings.map(({ end }) => end?.atMs ?? -1);
    expect(page.position().timeMs).toBe(Math.max(...ends));
    expect(state(page).paused).toBe("end");
  });

  test("a pause stands at a whole ms, where the run is the same", () => {
    const page = open();
    page.actions.setSpeed(0.25);
    page.actions.play();
    playFor(page, 1003, 17);
    const { timeMs } = page.position();
    expect(timeMs).not.toBe(Math.floor(timeMs));
    const before = past(page, timeMs);
    page.actions.pause();
    expect(page.position().timeMs).toBe(Math.floor(timeMs));
    expect(past(page, page.position().timeMs)).toBe(before);
  });
});

describe("stops", () => {
  test("at the first drop, to the ms", () => {
    const page = open("k=drop-oldest");
    page.actions.setStop("drop", true);
    page.actions.play();
    playFor(page, 5000, 33);
    const { firstLossMs } = run(page).history.marks;
    expect(page.position()).toEqual({ timeMs: firstLossMs, rows: null });
    expect(state(page)).toMatchObject({ playing: false, paused: "drop" });
    expect(run(page).history.stateAt(page.position().timeMs).lost).toBe(1);
  });

  test("at the first suspension of any lane", () => {
    const page = open("cap=8&2.k=bounded&2.cap=2");
    page.actions.setStop("suspension", true);
    page.actions.play();
    playFor(page, 5000);
    expect(page.position().timeMs).toBe(run(page, 1).history.marks.firstPressureMs);
    expect(state(page).paused).toBe("suspension");
    // Played on, it stops at that of the other lane too, and then no more.
    page.actions.play();
    playFor(page, 5000);
    expect(page.position().timeMs).toBe(run(page, 0).history.marks.firstPressureMs);
    page.actions.play();
    playFor(page, 2000);
    expect(state(page).playing).toBe(true);
  });

  test("what happens at 0 stops it at 0 once, and again after a reset", () => {
    const page = open("s=bounded-buffer");
    page.actions.setStop("suspension", true);
    page.actions.play();
    page.frame(20);
    expect(page.position().timeMs).toBe(0);
    expect(state(page)).toMatchObject({ playing: false, paused: "suspension" });
    page.actions.play();
    playFor(page, 100);
    expect(page.position().timeMs).toBe(100);
    expect(state(page).playing).toBe(true);
    page.actions.reset();
    page.actions.play();
    page.frame(20);
    expect(state(page).paused).toBe("suspension");
  });

  test("a stop that is switched off stops nothing", () => {
    const page = open("k=drop-oldest");
    page.actions.setStop("drop", true);
    page.actions.setStop("drop", false);
    page.actions.play();
    playFor(page, 3000);
    expect(state(page).playing).toBe(true);
  });
});

describe("steps", () => {
  test("back is the way forward again, also through the events of one instant", () => {
    const page = open("s=bounded-buffer");
    const seen = [page.position()];
    for (let step = 0; step < 60; step++) {
      page.actions.stepForward();
      seen.push(page.position());
    }
    for (const position of seen.slice(1, -1).reverse()) {
      page.actions.stepBack();
      const rows = (at: typeof position) => rowsAt(run(page), 0, at);
      expect(page.position().timeMs).toBe(position.timeMs);
      // A delay that begins is part of the event before it, whichever way one comes.
      expect(rows(page.position())).toBeLessThanOrEqual(rows(position));
      page.actions.stepForward();
      page.actions.stepBack();
      expect(page.position().timeMs).toBe(position.timeMs);
    }
  });

  test("the events of the first instant are stepped through one by one", () => {
    const page = open("s=bounded-buffer");
    const atStart = run(page).trace.rowsUntil(0);
    let steps = 0;
    while (page.position().rows !== 0) {
      page.actions.stepBack();
      expect(page.position().timeMs).toBe(0);
      steps++;
    }
    expect(steps).toBeGreaterThan(20);
    page.actions.stepBack();
    expect(page.position()).toEqual({ timeMs: 0, rows: 0 });
    for (let step = 0; step < steps; step++) page.actions.stepForward();
    expect(page.position()).toEqual({ timeMs: 0, rows: null });
    expect(rowsAt(run(page), 0, page.position())).toBe(atStart);
  });

  test("a step pauses", () => {
    const page = open();
    page.actions.play();
    playFor(page, 500);
    page.actions.stepForward();
    expect(state(page).playing).toBe(false);
  });

  test("beyond the last event there is no step, and none leads back in time", () => {
    const page = open("s=bounded-buffer");
    page.actions.seek(10_000);
    page.actions.stepForward();
    expect(page.position()).toEqual({ timeMs: 10_000, rows: null });
    const slow = open("p=7000&T=10&t=10000");
    slow.actions.stepForward();
    expect(slow.position()).toEqual({ timeMs: 10_000, rows: null });
  });

  test("the other lanes stand at the same time", () => {
    const page = open("s=bounded-buffer&2.k=unlimited");
    for (let step = 0; step < 30; step++) page.actions.stepForward();
    const position = page.position();
    const other = run(page, 1);
    expect(rowsAt(other, 1, position)).toBe(other.trace.rowsUntil(position.timeMs));
    expect(other.recordedMs).toBeGreaterThanOrEqual(position.timeMs);
  });
});

describe("seeking", () => {
  test("goes to the time, but not beyond the run", () => {
    const page = open("s=bounded-buffer");
    for (const [wanted, got] of [
      [1_234, 1_234],
      [-5, 0],
      [99_999, 10_000],
      [Number.NaN, 10_000],
      [2.00049, 2],
    ] as const) {
      page.actions.seek(wanted);
      expect(page.position().timeMs).toBe(got);
    }
  });

  test("while it plays it goes on playing; beyond the end it ends", () => {
    const page = open("s=bounded-buffer");
    page.actions.play();
    page.frame(20);
    page.actions.seek(5_000);
    expect(state(page).playing).toBe(true);
    page.frame(20);
    expect(page.position().timeMs).toBe(5_020);
    page.actions.seek(1e9);
    page.frame(20);
    expect(page.position().timeMs).toBe(10_000);
    expect(state(page)).toMatchObject({ playing: false, paused: "end" });
  });

  test("simulates nothing anew: the run is the same object with the same rows", () => {
    const page = open();
    page.actions.seek(30_000);
    const before = run(page);
    const rows = before.trace.length;
    page.actions.seek(2_000);
    page.actions.reset();
    expect(run(page)).toBe(before);
    expect(before.trace.length).toBe(rows);
  });
});

describe("settings", () => {
  test("a live value moved on the way leaves the past equal to the byte", () => {
    const page = open();
    page.actions.seek(8_000);
    const before = past(page, 8_000);
    const recording = run(page);
    page.actions.setValue(0, "consumerDelayMs", 50);
    expect(state(page).experiment.interventions).toEqual([
      { atMs: 8_000, key: "consumerDelayMs", value: 50 },
    ]);
    expect(past(page, 8_000)).toBe(before);
    expect(run(page)).toBe(recording);
    page.actions.seek(20_000);
    expect(past(page, 8_000)).toBe(before);
    const without = open();
    without.actions.seek(20_000);
    expect(past(page, 20_000)).not.toBe(past(without, 20_000));
  });

  test("while it plays, a live value makes no new recording, and all events stay at whole ms", () => {
    const page = open("w=2");
    page.actions.setSpeed(0.25);
    page.actions.play();
    const recording = run(page);
    for (let change = 0; change < 25; change++) {
      playFor(page, 323, 17);
      page.actions.setValue(0, "workers", 1 + (change % 4), true);
      page.actions.setValue(0, "producerDelayMs", 30 + change, true);
    }
    expect(run(page)).toBe(recording);
    page.actions.pause();
    page.actions.seek(30_000);
    const { trace } = run(page);
    for (let row = 0; row < trace.length; row++) {
      expect(Number.isInteger(trace.timeAt(row))).toBe(true);
    }
    expect(linkOf(page)).not.toContain(".");
  });

  test("a structural value replays the run and leaves the play head where it was", () => {
    const page = open();
    page.actions.seek(8_000);
    page.actions.setValue(0, "capacity", 3);
    expect(page.position()).toEqual({ timeMs: 8_000, rows: null });
    expect(state(page).experiment.lanes[0].values).toEqual({ capacity: 3 });
    const fresh = open("cap=3&t=8000");
    expect(past(page, 8_000)).toBe(past(fresh, 8_000));
  });

  test("where the new run ends earlier, the play head stands at its end", () => {
    const page = open();
    page.actions.seek(50_000);
    page.actions.setValue(0, "durationS", 20);
    expect(page.position()).toEqual({ timeMs: 20_000, rows: null });
    page.actions.setValue(0, "count", 10);
    expect(page.position().timeMs).toBe(run(page).end?.atMs);
    expect(page.position().timeMs).toBeLessThan(20_000);
    page.actions.undo();
    expect(state(page).experiment.values).toEqual({ durationS: 20 });
  });

  test("a structural change while it plays ends it at the new end", () => {
    const page = open();
    page.actions.seek(50_000);
    page.actions.play();
    page.actions.setValue(0, "durationS", 20);
    page.frame(20);
    expect(page.position().timeMs).toBe(20_000);
    expect(state(page)).toMatchObject({ playing: false, paused: "end" });
  });

  test("at the start a live value is the run's own, and what was changed later goes", () => {
    const page = open("i=5000_c_50~6000_p_40");
    page.actions.setValue(0, "producerDelayMs", 20);
    expect(state(page).experiment).toMatchObject({
      values: { producerDelayMs: 20 },
      interventions: [],
    });
    page.actions.setValue(0, "producerDelayMs", 100);
    expect(state(page).experiment.values).toEqual({});
  });

  test("scrubbing back and changing something forks; undo brings the old future back", () => {
    const page = open();
    page.actions.seek(5_000);
    page.actions.setValue(0, "consumerDelayMs", 50);
    page.actions.seek(12_000);
    page.actions.setValue(0, "producerDelayMs", 300);
    page.actions.seek(20_000);
    const old = past(page, 20_000);
    const { experiment } = state(page);
    page.actions.seek(7_000);
    page.actions.setValue(0, "workers", 4);
    expect(state(page).experiment.interventions.map(({ atMs }) => atMs)).toEqual([5_000, 7_000]);
    page.actions.undo();
    expect(state(page).experiment).toBe(experiment);
    expect(page.position().timeMs).toBe(7_000);
    page.actions.seek(20_000);
    expect(past(page, 20_000)).toBe(old);
    page.actions.redo();
    expect(state(page).experiment.interventions.map(({ atMs }) => atMs)).toEqual([5_000, 7_000]);
  });

  test("a value out of range becomes the nearest allowed; an unknown setting changes nothing", () => {
    const page = open();
    page.actions.setValue(0, "workers", 99);
    expect(state(page).experiment.values).toEqual({ workers: 8 });
    const { experiment } = state(page);
    page.actions.setValue(0, "nothing", 1);
    expect(state(page).experiment).toBe(experiment);
    expect(state(page).past).toHaveLength(1);
  });

  test("another strategy keeps the settings that both have", () => {
    const page = open("cap=3&p=20");
    page.actions.setStrategy(0, "drop-oldest");
    expect(state(page).experiment.lanes).toEqual([
      { strategy: "drop-oldest", values: { capacity: 3 } },
    ]);
    page.actions.setStrategy(0, "unlimited");
    expect(state(page).experiment.lanes).toEqual([{ strategy: "unlimited", values: {} }]);
  });

  test("a seed is a whole number within its range", () => {
    const page = open();
    for (const [given, kept] of [
      [7, 7],
      [-1, 0],
      [1e12, 4294967295],
      [3.4, 3],
      [Number.NaN, 3],
    ] as const) {
      page.actions.setSeed(given);
      expect(state(page).experiment.seed).toBe(kept);
    }
  });
});

describe("undo", () => {
  test("one gesture is one step", () => {
    const page = open();
    const before = state(page).experiment;
    for (let value = 10; value < 40; value++) page.actions.setValue(0, "capacity", value, true);
    page.actions.setValue(0, "capacity", 40);
    expect(state(page).past).toHaveLength(1);
    page.actions.undo();
    expect(state(page).experiment).toBe(before);
    page.actions.setValue(0, "capacity", 5, true);
    page.actions.setValue(0, "capacity", 6);
    page.actions.setValue(0, "capacity", 7);
    expect(state(page).past).toHaveLength(2);
  });

  test("undo in the middle of a gesture begins a new step", () => {
    const page = open();
    page.actions.setValue(0, "capacity", 5, true);
    page.actions.undo();
    page.actions.setValue(0, "capacity", 6, true);
    expect(state(page).past).toHaveLength(1);
    page.actions.undo();
    expect(state(page).experiment).toEqual(openExperiment(catalogue, "fast-producer"));
  });

  test("leads across scenarios, to a moment that the run has", () => {
    const page = open("s=bounded-buffer&cap=3");
    const { experiment } = state(page);
    page.actions.openScenario("fast-producer");
    page.actions.seek(50_000);
    page.actions.undo();
    expect(state(page).experiment).toBe(experiment);
    expect(page.position().timeMs).toBe(10_000);
    expect(run(page).spec.scenario).toBe("bounded-buffer");
    page.actions.redo();
    expect(state(page).experiment).toEqual(openExperiment(catalogue, "fast-producer"));
  });

  test("clears the reason for which it was paused", () => {
    const page = open("s=bounded-buffer");
    page.actions.setValue(0, "count", 10);
    page.actions.setSpeed(100);
    page.actions.play();
    playFor(page, 200);
    expect(state(page).paused).toBe("end");
    page.actions.undo();
    expect(state(page).paused).toBe(null);
  });

  test("a new change ends what could be redone; there are a hundred steps at most", () => {
    const page = open();
    for (let value = 1; value <= 150; value++) page.actions.setValue(0, "capacity", value);
    expect(state(page).past).toHaveLength(100);
    page.actions.undo();
    page.actions.undo();
    expect(state(page).future).toHaveLength(2);
    page.actions.setSeed(1);
    expect(state(page).future).toEqual([]);
  });

  test("with nothing to undo or redo nothing happens", () => {
    const page = open();
    const before = state(page);
    page.actions.undo();
    page.actions.redo();
    expect(state(page)).toBe(before);
  });
});

describe("a link that is opened", () => {
  test("shows its moment, and rows that its run does not have are not believed", () => {
    expect(open("s=bounded-buffer&t=8900").position()).toEqual({ timeMs: 8_900, rows: null });
    expect(open("s=bounded-buffer&t=999999999").position()).toEqual({ timeMs: 10_000, rows: null });
    expect(open("s=bounded-buffer&t=300&e=100000").position()).toEqual({ timeMs: 300, rows: null });
    const first = open("s=bounded-buffer&t=300&e=0");
    expect(first.position()).toEqual({ timeMs: 300, rows: run(first).trace.rowsUntil(299) });
  });

  test.each([
    ["T=5&t=60000", { kind: "timeRange", given: 60_000, used: 5_000 }],
    ["s=bounded-buffer&t=50000&e=3", { kind: "timeRange", given: 50_000, used: 10_000 }],
    ["s=bounded-buffer&t=300&e=100000", { kind: "rows", given: "100000", shows: "all" }],
    ["s=bounded-buffer&t=300&e=0", { kind: "rows", given: "0", shows: "none" }],
  ])("%s: says that the run has no such moment", (link, notice) => {
    expect(state(open(link)).notices).toEqual([notice]);
    const page = open();
    page.actions.openLink(readLink(catalogue, `zzz=1&${link}`));
    expect(state(page).notices).toEqual([{ kind: "unknownKey", key: "zzz" }, notice]);
  });

  test("stands still and forgets what could be undone", () => {
    const page = open();
    page.actions.setSeed(9);
    page.actions.play();
    page.actions.openLink(readLink(catalogue, "s=memory-leak&k=nothing&t=2000"));
    expect(state(page)).toMatchObject({ playing: false, past: [], future: [] });
    expect(state(page).notices.map(({ kind }) => kind)).toEqual(["unknownStrategy"]);
    expect(page.position().timeMs).toBe(2_000);
    page.actions.dismissNotices();
    expect(state(page).notices).toEqual([]);
  });

  test("opening the scenario that is open already changes nothing", () => {
    const page = open("p=5");
    const before = state(page);
    page.actions.openScenario("fast-producer");
    expect(state(page)).toBe(before);
  });

  test("language and theme are the page's own: no link has them", () => {
    const page = open();
    const link = linkOf(page);
    page.actions.setLanguage("ko");
    page.actions.setTheme("projector");
    expect(state(page).preferences).toMatchObject({ language: "ko", theme: "projector" });
    expect(linkOf(page)).toBe(link);
  });
});

test("pauses where a circuit breaker opens for the first time, if that is wanted", () => {
  const page = open("s=circuit-breaker");
  page.actions.setStop("trip", true);
  page.actions.setSpeed(25);
  page.actions.play();
  for (let i = 0; i < 200 && page.store.getState().playing; i++) page.frame(16);
  const { paused, recordings } = page.store.getState();
  expect(paused).toBe("trip");
  expect(page.position().timeMs).toBe(3_000);
  expect(recordings[0]?.history.marks.firstTripMs).toBe(3_000);
});
