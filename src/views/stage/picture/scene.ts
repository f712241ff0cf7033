/** The whole picture of one moment: computes its shapes from a layout and the moment, in one pass. */

import { awaitsSignal, type RunState, type StationState } from "../../../run/index.ts";
import type { Connection, Station, Topology } from "../../../systems/index.ts";
import { asksToWait } from "../../../trace/index.ts";
import { drawWay, gateSpot, wayNeeds, wayReach } from "./connections.ts";
import { crewOf } from "./crew.ts";
import { drawEnd } from "./end.ts";
import { type Flight, type Traffic, trafficAt } from "./flights.ts";
import { drawGhosts } from "./ghosts.ts";
import { type Layout, layoutOf, type Room, type Slot } from "./layout.ts";
import type { Moment } from "./moment.ts";
import { drawNames, type Named, nameOf } from "./names.ts";
import { Pen, type Point, tenths, type Words } from "./pen.ts";
import type { Shape } from "./shape.ts";
import { closeTo, type Site } from "./site.ts";
import { drawStation, needsOf, reachOf, spotIn } from "./stations/index.ts";

/** The layers of a picture, in the order in which they are painted. */
export interface Scene {
  readonly under: readonly Shape[];
  /** The answer's strip: it changes with events, and may hold many shapes. */
  readonly strip: readonly Shape[];
  readonly still: readonly Shape[];
  readonly moving: readonly Shape[];
}

/** The number of actors of each station. The layout depends on it, on the topology and on the room. */
export function crewsOf({ stations }: RunState): number[] {
  return stations.map((station) => crewOf(station).length);
}

/** Lays out a topology in a room. `crews` holds the number of actors of each station. */
export function pictureLayout(
  { stations, connections }: Topology,
  crews: readonly number[],
  room: Room,
  answerShare = 0,
): Layout {
  return layoutOf(room, {
    stations: stations.map((station, number) => needsOf(station, { actors: crews[number] ?? 1 })),
    ways: stations.map((_, number) =>
      number === 0
        ? null
        : wayNeeds(connectionTo(connections, number), stations[number] as Station),
    ),
    end: { least: 3.4, ideal: 6.4, grow: 0.3 },
    answerShare,
  });
}

/** Draws a moment: returns the shapes of all layers. */
export function sceneOf(moment: Moment, layout: Layout, words: Words = "fitting"): Scene {
  const traffic = trafficAt(moment);
  const pen: Pen = new Pen(moment, layout, traffic, (flight) => originOf(pen, flight), words);
  drawRails(pen);
  const named: Named[] = [];
  moment.state.stations.forEach((state, number) => {
    const slot = layout.stations[number];
    if (slot === undefined) return;
    pen.about = number;
    pen.onWay = true;
    drawWayTo(pen, number, state);
    pen.onWay = false;
    const wide = siteOf(pen, slot, state, number);
    const reach = reachOf(wide);
    const close = closeTo(slot, reach);
    named.push(nameOf(wide, close, reach));
    const site = { ...wide, slot: close, feet: close.feet };
    const feet = drawGhosts(site);
    drawStation({ ...site, feet });
  });
  pen.about = -1;
  drawNames(pen, named, drawEnd(pen));
  if (layout.answer !== null) {
    pen.inStrip = true;
    moment.run.answer?.draw(pen, layout.answer);
    pen.inStrip = false;
  }
  drawStreams(pen, traffic);
  const { under, strip, still, moving } = pen;
  return { under, strip, still, moving };
}

function siteOf(pen: Pen, slot: Slot, state: StationState, number: number): Site {
  const told = pen.moment.told.stations[number] ?? state;
  return { pen, slot, station: state.station, number, state, told, feet: slot.feet };
}

function connectionTo(connections: readonly Connection[], number: number): Connection | undefined {
  return connections.find(({ to }) => to === number);
}

