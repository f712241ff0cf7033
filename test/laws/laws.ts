/** The laws that must hold for every run of every strategy of every system. A broken law throws. */
import { expect } from "vitest";
import {
  eventAt,
  initialValues,
  type Recording,
  Replay,
  type RunSpec,
  type RunState,
} from "../../src/run/index.ts";
import { type Guarantees, REFUSED, strategyOf } from "../../src/systems/index.ts";
import { DEBOUNCED, SAMPLED_OUT, SUPERSEDED } from "../../src/systems/kotlin/flow/losses.ts";
import { LATEST, OLDEST } from "../../src/systems/kotlin/index.ts";
import { BUFFER_EXPIRED } from "../../src/systems/reactor/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { NaiveRun } from "../support/naive-run.ts";

/** The laws, by what a run must contain to put them to the test: a run without losses does not test a law about losses. */
export const LAWS = [
  "made = held + on the way + merged + done + lost: with something lost",
  "made = held + on the way + merged + done + lost: with an element held",
  "made = held + on the way + merged + done + lost: with elements merged",
  "what is on its way arrives before time moves on",
  "no demand falls below 0: a request was used up",
  "a source that waits makes no more than was requested: it made exactly as much",
  "buffers hold no more than promised: they held exactly as much",
  "nothing is dropped while a request is open",
  "keeps the newest: an older one is superseded in the hand",
  "keeps the newest: the oldest leaves the buffer",
  "keeps the oldest: the newest is turned away",
  "keeps the oldest: only a full buffer turns away",
  "Kotlin drops by the rule of its buffer",
  "a program fails only as its strategy says: it failed",
  "a program fails only as its strategy says: it did not",
  "nothing is lost if that is promised: something was held or waited",
  "everything is done in the end if that is promised",
  "workers have finished what was done or lost in their hands",
  "a producer that does not wait is not held: something waited or was lost",
  "several workers receive in order",
  "a single worker receives in order",
  "a run is a function of its spec",
] as const;

export type Law = (typeof LAWS)[number];

/** Receives each law that a run puts to the test. */
export type Tell = (law: Law) => void;

/** Checks all laws on a run, row by row, and reports which of them the run put to the test. Returns the last state. */
export function checkLaws(run: Recording, spec: RunSpec, tell: Tell): RunState {
  const { trace, cast } = run;
  const strategy = strategyOf(catalogue, spec.strategy);
  const promised = strategy.guarantees(initialValues(catalogue, spec));
  const replay = new Replay(trace, cast);
  const naive = new NaiveRun(run);
  let deepest = 0;
  for (let row = 0; row < trace.length; row++) {
    const isLoss = trace.kindAt(row) === RowKind.LOST;
    if (isLoss) checkLoss(run, spec, replay, row, promised, tell);
    replay.advanceTo(row + 1);
    naive.add(row);
    checkConservation(replay, naive, row, tell);
    checkHeed(run, replay, row, promised, tell);
    deepest = Math.max(deepest, replay.waiting);
    if (replay.waiting > promised.maxBuffered) {
      expect([row, "in buffers", replay.waiting]).toEqual([row, "at most", promised.maxBuffered]);
    }
    // What is on its way between two stations arrives at the same instant.
    const next = row + 1 < trace.length ? trace.timeAt(row + 1) : run.lastMs;
    if (next > trace.timeAt(row)) expect([row, replay.onTheWay]).toEqual([row, 0]);
    else if (replay.onTheWay > 0) tell("what is on its way arrives before time moves on");
  }
  if (deepest > 0 && deepest === promised.maxBuffered) {
    tell("buffers hold no more than promised: they held exactly as much");
  }
  const isHeld = eventsOf(run, RowKind.HELD).length > 0;
  const isPressed = deepest > 0 || isHeld;
  if (isHeld) tell("made = held + on the way + merged + done + lost: with an element held");
  checkEnd(run, spec, replay, promised, isPressed, tell);
  checkHolds(run, promised, deepest > 0 || replay.lost > 0, tell);
  checkOrder(run, spec, promised, tell);
  return replay;
}

