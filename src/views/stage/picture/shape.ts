/** What a picture is made of: plain data, so that it can be computed, compared, drawn on either surface and exported. */
import type { Look } from "./looks.ts";

/** Decides the colour. A form, a mark or a word always stands beside it. */
export type Role =
  | "made"
  | "waiting"
  | "working"
  | "done"
  | "lost"
  | "held"
  | "permit"
  | "demand"
  | "quiet";

interface Base {
  /** The same for the same thing from frame to frame, and unique in its scene. */
  readonly key: string;
  readonly role: Role;
  /** 0 to 1; 1 where it is left out. */
  readonly opacity?: number;
}

/** One element, or a place where one would be. */
export interface Token extends Base {
  readonly type: "token";
  /** The element's number; -1 for a token that stands for none. */
  readonly element: number;
  /** Centre, in px. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly look: "solid" | "ghost" | "outline";
  /** Number of the element's kind, which decides form and colour; -1 where all are of one. */
  readonly kind: number;
  /** It is the one that somebody picked. */
  readonly lit: boolean;
  /** What is written on it; empty where there is no room. */
  readonly label: string;
  /** Size of the label, in px. */
  readonly labelSize: number;
}

export interface Rect extends Base {
  readonly type: "rect";
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly corner: number;
}

export interface Circle extends Base {
  readonly type: "circle";
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How far something has got: an arc from the top, clockwise. */
export interface Ring extends Base {
  readonly type: "ring";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A line or an outline, as the `d` of an SVG path. */
export interface Path extends Base {
  readonly type: "path";
  readonly look: Look;
  readonly d: string;
  readonly width: number;
  /** How far the dashes of a moving line have moved, in px. */
  readonly shift?: number;
}

export interface Label extends Base {
  readonly type: "label";
  readonly x: number;
  /** Baseline, in px. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly weight: "note" | "strong";
  /** Number of the station that it tells of; -1 for none. */
  readonly about: number;
  /** It stands on the way to that station. */
  readonly onWay: boolean;
  /** It is the name of that station. */
  readonly names: boolean;
  /** Written on the role's colour instead of on the page. */
  readonly on?: boolean;
}

/** Many elements, one dot each, in full rows from the bottom up; the last row may be short. */
export interface Dots extends Base {
  readonly type: "dots";
  /** Left end of the rows. */
  readonly x: number;
  /** Lower edge of the first row. */
  readonly bottom: number;
  readonly columns: number;
  readonly count: number;
  /** From one dot to the next. */
  readonly pitch: number;
  /** Side of a dot; the pitch itself where dots have become a level. */
  readonly size: number;
}

export type Shape = Token | Rect | Circle | Ring | Path | Label | Dots;