function drawWayTo(pen: Pen, number: number, state: StationState): void {
  const slot = pen.layout.ways[number];
  if (slot === null || slot === undefined) return;
  const { connections } = pen.moment.run.topology;
  drawWay({
    pen,
    slot: closeTo(slot, wayReach(slot, pen)),
    state,
    told: pen.moment.told.stations[number] ?? state,
    number,
    connectionNumber: connections.findIndex(({ to }) => to === number),
    pressed: isPressed(pen.moment.state, number) || isHeeded(pen.moment.state, number),
  });
}

/** Whether the producer is held further downstream than the way to station `number`: pressure runs back through it. */
function isPressed({ stations }: RunState, number: number): boolean {
  return (
    stations[0]?.actors.some(({ activity, heldAt }) => activity === "held" && heldAt > number) ??
    false
  );
}

/** Whether the sender to a station was asked to wait, and does: it is a stream, or a producer that heeds the signal. */
function isHeeded(state: RunState, number: number): boolean {
  const way = state.connections.find(({ connection }) => connection.to === number);
  if (way === undefined || !asksToWait(way.signal)) return false;
  const from = state.stations[way.connection.from];
  if (from?.station.kind !== "source") return true;
  return from.actors.some((actor) => awaitsSignal(actor, way));
}

/** Draws one rail per row, and elbows that join the rows. */
function drawRails(pen: Pen): void {
  const { layout } = pen;
  const slots = [
    ...layout.stations.flatMap((slot, i) => [layout.ways[i] ?? slot, slot]),
    layout.end,
  ];
  let d = "";
  let elbows = "";
  let before: Slot | undefined;
  slots.forEach((slot, i) => {
    const left = i === 0 ? slot.x + slot.width / 2 : slot.x;
    const right = slot === layout.end ? slot.x + slot.width / 2 : slot.x + slot.width;
    if (before !== undefined && before.y !== slot.y) {
      const turn = tenths(before.bottom - pen.text * 0.12);
      const edge = tenths(Math.min(layout.width - 3, before.x + before.width));
      elbows += `M${tenths(before.x + before.width)} ${tenths(before.y)}H${edge}V${turn}H${tenths(Math.max(3, slot.x - 4))}V${tenths(slot.y)}H${tenths(left)}`;
    }
    d += `M${tenths(left)} ${tenths(slot.y)}H${tenths(Math.max(left, right))}`;
    before = slot;
  });
  if (elbows !== "") pen.path("elbows", "quiet", "rail", elbows, 2.4);
  pen.path("rail", "quiet", "rail", d, Math.min(7, layout.text * 0.5) / Math.max(1, pen.scale) + 1);
}

/** Draws a flowing rail where more elements pass than the eye can follow. */
function drawStreams(pen: Pen, { streams }: Traffic): void {
  const { timeMs, speed } = pen.moment;
  for (const number of streams) {
    const isEnd = number >= pen.layout.stations.length;
    const way = isEnd ? pen.layout.end : pen.layout.ways[number];
    if (way === null || way === undefined) continue;
    const d = `M${tenths(way.x)} ${tenths(way.y)}h${tenths(way.width * (isEnd ? 0.5 : 1))}`;
    pen.movingPath(`stream-${number}`, isEnd ? "done" : "made", "stream", d, 6, {
      shift: -(timeMs / speed) * 0.2,
    });
  }
}

/** The point at which a flight begins. */
function originOf(pen: Pen, { from }: Flight): Point {
  const { layout, moment } = pen;
  const actor = moment.run.actorOf(from.who);
  const isInHand = from.at === "hand" || from.at === "end";
  const station = isInHand ? (actor?.station ?? from.station) : from.station;
  const slot = layout.stations[station];
  const state = moment.state.stations[station];
  if (slot === undefined || state === undefined) return { x: 0, y: layout.height / 2 };
  if (from.at === "gate") {
    const way = layout.ways[station];
    if (way !== null && way !== undefined) return gateSpot(way, pen);
  }
  const site = { slot, state, station: state.station, pen };
  const isInside = from.at === "inside" || from.at === "lost";
  return isInside ? spotIn(site) : spotIn(site, Math.max(0, actor?.index ?? 0));
}
