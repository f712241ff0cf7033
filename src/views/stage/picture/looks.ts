/** How shapes are filled and stroked: one table for SVG, for the canvas and for an export. */
import type { Role } from "./shape.ts";

/** A colour by what it is for: `fill`, `ink`, `soft` and `on` are those of the shape's role. */
export type Paint =
  | "fill"
  | "ink"
  | "soft"
  | "on"
  | "page"
  | "line"
  | "line-strong"
  | "text"
  | "none";

interface LookPaints {
  readonly fill: Paint;
  readonly stroke: Paint;
  /** Dashes in widths of the stroke. */
  readonly dash?: readonly [number, number];
  readonly round?: boolean;
}

export const LOOKS = {
  /** A body that something happens in. */
  body: { fill: "soft", stroke: "fill" },
  /** The same gone quiet. */
  hollow: { fill: "page", stroke: "fill" },
  dashed: { fill: "page", stroke: "fill", dash: [3, 2.6] },
  /** A frame around cells, and the same of a buffer without bound. */
  frame: { fill: "page", stroke: "ink" },
  strained: { fill: "soft", stroke: "ink" },
  open: { fill: "none", stroke: "ink", dash: [4, 3] },
  cell: { fill: "none", stroke: "line" },
  solid: { fill: "fill", stroke: "none" },
  "solid-lined": { fill: "fill", stroke: "ink" },
  pale: { fill: "soft", stroke: "none" },
  bed: { fill: "line", stroke: "none" },
  rail: { fill: "none", stroke: "line", round: true },
  line: { fill: "none", stroke: "fill", round: true },
  ink: { fill: "none", stroke: "ink", round: true },
  mark: { fill: "none", stroke: "text", dash: [3, 3] },
  thin: { fill: "none", stroke: "line-strong" },
  sign: { fill: "none", stroke: "page", round: true },
  ticket: { fill: "none", stroke: "ink", dash: [2.4, 2] },
  stream: { fill: "none", stroke: "fill", dash: [0.1, 2.2], round: true },
  /** Under words that stand over something. */
  plate: { fill: "page", stroke: "none" },
  /** Where something would have been. */
  missed: { fill: "page", stroke: "fill", dash: [1.8, 1.4] },
  demand: { fill: "none", stroke: "ink", dash: [3, 2.4] },
} as const satisfies Readonly<Record<string, LookPaints>>;

export type Look = keyof typeof LOOKS;

/** The paints of a look, with all its parts. */
export function paintsOf(look: Look): LookPaints {
  return LOOKS[look];
}

/** The custom property (see picture.css) that holds a paint of a role; null for none. */
export function colourName(role: Role, paint: Paint): string | null {
  switch (paint) {
    case "none":
      return null;
    case "fill":
      return `--p-${role}`;
    case "ink":
    case "soft":
    case "on":
      return `--p-${role}-${paint}`;
    default:
      return `--p-${paint}`;
  }
}

/** Kinds of elements have colours of their own. */
export function kindColourName(kind: number, part: "fill" | "line" | "on"): string {
  return `--p-kind-${kind % KIND_COLOURS}${part === "fill" ? "" : `-${part}`}`;
}

const KIND_COLOURS = 6;
