/** Whatever a person does on the page, the link says all of it. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  createPlayground,
  type Playground,
  readLink,
  rowsAt,
  writeLink,
} from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";
import { anyStrategy } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";

const PREFERENCES = { language: "en", theme: "system" } as const;

/** Values that fill no million rows. */
const anyChange = fc.oneof(
  fc.tuple(fc.constant("producerDelayMs"), fc.integer({ min: 20, max: 400 })),
  fc.tuple(fc.constant("consumerDelayMs"), fc.integer({ min: 0, max: 400 })),
  fc.tuple(fc.constant("workers"), fc.integer({ min: 1, max: 8 })),
  fc.tuple(fc.constant("capacity"), fc.integer({ min: 1, max: 20 })),
  fc.tuple(fc.constant("count"), fc.integer({ min: 1, max: 200 })),
  fc.tuple(fc.constant("durationS"), fc.integer({ min: 1, max: 30 })),
  fc.tuple(fc.constant("arrivals"), fc.constantFrom("steady", "jitter", "bursts", "poisson")),
);

vi.setConfig({ testTimeout: 30_000 });

type Deed = (page: Playground) => void;

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(fc.nat(1), anyChange, fc.boolean()).map(
    ([lane, [key, value], gesture]): Deed =>
      ({ actions }) =>
        actions.setValue(lane, key, value, gesture),
  ),
  fc.tuple(fc.nat(1), anyStrategy).map(
    ([lane, strategy]): Deed =>
      ({ actions }) =>
        actions.setStrategy(lane, strategy),
  ),
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0.05, max: 10, noNaN: true })).map(
    ([frames, speed]): Deed =>
      (page) => {
        page.actions.setSpeed(speed);
        page.actions.play();
        for (let count = 0; count < frames; count++) page.frame(16.7);
      },
  ),
  fc.double({ min: 0, max: 40_000, noNaN: true }).map(
    (timeMs): Deed =>
      ({ actions }) =>
        actions.seek(timeMs),
  ),
  fc.constantFrom("undo", "redo", "pause", "stepForward", "stepBack", "reset").map(
    (name): Deed =>
      ({ actions }) =>
        actions[name](),
  ),
  fc.nat().map(
    (seed): Deed =>
      ({ actions }) =>
        actions.setSeed(seed),
  ),
);

const anySession = fc.tuple(
  fc.constantFrom(
    "p=50&2.k=drop-oldest",
    "s=bounded-buffer&2.k=unlimited",
    "w=2&T=10&2.k=conflated",
  ),
  fc.array(anyDeed, { maxLength: 25 }),
);

/** What everybody sees: who is where, in every lane. */
function seen(page: Playground) {
  const { experiment, recordings, position } = page.store.getState();
  const lanes = recordings.map((recording, lane) => {
    const rows = rowsAt(recording, lane, position);
    const { made, received, done, lost, stations } = recording.history.stateAtRow(rows);
    const { trace } = recording;
    const last =
      rows === 0
        ? null
        : [trace.timeAt(rows - 1), trace.kindAt(rows - 1), trace.elementAt(rows - 1)];
    const held = stations.flatMap((station) => station.held);
    return { rows, last, made, received, done, lost, held };
  });
  return { experiment, position, lanes };
}

test("the link of any session opens what the session shows", () => {
  fc.assert(
    fc.property(anySession, ([link, actions]) => {
      const page = createPlayground(PREFERENCES, readLink(catalogue, link));
      for (const action of actions) action(page);
      page.actions.pause();
      const { experiment, position } = page.store.getState();
      const written = writeLink(catalogue, experiment, position);
      const reading = readLink(catalogue, written);
      const opened = createPlayground(PREFERENCES, reading);
      expect(opened.store.getState().notices).toEqual([]);
      expect(seen(opened)).toEqual(seen(page));
      expect(written).toMatch(/^[\w.~=&-]*$/);
    }),
    { numRuns: rounds(80) },
  );
});

test("the play head always stands within the runs, and everything up to it is recorded", () => {
  fc.assert(
    fc.property(anySession, ([link, actions]) => {
      const page = createPlayground(PREFERENCES, readLink(catalogue, link));
      for (const action of actions) {
        action(page);
        const { recordings } = page.store.getState();
        const { timeMs, rows } = page.position();
        expect(timeMs).toBeGreaterThanOrEqual(0);
        expect(timeMs).toBeLessThanOrEqual(Math.max(...recordings.map(({ lastMs }) => lastMs)));
        for (const recording of recordings) {
          expect(recording.recordedMs).toBeGreaterThanOrEqual(Math.floor(timeMs));
        }
        const trace = recordings[0]?.trace;
        if (rows !== null) expect(rows).toBeLessThan(trace?.rowsUntil(timeMs) ?? 0);
      }
    }),
    { numRuns: rounds(60) },
  );
});

test("undoing everything leads back to the beginning, redoing everything to the end", () => {
  fc.assert(
    fc.property(anySession, ([link, actions]) => {
      const page = createPlayground(PREFERENCES, readLink(catalogue, link));
      const first = page.store.getState().experiment;
      for (const action of actions) action(page);
      // A gesture that goes on may have a value to come.
      page.actions.pause();
      while (page.store.getState().future.length > 0) page.actions.redo();
      const last = page.store.getState().experiment;
      while (page.store.getState().past.length > 0) page.actions.undo();
      expect(page.store.getState().experiment).toBe(first);
      while (page.store.getState().future.length > 0) page.actions.redo();
      expect(page.store.getState().experiment).toBe(last);
    }),
    { numRuns: rounds(50) },
  );
});
