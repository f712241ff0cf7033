/** What a picture is made of: plain data, so that it can be computed, compared and tested without a page. */

/** Decides colour; the mark beside it makes it readable without. */
export type Role =
  | "produced"
  | "buffered"
  | "working"
  | "done"
  | "dropped"
  | "suspended"
  | "permit"
  | "quiet";

interface Base {
  /** Stays the same for the same thing from frame to frame. */
  readonly key: string;
  readonly role: Role;
  readonly opacity?: number;
}

/** An element: a numbered token; its form tells its kind, its mark what became of it. */
export interface Token extends Base {
  readonly type: "token";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
  readonly mark: "none" | "cross" | "tick";
}

/** An element of one of several kinds: its outline and its colour tell the kind. */
export interface Figure extends Base {
  readonly type: "figure";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
  /** How far below the middle the number stands, in shares of the size. */
  readonly sink: number;
  readonly kind: number;
  /** The outline around (0, 0). */
  readonly d: string;
}

export interface Rect extends Base {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly corner: number;
  readonly style:
    | "frame"
    | "open-frame"
    | "cell"
    | "liquid"
    | "ghost"
    | "place"
    | "place-taken"
    | "bar"
    | "bar-fill"
    | "cable";
}

export interface Circle extends Base {
  readonly type: "circle";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly style: "station" | "dashed" | "bead";
}

/** How far something has got: an arc from the top, clockwise. */
export interface Ring extends Base {
  readonly type: "ring";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface Line extends Base {
  readonly type: "line";
  readonly d: string;
  readonly style:
    | "leg"
    | "stream"
    | "gate-open"
    | "gate-shut"
    | "gap"
    | "lever"
    | "outline"
    | "fill"
    | "permit"
    | "permit-taken"
    | "thin";
  /** For streams: how far the dashes have moved, in px. */
  readonly shift?: number;
}

export interface Label extends Base {
  readonly type: "label";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly style: "name" | "note" | "number" | "big" | "big-on" | "note-on" | "strong";
}

export type Shape = Token | Figure | Rect | Circle | Ring | Line | Label;
