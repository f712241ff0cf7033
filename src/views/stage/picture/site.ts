/** What the drawing of a station receives, and what it provides. */
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
  /** The state that the counters show: numbers in the picture's words come from here. */
  readonly told: StationState;
  /** Baselines beneath the station that are not taken by its losses. */
  readonly feet: readonly number[];
}

/** How many actors belong to a station: its room and its name depend on it. */
export interface Crew {
  readonly actors: number;
}

/** One file of `stations/`: how much room a kind of station needs, and how it looks. */
export interface StationDrawing<K extends Station["kind"]> {
  readonly kind: K;
  needs(station: StationOf<K>, crew: Crew): Needs;
  /** Its names, the longest first; `{n}` stands for the number of its actors. */
  names(station: StationOf<K>, crew: Crew): readonly Text[];
  /** The left edge of its name, if something else ends that line; null or left out if the name is centred. */
  nameLeft?(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">): number | null;
  /** How far its shape reaches above and beneath the rail, in px; labels stand close to it. */
  reach(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">): number;
  draw(site: Site<StationOf<K>>): void;
  /** Where the actor with that index has its elements; without an index, where elements leave the station. */
  spot(site: Pick<Site<StationOf<K>>, "slot" | "state" | "station" | "pen">, index?: number): Point;
}

/** The name that a station was given, or else the names of its kind, the longest first. */
export function ownNameOr({ name }: Station, ...ofItsKind: readonly Text[]): readonly Text[] {
  return name === undefined ? ofItsKind : [name];
}

/** The value of a station's gauge, or `otherwise` if it has not been reported yet. */
export function gaugeOf({ state }: Pick<Site, "state">, index: number, otherwise: number): number {
  const value = state.gauges[index];
  return value === undefined || Number.isNaN(value) ? otherwise : value;
}

/** The key of a label on the line of a station's name. If there is room for only one of them, the name replaces it. */
export function besideName(number: number): string {
  return `beside-name-${number}`;
}

/** The slot with its labels moved close to a shape that reaches `reach` px from the rail. */
export function closeTo(slot: Slot, reach: number): Slot {
  const shift = Math.max(0, slot.bodyHeight / 2 - reach);
  return {
    ...slot,
    head: slot.head === null ? null : slot.head + shift,
    feet: slot.feet.map((foot) => foot - shift),
  };
}

/** The centre of a slot's body. */
export function middleOf({ x, width, y }: Slot): Point {
  return { x: x + width / 2, y };
}

/** The point at which elements leave a slot. */
export function exitOf({ x, width, y }: Slot): Point {
  return { x: x + width, y };
}

/** The share of the time from `sinceMs` to `untilMs` that has passed, 0 to 1; in quarters if nothing should move. */
export function shareOf(pen: Pen, sinceMs: number, untilMs: number): number {
  const length = untilMs - sinceMs;
  if (!(length > 0) || !Number.isFinite(length)) return 0;
  const share = Math.min(1, Math.max(0, (pen.moment.timeMs - sinceMs) / length));
  return pen.moment.discrete ? Math.floor(share * 4) / 4 : share;
}
