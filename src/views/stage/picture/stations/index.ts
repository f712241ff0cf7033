/** Every kind of station that the picture can draw: one file and one line here for each. */
import { LANGUAGES, type Text } from "../../../../i18n/index.ts";
import type { Station, StationKind } from "../../../../systems/index.ts";
import type { Needs } from "../layout.ts";
import type { Point } from "../pen.ts";
import type { Crew, Site, StationDrawing } from "../site.ts";
import { textWidth } from "../text-size.ts";
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

/** How much width a station needs, including the line of labels above it. */
export function needsOf(station: Station, crew: Crew): Needs {
  const needs = drawingOf(station.kind).needs(station, crew);
  return { ...needs, above: nameWidth(station, crew) + (needs.above ?? -BESIDE) };
}

/** How much wider than its station a name that stands alone may be, in multiples of the text's size. */
const BESIDE = 1;

/** The width of the shortest name, in multiples of the text's size, in the language in which it is wider. */
function nameWidth(station: Station, crew: Crew): number {
  const [name] = namesOf(station, crew).slice(-1);
  if (name === undefined) return 0;
  return Math.max(...LANGUAGES.map((language) => textWidth(name[language], 1, true)));
}

/** The names of a station, the longest first; `{n}` stands for the number of its actors. */
export function namesOf(station: Station, crew: Crew): readonly Text[] {
  return drawingOf(station.kind).names(station, crew);
}

/** The left edge of a station's name, in px; null if the name is centred over the station. */
export function nameLeftOf(site: Pick<Site, "slot" | "state" | "station" | "pen">): number | null {
  return drawingOf(site.station.kind).nameLeft?.(site) ?? null;
}

export function drawStation(site: Site): void {
  drawingOf(site.station.kind).draw(site);
}

/** How far the shape of a station reaches above and beneath the rail, in px. */
export function reachOf(site: Pick<Site, "slot" | "state" | "station" | "pen">): number {
  return drawingOf(site.station.kind).reach(site);
}

/** Where the actor with that index has its elements; without an index, where elements leave the station. */
export function spotIn(
  site: Pick<Site, "slot" | "state" | "station" | "pen">,
  index?: number,
): Point {
  return drawingOf(site.station.kind).spot(site, index);
}

/** The drawing of a kind. The type of DRAWINGS pairs them, but TypeScript can't express that for a looked-up entry. */
function drawingOf(kind: StationKind): StationDrawing<StationKind> {
  return DRAWINGS[kind] as unknown as StationDrawing<StationKind>;
}
