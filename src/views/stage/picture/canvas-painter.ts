/**
 * Draws shapes onto a canvas: those that move with every frame, and those that are too many for nodes. The canvas
 * covers only the part of the picture in which something has been drawn, because all of it is copied with every frame.
 */
import { around, extentOf, isWithin } from "./extent.ts";
import type { Box } from "./layout.ts";
import { colourName, kindColourName, paintsOf } from "./looks.ts";
import type { Palette } from "./palette.ts";
import { isSame } from "./same-shape.ts";
import type { Circle, Dots, Path, Rect, Ring, Shape, Token } from "./shape.ts";
import { type Context2D, Sprites } from "./sprites.ts";
import { crossOf, outlineOf, sinkOf } from "./token-form.ts";

/** The most pixels of the canvas per CSS px: a finer canvas costs more than the eye gains. */
const MOST_PIXEL_RATIO = 2;
/** The number of outlines that are kept as paths. */
const MOST_PATHS = 600;
/** All numbers are written in this font size, and scaled. */
const FONT_PX = 16;
/** The edges of the canvas lie on multiples of this, in px: whole px on most screens, and it seldom has to grow. */
const EDGE_EVERY = 32;

export class CanvasPainter {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D | null;
  private readonly paths = new Map<string, Path2D>();
  private ratio = 1;
  /** The size of the picture. */
  private room = { width: 0, height: 0 };
  /** The part of the picture that the canvas covers; null while nothing has been drawn. */
  private area: Box | null = null;
  private family = "sans-serif";
  /** Whether the canvas's font is set: setting or reading it costs more than writing a number. */
  private hasFont = false;
  private clean = true;
  private lastDots: Dots | null = null;
  private last: readonly Shape[] = [];
  private readonly sprites = new Sprites();

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
  }

  /** Sets the size of the picture, in CSS px, and clears it. */
  resize(width: number, height: number): void {
    this.ratio = Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
    this.family = getComputedStyle(this.canvas).fontFamily || "sans-serif";
    this.room = { width, height };
    this.place(null);
    this.sprites.clear();
  }

  /** Shrinks the canvas to nothing; it grows again with what is drawn next. For a new run. */
  uncover(): void {
    if (this.area !== null) this.place(null);
  }

  clear(): void {
    const { context, canvas } = this;
    if (this.clean || context === null) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    this.clean = true;
    this.lastDots = null;
    this.last = [];
  }

  /** Paints these shapes instead of the last. All paths lie in `pathsIn`; without it their extents are computed. */
  paint(shapes: readonly Shape[], palette: Palette, pathsIn?: Box): void {
    const { context } = this;
    if (context === null) return;
    if (sameShapes(shapes, this.last)) return;
    this.cover(extentOf(shapes, pathsIn));
    this.last = shapes;
    const [only] = shapes;
    if (shapes.length === 1 && only?.type === "dots" && this.addDots(context, only, palette))
      return;
    this.clear();
    this.last = shapes;
    if (shapes.length === 0) return;
    this.clean = false;
    this.setTransform(context);
    context.lineJoin = "round";
    for (const shape of shapes) this.draw(context, shape, palette);
    context.globalAlpha = 1;
    this.lastDots = shapes.length === 1 && only?.type === "dots" ? only : null;
  }

  /** Makes the next painting start afresh, because the colours have changed. */
  forget(): void {
    this.lastDots = null;
    this.last = [];
    this.sprites.clear();
  }

  /** Grows the canvas, if necessary, until it covers `extent`. */
  private cover(extent: Box | null): void {
    const { area, room } = this;
    if (extent === null || (area !== null && isWithin(extent, area))) return;
    const wanted = area === null ? extent : around(area, extent);
    const left = down(Math.max(0, wanted.x));
    const top = down(Math.max(0, wanted.y));
    const right = Math.min(room.width, -down(-(wanted.x + wanted.width)));
    const bottom = Math.min(room.height, -down(-(wanted.y + wanted.height)));
    const grown = { x: left, y: top, width: right - left, height: bottom - top };
    if (area === null || !isWithin(grown, area)) this.place(grown);
  }

  /** Makes the canvas cover exactly this part of the picture (null: none of it), and empties it. */
  private place(area: Box | null): void {
    const { canvas, ratio } = this;
    this.area = area;
    const { x, y, width, height } = area ?? { x: 0, y: 0, width: 0, height: 0 };
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    const { style } = canvas;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    // Setting the size of a canvas empties it and resets its font.
    this.hasFont = false;
    this.clean = true;
    this.lastDots = null;
    this.last = [];
  }

  private setTransform(context: CanvasRenderingContext2D): void {
    const { ratio } = this;
    const { x, y } = this.area ?? { x: 0, y: 0 };
    context.setTransform(ratio, 0, 0, ratio, -x * ratio, -y * ratio);
  }

  private draw(context: CanvasRenderingContext2D, shape: Shape, palette: Palette): void {
    context.globalAlpha = shape.opacity ?? 1;
    switch (shape.type) {
      case "token":
        this.token(context, shape, palette);
        break;
      case "ring":
        ring(context, shape, palette);
        break;
      case "path":
        this.path(context, shape, palette);
        break;
      case "dots":
        drawDots(context, shape, palette, 0);
        break;
      case "rect":
      case "circle":
        drawBody(context, shape, palette);
        break;
      default:
    }
  }

  /** Draws only the new dots, if dots have merely been added since the last painting. Returns whether that was so. */
  private addDots(context: CanvasRenderingContext2D, dots: Dots, palette: Palette): boolean {
    const { lastDots: last } = this;
    if (last === null) return false;
    const { x, bottom, columns, pitch, size, role } = dots;
    if (last.x !== x || last.bottom !== bottom || last.columns !== columns) return false;
    if (last.pitch !== pitch || last.size !== size || last.role !== role) return false;
    if (dots.count < last.count) return false;
    this.setTransform(context);
    drawDots(context, dots, palette, last.count);
    this.lastDots = dots;
    return true;
  }

  /** Copies the token from a sprite of the whole; else copies its body and writes its number; else draws both. */
  private token(context: CanvasRenderingContext2D, token: Token, palette: Palette): void {
    const { sprites, ratio } = this;
    const { label } = token;
    if (label !== "") {
      const whole = (on: Context2D) => {
        this.body(on, token, palette);
        this.label(on, token, token, palette);
      };
      if (sprites.copy(context, token, label, ratio, whole) !== null) return;
    }
    const at = sprites.copy(context, token, "", ratio, (on) => this.body(on, token, palette));
    if (at === null) this.body(context, token, palette);
    if (label !== "") this.label(context, token, at ?? token, palette);
  }

  private body(context: Context2D, token: Token, palette: Palette): void {
    const { role, x, y, size, look, kind, lit } = token;
    const solid = look === "solid";
    const kinded = kind >= 0;
    const ink = palette(`--p-${role}-ink`);
    context.translate(x, y);
    const outline = this.path2d(outlineOf(kind, size));
    if (look !== "outline") {
      context.fillStyle = palette(
        solid ? (kinded ? kindColourName(kind, "fill") : `--p-${role}`) : `--p-${role}-soft`,
      );
      context.fill(outline);
    }
    if (!solid || kinded || lit) {
      context.lineWidth = lit ? Math.max(3, size * 0.14) : Math.max(1, size * 0.055);
      const line = solid ? (kinded ? palette(kindColourName(kind, "line")) : ink) : ink;
      context.strokeStyle = lit ? palette("--p-text") : line;
      context.setLineDash(solid || lit ? [] : [size * 0.14, size * 0.1]);
      context.stroke(outline);
    }
    if (look === "ghost") {
      context.setLineDash([]);
      context.lineWidth = Math.max(1.4, size * 0.085);
      context.strokeStyle = palette(`--p-${role}`);
      context.stroke(this.path2d(crossOf(size)));
    }
    context.translate(-x, -y);
  }

  /** Writes the number of a token whose centre is at `at`. */
  private label(
    context: Context2D,
    { role, size, look, kind, label, labelSize }: Token,
    at: { readonly x: number; readonly y: number },
    palette: Palette,
  ): void {
    const solid = look === "solid";
    const kinded = kind >= 0;
    this.setFont(context);
    // Changing the scale costs nothing compared with changing the font.
    const scale = labelSize / FONT_PX;
    const y = at.y + labelSize * 0.36 + sinkOf(kind) * size;
    context.translate(at.x, y);
    context.scale(scale, scale);
    if (look === "ghost") {
      context.lineWidth = FONT_PX * 0.28;
      context.strokeStyle = palette(`--p-${role}-soft`);
      context.strokeText(label, 0, 0);
    }
    const ink = kinded ? kindColourName(kind, "on") : `--p-${role}-on`;
    context.fillStyle = palette(solid ? ink : `--p-${role}-ink`);
    context.fillText(label, 0, 0);
    context.scale(1 / scale, 1 / scale);
    context.translate(-at.x, -y);
  }

  private setFont(context: Context2D): void {
    if (context === this.context) {
      if (this.hasFont) return;
      this.hasFont = true;
    }
    context.font = `650 ${FONT_PX}px ${this.family}`;
    context.textAlign = "center";
  }

  private path(context: CanvasRenderingContext2D, shape: Path, palette: Palette): void {
    const { role, look, width, shift = 0 } = shape;
    const paints = paintsOf(look);
    const fill = colourName(role, paints.fill);
    const stroke = colourName(role, paints.stroke);
    // Not worth keeping: it changes with every frame.
    const path = new Path2D(shape.d);
    if (fill !== null) {
      context.fillStyle = palette(fill);
      context.fill(path);
    }
    if (stroke === null || width <= 0) return;
    context.strokeStyle = palette(stroke);
    context.lineWidth = width;
    context.lineCap = paints.round === true ? "round" : "butt";
    context.setLineDash(paints.dash?.map((share) => share * Math.max(1, width)) ?? []);
    context.lineDashOffset = shift;
    context.stroke(path);
    context.lineDashOffset = 0;
  }

  private path2d(d: string): Path2D {
    let path = this.paths.get(d);
    if (path === undefined) {
      if (this.paths.size > MOST_PATHS) this.paths.clear();
      path = new Path2D(d);
      this.paths.set(d, path);
    }
    return path;
  }
}