/** made = held at all stations and on the way between them + done + lost, and no two readings of the trace disagree. */
function checkConservation(state: RunState, naive: NaiveRun, row: number, tell: Tell): void {
  const inside = state.stations.reduce((sum, { contents }) => sum + contents.length, 0);
  const { made, done, lost, inHand, onTheWay, merged } = state;
  const all = inside + inHand + onTheWay + merged + done + lost;
  if (all !== made) expect([row, all]).toEqual([row, made]);
  const told = { inHand, onTheWay, merged, done, lost, inside };
  const read = {
    inHand: naive.countOf("in hand"),
    onTheWay: naive.countOf("on the way"),
    merged: naive.countOf("merged"),
    done: naive.countOf("done"),
    lost: naive.countOf("lost"),
    inside: naive.countOf("in a station"),
  };
  if (JSON.stringify(told) !== JSON.stringify(read)) expect([row, told]).toEqual([row, read]);
  if (lost > 0) tell("made = held + on the way + merged + done + lost: with something lost");
  if (merged > 0) tell("made = held + on the way + merged + done + lost: with elements merged");
  for (const { connection, requested, outstanding } of state.connections) {
    if (outstanding < 0) expect([row, connection, outstanding]).toEqual([row, connection, 0]);
    if (requested > 0 && outstanding === 0) tell("no demand falls below 0: a request was used up");
  }
}

/** A source that waits for requests has made no more than was requested. */
function checkHeed(
  run: Recording,
  { made, connections }: RunState,
  row: number,
  { producerWaits }: Guarantees,
  tell: Tell,
): void {
  const first = connections[0];
  if (!producerWaits || first?.connection.pressure !== "request") return;
  if (made > 0 && made === first.requested) {
    tell("a source that waits makes no more than was requested: it made exactly as much");
  }
  if (made <= first.requested) return;
  expect([row, run.topology.stations[0]?.kind, "made", made]).toEqual([
    row,
    "source",
    "at most",
    first.requested,
  ]);
}

/** Nothing requested is dropped, and each element that a strategy drops is consistent with what it promises to keep. */
function checkLoss(
  run: Recording,
  spec: RunSpec,
  before: RunState,
  row: number,
  { keeps }: Guarantees,
  tell: Tell,
): void {
  const { version, system } = strategyOf(catalogue, spec.strategy);
  // Over a network, the newest element is the one that arrives last, not the one that was made last.
  if (version !== "library" || (initialValues(catalogue, spec)["latencyMs"] ?? 0) !== 0) return;
  const { element, detail, station } = eventAt(run.trace, row);
  const rule = run.losses[detail];
  if (rule?.manner !== "dropped") return;
  // In Pekko a request crosses a boundary as a message: until that arrives, it has been made but not received.
  const isHeard = (initialValues(catalogue, spec)["boundary"] ?? "fused") === "fused";
  for (const { connection, outstanding } of before.connections) {
    if (!isHeard || connection.from !== station || connection.pressure !== "request") continue;
    tell("nothing is dropped while a request is open");
    expect([row, "asked for", outstanding]).toEqual([row, "asked for", 0]);
  }
  const at = before.stations[station];
  const newest = before.made - 1;
  if (keeps === "newest" && rule === SUPERSEDED) {
    // It was in hand, not in a buffer.
    tell("keeps the newest: an older one is superseded in the hand");
    expect(element).toBeLessThan(newest);
  } else if (keeps === "newest") {
    tell("keeps the newest: the oldest leaves the buffer");
    if (system.id === "kotlin") {
      tell("Kotlin drops by the rule of its buffer");
      expect([OLDEST, DEBOUNCED, SAMPLED_OUT]).toContain(rule);
    }
    expect(element).toBe(at?.contents.at(0));
    // The element that has waited too long may be the only one.
    if (rule !== BUFFER_EXPIRED) expect(element).toBeLessThan(newest);
  } else if (keeps === "oldest") {
    tell("keeps the oldest: the newest is turned away");
    if (system.id === "kotlin") {
      tell("Kotlin drops by the rule of its buffer");
      expect([LATEST, REFUSED]).toContain(rule);
    }
    expect(element).toBe(newest);
    if (at?.station.kind === "buffer") {
      tell("keeps the oldest: only a full buffer turns away");
      expect(at.contents.length).toBe(at.capacity);
    }
  }
}

