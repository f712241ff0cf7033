/** How shapes are filled and stroked: one table for the SVG, the canvas and exports. */
import type { Role } from "./shape.ts";

/** A colour by its purpose: `fill`, `ink`, `soft` and `on` depend on the shape's role, the others don't. */
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
  /** A body in which something happens. */
  body: { fill: "soft", stroke: "fill" },
  /** A body in which nothing happens. */
  hollow: { fill: "page", stroke: "fill" },
  dashed: { fill: "page", stroke: "fill", dash: [3, 2.6] },
  /** The frame of a buffer; `strained` when it is full, `open` when it has no bound. */
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
  /** A background for words that stand over something else. */
  plate: { fill: "page", stroke: "none" },
  /** A gap where something would have been. */
  missed: { fill: "page", stroke: "fill", dash: [1.8, 1.4] },
  demand: { fill: "none", stroke: "ink", dash: [3, 2.4] },
} as const satisfies Readonly<Record<string, LookPaints>>;

export type Look = keyof typeof LOOKS;

/** The paints of a look, typed with all optional parts. */
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

/** The custom property (see picture.css) that holds a colour of a kind of elements. */
export function kindColourName(kind: number, part: "fill" | "line" | "on"): string {
  return `--p-kind-${kind % KIND_COLOURS}${part === "fill" ? "" : `-${part}`}`;
}

const KIND_COLOURS = 6;