/** Rounds `px` down to the nearest possible edge of the canvas. */
function down(px: number): number {
  return Math.floor(px / EDGE_EVERY) * EDGE_EVERY;
}

function ring(
  context: CanvasRenderingContext2D,
  { x, y, radius, width, share, role }: Ring,
  palette: Palette,
): void {
  context.strokeStyle = palette(`--p-${role}`);
  context.lineWidth = width;
  context.lineCap = "round";
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
  context.stroke();
}

function drawBody(context: CanvasRenderingContext2D, shape: Rect | Circle, palette: Palette): void {
  const paints = paintsOf(shape.look);
  const fill = colourName(shape.role, paints.fill);
  const stroke = colourName(shape.role, paints.stroke);
  context.beginPath();
  if (shape.type === "rect")
    context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.corner);
  else context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
  if (fill !== null) {
    context.fillStyle = palette(fill);
    context.fill();
  }
  if (stroke === null) return;
  context.strokeStyle = palette(stroke);
  context.lineWidth = 1.6;
  context.setLineDash(paints.dash?.map((share) => share * 1.6) ?? []);
  context.stroke();
}

/** Whether two lists hold shapes that look the same, in the same order. */
function sameShapes(one: readonly Shape[], other: readonly Shape[]): boolean {
  return one.length === other.length && one.every((shape, i) => isSame(shape, other[i] as Shape));
}

