/** The shapes that a picture is made of: plain data, to be computed, compared, drawn on either surface and exported. */
import type { Look } from "./looks.ts";

/** Decides the colour. A form, a mark or a word always says the same. */
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
  /** Identifies the shape from frame to frame; unique in its scene. */
  readonly key: string;
  readonly role: Role;
  /** From 0 to 1; 1 by default. */
  readonly opacity?: number;
}

/** One element, or something drawn like one. */
export interface Token extends Base {
  readonly type: "token";
  /** The element's number; -1 for a token that stands for none. */
  readonly element: number;
  /** Centre, in px. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly look: "solid" | "ghost" | "outline";
  /** The number of the element's kind, which decides its form and colour; -1 if there is only one kind. */
  readonly kind: number;
  /** Whether it is the element that the user has picked. */
  readonly lit: boolean;
  /** The text on it; empty where there is no room. */
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

/** The progress of something, as an arc clockwise from the top. */
export interface Ring extends Base {
  readonly type: "ring";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  /** From 0 to 1, a whole circle. */
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
  /** The number of the station that it is about; -1 for none. */
  readonly about: number;
  /** Whether it stands on the way to that station. */
  readonly onWay: boolean;
  /** Whether it is the name of that station. */
  readonly names: boolean;
  /** Whether it is written on the role's colour instead of on the page. */
  readonly on?: boolean;
}

/** Many elements, one dot each, in full rows from the bottom up; the top row may be short. */
export interface Dots extends Base {
  readonly type: "dots";
  /** Left end of the rows. */
  readonly x: number;
  /** Lower edge of the first row. */
  readonly bottom: number;
  readonly columns: number;
  readonly count: number;
  /** The distance from one dot to the next, in px. */
  readonly pitch: number;
  /** The side of a dot, in px; equal to the pitch where the dots form a solid area. */
  readonly size: number;
}

export type Shape = Token | Rect | Circle | Ring | Path | Label | Dots;
