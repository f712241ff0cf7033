/** What a station is drawn with, and what its file says of it. */
import type { Text } from "../../../i18n/index.ts";
import type { StationState } from "../../../run/index.ts";
import type { Station } from "../../../systems/index.ts";
import type { Needs, Slot } from "./layout.ts";
import type { Pen, Point } from "./pen.ts";

type StationOf<K extends Station["kind"]> = Extract<Station, { readonly kind: K }>;

/** One station at one moment. */
export interface Site<S extends Station = Station> {
  readonly pen: Pen;
  readonly slot: Slot;
  readonly station: S;
  readonly number: number;
  readonly state: StationState;
  /** What the counters show of it: numbers in words come from here. */
  readonly told: StationState;
  /** Baselines of labels beneath that are not taken by what was lost here. */
  readonly feet: readonly number[];
}

/** Who belongs to a station: it decides how much room it needs. */
export interface Crew {
  readonly actors: number;
}

/** One file of `stations/`: how much room a kind of station needs, and how it looks. */
export interface StationDrawing<K extends Station["kind"]> {
  readonly kind: K;
  needs(station: StationOf<K>, crew: Crew): Needs;
  /** What it is called, the longest first; `{n}` stands for how many actors it has. */
  names(station: StationOf<K>, crew: Crew): readonly Text[];
  /** Where its name begins, as something else ends the line; null, or left out, where it stands over the middle. */
  nameLeft?(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">): number | null;
  /** How far its shape reaches above and beneath the rail, in px: labels stand close to it. */
  reach(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">): number;
  draw(site: Site<StationOf<K>>): void;
  /** Where the actor of that index has its elements; without an index, where elements leave the station. */
  spot(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">, index?: number): Point;
}

/** The name that a station was given, or else those of its kind, the longest first. */
export function ownNameOr({ name }: Station, ...ofItsKind: readonly Text[]): readonly Text[] {
  return name === undefined ? ofItsKind : [name];
}

/** A gauge of a station, or `otherwise` before anybody told it. */
export function gaugeOf({ state }: Pick<Site, "state">, index: number, otherwise: number): number {
  const value = state.gauges[index];
  return value === undefined || Number.isNaN(value) ? otherwise : value;
}

/** The key of what stands on the line of a station's name: where there is room for one of both, that is the name. */
export function besideName(number: number): string {
  return `beside-name-${number}`;
}

/** A slot whose labels have moved to where a shape ends that reaches so far from the rail. */
export function closeTo(slot: Slot, reach: number): Slot {
  const shift = Math.max(0, slot.bodyHeight / 2 - reach);
  return {
    ...slot,
    head: slot.head === null ? null : slot.head + shift,
    feet: slot.feet.map((foot) => foot - shift),
  };
}

/** The body's middle. */
export function middleOf({ x, width, y }: Slot): Point {
  return { x: x + width / 2, y };
}

/** Where elements leave a slot. */
export function exitOf({ x, width, y }: Slot): Point {
  return { x: x + width, y };
}

/** How far something between two times has got, 0 to 1; in quarters where nothing is to move. */
export function shareOf(pen: Pen, sinceMs: number, untilMs: number): number {
  const length = untilMs - sinceMs;
  if (!(length > 0) || !Number.isFinite(length)) return 0;
  const share = Math.min(1, Math.max(0, (pen.moment.timeMs - sinceMs) / length));
  return pen.moment.discrete ? Math.floor(share * 4) / 4 : share;
}
