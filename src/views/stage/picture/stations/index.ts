/** Every kind of station that the picture can draw: one file each, one line here. */
import type { Station, StationKind } from "../../../../systems/index.ts";
import type { Needs } from "../layout.ts";
import type { Point } from "../pen.ts";
import type { Crew, Site, StationDrawing } from "../site.ts";
import { breaker } from "./breaker.ts";
import { buffer } from "./buffer.ts";
import { call } from "./call.ts";
import { levels } from "./levels.ts";
import { network } from "./network.ts";
import { permits } from "./permits.ts";
import { source } from "./source.ts";
import { threads } from "./threads.ts";
import { tokens } from "./tokens.ts";
import { workers } from "./workers.ts";

const DRAWINGS: { readonly [K in StationKind]: StationDrawing<K> } = {
  source,
  network,
  buffer,
  permits,
  tokens,
  breaker,
  levels,
  threads,
  call,
  workers,
};

/** How much room a station needs. */
export function needsOf(station: Station, crew: Crew): Needs {
  return drawingOf(station.kind).needs(station, crew);
}

export function drawStation(site: Site): void {
  drawingOf(site.station.kind).draw(site);
}

/** How far the shape of a station reaches above and beneath the rail, in px. */
export function reachOf(site: Pick<Site, "slot" | "state" | "station" | "pen">): number {
  return drawingOf(site.station.kind).reach(site);
}

/** Where the actor of that index has its elements; without an index, where elements leave the station. */
export function spotIn(
  site: Pick<Site, "slot" | "state" | "station" | "pen">,
  index?: number,
): Point {
  return drawingOf(site.station.kind).spot(site, index);
}

/** Kind and drawing belong together by construction, which the type of a looked-up entry can't say. */
function drawingOf(kind: StationKind): StationDrawing<StationKind> {
  return DRAWINGS[kind] as unknown as StationDrawing<StationKind>;
}
