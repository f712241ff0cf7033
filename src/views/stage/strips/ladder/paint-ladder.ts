/** Draws the ladder of one lane onto a canvas. */
import type { Bundle, Ladder, LadderMark, Segment, StayKind } from "../../../../run/index.ts";
import type { Connection, Station } from "../../../../systems/index.ts";
import type { Palette } from "../../picture/palette.ts";
import type { Bands } from "./bands.ts";

export interface LadderSheet {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly bands: Bands;
  readonly connections: readonly Connection[];
  readonly width: number;
  /** The position of a time, in px. */
  x(timeMs: number): number;
}

const LINE_COLOURS: Readonly<Record<StayKind, string>> = {
  held: "--held",
  inside: "--waiting",
  working: "--working",
};

const BAND_COLOURS: Readonly<Partial<Record<Station["kind"], string>>> = {
  source: "--panel-sunk",
  network: "--panel-sunk",
  buffer: "--waiting-soft",
  workers: "--working-soft",
};

/** Up to this many lines are thick. */
const FEW_LINES = 150;
const FEW_RIMS = 60;
/** The opacity of the bundles with the most elements, and the least opacity of a bundle. */
const MOST_OPAQUE = 0.95;
const LEAST_OPAQUE = 0.3;

export function paintLadder(sheet: LadderSheet, ladder: Ladder): void {
  paintBands(sheet);
  const { context, palette } = sheet;
  const strong = ladder.segments.length <= FEW_LINES;
  context.lineCap = "round";
  context.lineWidth = strong ? 1.75 : 1.25;
  for (const kind of ["inside", "working", "held"] as const) {
    context.strokeStyle = palette(LINE_COLOURS[kind]);
    context.fillStyle = palette(LINE_COLOURS[kind]);
    paintLines(sheet, ladder.segments, kind);
    paintBundles(sheet, ladder.bundles, kind);
  }
  paintBirths(sheet, ladder.births);
  paintEnds(sheet, ladder, strong ? 2.4 : 1.7);
  paintLosses(sheet, ladder, strong ? 3.4 : 2.6);
  paintRequests(sheet, ladder.requests);
}

function paintBands({ context, palette, bands, width }: LadderSheet): void {
  for (const { station, top, height } of bands.bands) {
    context.fillStyle = palette(BAND_COLOURS[station.kind] ?? "--panel-sunk");
    context.fillRect(0, top, width, height);
  }
}

function paintLines(
  { context, bands, x }: LadderSheet,
  segments: readonly Segment[],
  kind: StayKind,
): void {
  context.beginPath();
  for (const segment of segments) {
    if (segment.kind !== kind || segment.toMs === segment.fromMs) continue;
    context.moveTo(x(segment.fromMs), bands.y(segment.station, 0));
    context.lineTo(x(segment.toMs), bands.y(segment.station, segment.share));
  }
  context.stroke();
}

/** Paints bundles: the more elements a bundle holds, the more opaque it is. */
function paintBundles(
  { context, bands, x }: LadderSheet,
  bundles: readonly Bundle[],
  kind: StayKind,
): void {
  const own = bundles.filter((bundle) => bundle.kind === kind);
  const most = Math.max(1, ...own.map(({ n }) => n));
  const width = context.lineWidth;
  context.lineWidth = 0.75;
  for (const bundle of own) {
    const top = bands.y(bundle.station, 0);
    context.globalAlpha = LEAST_OPAQUE + (MOST_OPAQUE - LEAST_OPAQUE) * Math.sqrt(bundle.n / most);
    context.beginPath();
    context.moveTo(x(bundle.fromMs), top);
    context.lineTo(x(bundle.fromLastMs), top);
    context.lineTo(x(bundle.toLastMs), bands.y(bundle.station, bundle.shareLeast));
    context.lineTo(x(bundle.toMs), bands.y(bundle.station, bundle.share));
    context.closePath();
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
  context.lineWidth = width;
}

/** Paints short strokes on the lower edge of the source, which show its rhythm. */
function paintBirths({ context, palette, bands, x }: LadderSheet, births: readonly LadderMark[]) {
  context.fillStyle = palette("--made");
  for (const { place, atMs } of births)
    context.fillRect(x(atMs) - 0.75, bands.y(place, 1) - 3, 1.5, 3);
}

function paintEnds({ context, palette, bands, x }: LadderSheet, ladder: Ladder, radius: number) {
  context.fillStyle = palette("--done");
  context.beginPath();
  for (const each of ladder.segments.length > 0 ? ladder.segments : ladder.bundles) {
    if (each.end !== "done") continue;
    const [left, y] = [x(each.toMs), bands.y(each.station, 1)];
    context.moveTo(left + radius, y);
    context.arc(left, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** Paints a cross where a line ends in a loss; a bundle of losses is one cross, bolder the more there are. */
function paintLosses({ context, palette, bands, x }: LadderSheet, ladder: Ladder, size: number) {
  const most = Math.max(1, ...ladder.losses.map(({ n }) => n));
  // A rim sets a cross off from the lines; the rims of many would hide them.
  const few = ladder.losses.length <= FEW_RIMS;
  for (const { place, share, atMs, n } of ladder.losses) {
    const [left, y] = [x(atMs), bands.y(place, share) + (share === 0 ? size / 2 : 0)];
    context.beginPath();
    context.moveTo(left - size, y - size);
    context.lineTo(left + size, y + size);
    context.moveTo(left + size, y - size);
    context.lineTo(left - size, y + size);
    context.strokeStyle = palette("--panel");
    context.lineWidth = 3.6;
    if (few) context.stroke();
    context.strokeStyle = palette("--lost");
    context.lineWidth = 1.4 + (most > 1 ? (1.2 * n) / most : 0.3);
    context.stroke();
  }
}

/** Arrows closer together than this, in px, are thin, so that whole bands of them don't hide the lines. */
const DENSE_PX = 9;

/** Paints an arrow upstream for each request, from the station that makes it, in the colour of tickets. */
function paintRequests(
  { context, palette, bands, connections, x }: LadderSheet,
  requests: readonly LadderMark[],
): void {
  context.strokeStyle = palette("--ink");
  context.fillStyle = palette("--ink");
  for (const [place, { from, to }] of connections.entries()) {
    const own = requests.filter((mark) => mark.place === place);
    const dense = closest(own.map(({ atMs }) => x(atMs))) < DENSE_PX;
    const [bottom, top] = [bands.y(to, 0.45), bands.y(from, 0.5)];
    const head = Math.min(dense ? 3 : 5, (bottom - top) / 2);
    context.globalAlpha = dense ? 0.55 : 1;
    context.lineWidth = dense ? 1 : 1.5;
    for (const { atMs } of own) {
      const left = x(atMs);
      context.beginPath();
      context.moveTo(left, bottom);
      context.lineTo(left, top + head);
      context.stroke();
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left - head * 0.7, top + head);
      context.lineTo(left + head * 0.7, top + head);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

function closest(places: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < places.length; i++)
    least = Math.min(least, (places[i] as number) - (places[i - 1] as number));
  return least;
}
