/** What must hold of every run of every strategy of every system. A law that is broken throws. */
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

/** What a run put to the test: a law about losses says nothing of a run without any. */
export interface Seen {
  readonly lost: boolean;
  readonly held: boolean;
  readonly merged: boolean;
}

/** Checks all laws on a run, row by row, and says what was seen on the way. */
export function checkLaws(run: Recording, spec: RunSpec): Seen {
  const { trace, cast } = run;
  const promised = strategyOf(catalogue, spec.strategy).guarantees(initialValues(catalogue, spec));
  const replay = new Replay(trace, cast);
  const naive = new NaiveRun(run);
  for (let row = 0; row < trace.length; row++) {
    const isLoss = trace.kindAt(row) === RowKind.LOST;
    if (isLoss) checkLoss(run, spec, replay, row, promised);
    replay.advanceTo(row + 1);
    naive.add(row);
    checkConservation(replay, naive, row);
    checkHeed(run, replay, row, promised);
    if (replay.waiting > promised.maxBuffered) {
      expect([row, "in buffers", replay.waiting]).toEqual([row, "at most", promised.maxBuffered]);
    }
    // Between two instants nothing is on its way: whoever was given an element has run by then.
    const next = row + 1 < trace.length ? trace.timeAt(row + 1) : run.lastMs;
    if (next > trace.timeAt(row)) expect([row, replay.onTheWay]).toEqual([row, 0]);
  }
  checkEnd(run, replay, promised);
  checkHolds(run, promised);
  checkOrder(run, spec, promised);
  return {
    lost: replay.lost > 0,
    held: eventsOf(run, RowKind.HELD).length > 0,
    merged: eventsOf(run, RowKind.MERGED).length > 0,
  };
}

/** made = held at all stations and on the way between them + done + lost, and no two readings of the trace disagree. */
function checkConservation(state: RunState, naive: NaiveRun, row: number): void {
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
  for (const { connection, outstanding } of state.connections) {
    if (outstanding < 0) expect([row, connection, outstanding]).toEqual([row, connection, 0]);
  }
}

/** A source that is asked and waits has made no more than it was asked for. */
function checkHeed(
  run: Recording,
  { made, connections }: RunState,
  row: number,
  { producerWaits }: Guarantees,
): void {
  const first = connections[0];
  if (!producerWaits || first?.connection.pressure !== "request") return;
  if (made <= first.requested) return;
  expect([row, run.topology.stations[0]?.kind, "made", made]).toEqual([
    row,
    "source",
    "at most",
    first.requested,
  ]);
}

/** Nothing is dropped that was asked for; and what a strategy keeps shows in each element that it drops. */
function checkLoss(
  run: Recording,
  spec: RunSpec,
  before: RunState,
  row: number,
  { keeps }: Guarantees,
): void {
  const { version, system } = strategyOf(catalogue, spec.strategy);
  // Over a network the newest is the one that arrives last, not the one that was made last.
  if (version !== "library" || (initialValues(catalogue, spec)["latencyMs"] ?? 0) !== 0) return;
  const { element, detail, station } = eventAt(run.trace, row);
  const rule = run.losses[detail];
  if (rule?.manner !== "dropped") return;
  // A request crosses a boundary of Pekko's as a message: meanwhile it is made, and not heard of.
  const isHeard = (initialValues(catalogue, spec)["boundary"] ?? "fused") === "fused";
  for (const { connection, outstanding } of before.connections) {
    if (!isHeard || connection.from !== station || connection.pressure !== "request") continue;
    expect([row, "asked for", outstanding]).toEqual([row, "asked for", 0]);
  }
  const at = before.stations[station];
  const newest = before.made - 1;
  if (keeps === "newest" && rule === SUPERSEDED) {
    // It was in hand, not in a buffer.
    expect(element).toBeLessThan(newest);
  } else if (keeps === "newest") {
    if (system.id === "kotlin") expect([OLDEST, DEBOUNCED, SAMPLED_OUT]).toContain(rule);
    expect(element).toBe(at?.contents.at(0));
    // What has waited too long may be all that there is.
    if (rule !== BUFFER_EXPIRED) expect(element).toBeLessThan(newest);
  } else if (keeps === "oldest") {
    if (system.id === "kotlin") expect([LATEST, REFUSED]).toContain(rule);
    expect(element).toBe(newest);
    if (at?.station.kind === "buffer") expect(at.contents.length).toBe(at.capacity);
  }
}

function checkEnd(run: Recording, last: RunState, { lossless }: Guarantees): void {
  // No program of the page fails, whatever its settings: a failure would be the page's own.
  expect(run.end?.reason === "failed" ? run.end.message : null).toBeNull();
  if (lossless) expect(last.lostBy).toEqual({ dropped: 0, rejected: 0, failed: 0, undelivered: 0 });
  if (run.end?.reason === "completed" && lossless) expect(last.done).toBe(last.made);
  const finished = last.stations.flatMap(({ station, actors }) =>
    station.kind === "workers" ? actors.map((actor) => actor.finished) : [],
  );
  // An aggregate is one piece of work, however many elements it stands for.
  const worked = [...eventsOf(run, RowKind.DONE), ...eventsOf(run, RowKind.LOST)].filter(
    ({ station }) => run.topology.stations[station]?.kind === "workers",
  );
  expect(finished.reduce((sum, each) => sum + each, 0)).toBe(worked.length);
}

/** The producer waits for room only if that is said. */
function checkHolds(run: Recording, { producerWaits }: Guarantees): void {
  if (producerWaits) return;
  for (const { who } of eventsOf(run, RowKind.HELD)) {
    expect(run.actorOf(who)?.role).not.toBe("producer");
  }
}

/** Elements leave the buffer as they were made; of several workers none receives one late. */
function checkOrder(run: Recording, spec: RunSpec, { inOrder }: Guarantees): void {
  if (!inOrder) return;
  const { latencyMs = 0, latePercent = 0 } = initialValues(catalogue, spec);
  // On its way over a network an element is a coroutine: one whose timer is late is overtaken before the channel.
  if (Number(latencyMs) > 0 && Number(latePercent) > 0) return;
  const made = new Map(eventsOf(run, RowKind.MADE).map(({ element }, place) => [element, place]));
  const toWorkers = eventsOf(run, RowKind.LEFT).filter(
    ({ who }) => run.actorOf(who)?.role === "worker",
  );
  const placeOf = ({ element }: { readonly element: number }) => made.get(element) ?? -1;
  const sorted = toWorkers.toSorted((a, b) => placeOf(a) - placeOf(b));
  // Who was handed an element may run after a worker that takes the next one at that instant.
  expect(sorted.map(({ timeMs }) => timeMs)).toEqual(toWorkers.map(({ timeMs }) => timeMs));
  if (new Set(toWorkers.map(({ who }) => who)).size <= 1 && spec.interventions.length === 0) {
    expect(sorted).toEqual(toWorkers);
  }
}

function eventsOf({ trace }: Recording, kind: RowKind) {
  return Array.from({ length: trace.length }, (_, row) => row)
    .filter((row) => trace.kindAt(row) === kind)
    .map((row) => eventAt(trace, row));
}