/** With more dots than this, a block with its gaps cut out costs less than dot after dot. */
const MANY_DOTS = 200;

/** Draws the dots from number `from` on. */
function drawDots(
  context: CanvasRenderingContext2D,
  dots: Dots,
  palette: Palette,
  from: number,
): void {
  const { x, bottom, columns, count, pitch, size, role } = dots;
  const gap = (pitch - size) / 2;
  context.fillStyle = palette(`--p-${role}`);
  let next = from;
  const fullRows = Math.floor(count / columns);
  if (from === 0 && count > MANY_DOTS) {
    drawBlock(context, dots, fullRows);
    next = fullRows * columns;
  }
  for (let i = next; i < count; i++) {
    const left = x + (i % columns) * pitch + gap;
    const top = bottom - (Math.floor(i / columns) + 1) * pitch + gap;
    context.fillRect(left, top, size, size);
  }
}

/** Draws full rows of dots as one area and cuts the gaps out of it. Nothing else may lie under them. */
function drawBlock(context: CanvasRenderingContext2D, dots: Dots, rows: number): void {
  const { x, bottom, columns, pitch, size } = dots;
  const gap = pitch - size;
  const width = columns * pitch;
  const height = rows * pitch;
  context.fillRect(x + gap / 2, bottom - height + gap / 2, width - gap, height - gap);
  for (let column = 1; column < columns; column++) {
    context.clearRect(x + column * pitch - gap / 2, bottom - height, gap, height);
  }
  for (let row = 1; row < rows; row++) {
    context.clearRect(x, bottom - row * pitch - gap / 2, width, gap);
  }
}