/** How a run may end, and what must be done by then. */
function checkEnd(
  run: Recording,
  spec: RunSpec,
  last: RunState,
  { lossless }: Guarantees,
  isPressed: boolean,
  tell: Tell,
): void {
  const { failure } = strategyOf(catalogue, spec.strategy);
  const mayFail = failure?.when(initialValues(catalogue, spec)) === true;
  // Any other failure is a bug of the page.
  if (run.end?.reason === "failed") {
    tell("a program fails only as its strategy says: it failed");
    expect(run.end.message).toBe(mayFail ? failure.message : "no failure");
  } else if (!mayFail) {
    tell("a program fails only as its strategy says: it did not");
  }
  if (lossless) {
    if (isPressed) tell("nothing is lost if that is promised: something was held or waited");
    expect(last.lostBy).toEqual({ dropped: 0, rejected: 0, failed: 0, undelivered: 0 });
  }
  if (run.end?.reason === "completed" && lossless) {
    if (last.made > 0) tell("everything is done in the end if that is promised");
    expect(last.done).toBe(last.made);
  }
  const finished = last.stations.flatMap(({ station, actors }) =>
    station.kind === "workers" ? actors.map((actor) => actor.finished) : [],
  );
  // An aggregate is one piece of work, however many elements it stands for.
  const worked = [...eventsOf(run, RowKind.DONE), ...eventsOf(run, RowKind.LOST)].filter(
    ({ station }) => run.topology.stations[station]?.kind === "workers",
  );
  if (worked.length > 0) tell("workers have finished what was done or lost in their hands");
  expect(finished.reduce((sum, each) => sum + each, 0)).toBe(worked.length);
}

/** The producer waits for room only if the strategy says so. */
function checkHolds(
  run: Recording,
  { producerWaits }: Guarantees,
  isPressed: boolean,
  tell: Tell,
): void {
  if (producerWaits) return;
  if (isPressed) {
    tell("a producer that does not wait is not held: something waited or was lost");
  }
  for (const { who } of eventsOf(run, RowKind.HELD)) {
    expect(run.actorOf(who)?.role).not.toBe("producer");
  }
}

/** Elements leave the buffer in the order in which they were made, also with several workers. */
function checkOrder(run: Recording, spec: RunSpec, { inOrder }: Guarantees, tell: Tell): void {
  if (!inOrder) return;
  const { latencyMs = 0, latePercent = 0 } = initialValues(catalogue, spec);
  // On its way over a network an element is a coroutine: if its timer is late, others overtake it before the channel.
  if (Number(latencyMs) > 0 && Number(latePercent) > 0) return;
  const made = new Map(eventsOf(run, RowKind.MADE).map(({ element }, place) => [element, place]));
  const toWorkers = eventsOf(run, RowKind.LEFT).filter(
    ({ who }) => run.actorOf(who)?.role === "worker",
  );
  const placeOf = ({ element }: { readonly element: number }) => made.get(element) ?? -1;
  const sorted = toWorkers.toSorted((a, b) => placeOf(a) - placeOf(b));
  const isSingle = new Set(toWorkers.map(({ who }) => who)).size <= 1;
  // A worker that is handed an element may run after one that takes the next element at that instant.
  if (!isSingle) tell("several workers receive in order");
  expect(sorted.map(({ timeMs }) => timeMs)).toEqual(toWorkers.map(({ timeMs }) => timeMs));
  if (isSingle && spec.interventions.length === 0) {
    if (toWorkers.length > 1) tell("a single worker receives in order");
    expect(sorted).toEqual(toWorkers);
  }
}

function eventsOf({ trace }: Recording, kind: RowKind) {
  return Array.from({ length: trace.length }, (_, row) => row)
    .filter((row) => trace.kindAt(row) === kind)
    .map((row) => eventAt(trace, row));
}
