/** A poster or a frame of a loop as SVG: the question, the pictures, the numbers, and where the run can be played. */
import { qrCode } from "../kit/qr-code.ts";
import { escaped, svgElements } from "../stage/picture/export-svg.ts";
import type { Palette } from "../stage/picture/palette.ts";
import type { Shape } from "../stage/picture/shape.ts";
import { textWidth } from "../stage/picture/text-size.ts";
import { textLines } from "./text-lines.ts";

/** A number with its name, in the colour of its role. */
interface SheetNumber {
  readonly text: string;
  readonly name: string;
  /** A custom property of the theme. */
  readonly ink: string;
}

interface SheetLane {
  readonly name: string;
  readonly numbers: readonly SheetNumber[];
  /** The picture's shapes in a room of this size. */
  shapes(width: number, height: number): readonly Shape[];
}

export interface SheetContent {
  readonly title: string;
  /** Empty on a frame of a loop. */
  readonly question: string;
  readonly time: string;
  /** Where it can be played; empty on a frame of a loop. */
  readonly url: string;
  readonly lanes: readonly SheetLane[];
}

export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/** A poster that fills a screen or a landscape page. */
export const POSTER: SheetSize = { width: 1600, height: 1000 };
/** A loop that plays in a slide or a README. */
export const LOOP: SheetSize = { width: 1280, height: 720 };

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK KR', sans-serif";

/** The text of the SVG document. `palette` gives the colours of the page's theme. */
export function sheetOf(content: SheetContent, size: SheetSize, palette: Palette): string {
  const { width, height } = size;
  const unit = width / 100;
  const margin = 3 * unit;
  const qr = content.url === "" ? 0 : 12 * unit;
  const head = headOf(content, { left: margin, top: margin, width, qr, unit }, palette);
  const top = Math.max(head.bottom, margin + qr) + 1.5 * unit;
  const laneHeight = (height - margin - top) / content.lanes.length;
  const lanes = content.lanes.map((lane, index) =>
    laneOf(
      lane,
      {
        left: margin,
        top: top + index * laneHeight,
        width: width - 2 * margin,
        height: laneHeight - unit,
        unit,
      },
      palette,
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<title>${escaped(content.title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(palette("--panel"))}"/>`,
    ...head.parts,
    ...(qr === 0
      ? []
      : [qrOf(content.url, { left: width - margin - qr, top: margin, side: qr }, palette)]),
    ...lanes.flat(),
    "</svg>\n",
  ].join("\n");
}

interface HeadRoom {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly qr: number;
  readonly unit: number;
}

function headOf(
  { title, question, time, url }: SheetContent,
  { left, top, width, qr, unit }: HeadRoom,
  palette: Palette,
): { readonly parts: string[]; readonly bottom: number } {
  const room = width - 2 * left - (qr === 0 ? 0 : qr + 2 * unit);
  const small = 1.5 * unit;
  const large = 2.7 * unit;
  const lines = question === "" ? [] : textLines(question, large, room);
  const parts = [
    text(`${title} · ${time}`, { x: left, y: top + small, size: small }, palette("--ink-soft")),
    ...lines.map((line, index) =>
      text(
        line,
        { x: left, y: top + small + (index + 1) * large * 1.25, size: large, strong: true },
        palette("--ink"),
      ),
    ),
  ];
  let bottom = top + small + lines.length * large * 1.25;
  if (url !== "") {
    bottom += 1.8 * unit;
    const size = fitting(url, 1.1 * unit, room);
    parts.push(text(url, { x: left, y: bottom, size }, palette("--ink-soft")));
  }
  return { parts, bottom };
}

interface LaneRoom extends SheetSize {
  readonly left: number;
  readonly top: number;
  readonly unit: number;
}

function laneOf(lane: SheetLane, room: LaneRoom, palette: Palette): string[] {
  const { left, top, width, height, unit } = room;
  const size = Math.min(1.8 * unit, height / 7);
  const base = top + size;
  const parts = [text(lane.name, { x: left, y: base, size, strong: true }, palette("--ink"))];
  let right = left + width;
  for (const number of lane.numbers.toReversed()) {
    const nameWidth = textWidth(number.name, size * 0.7);
    const place = { x: right, y: base, size: size * 0.7, end: true };
    parts.push(text(number.name, place, palette("--ink-soft")));
    right -= nameWidth + size * 0.25;
    const big = { x: right, y: base, size: size * 1.15, end: true, strong: true };
    parts.push(text(number.text, big, palette(number.ink)));
    right -= textWidth(number.text, size * 1.15, true) + size * 0.9;
  }
  const pictureTop = base + size * 0.7;
  const pictureHeight = Math.max(1, top + height - pictureTop);
  const shapes = lane.shapes(width, pictureHeight);
  parts.push(
    `<svg x="${left}" y="${pictureTop}" width="${width}" height="${pictureHeight}" viewBox="0 0 ${width} ${pictureHeight}">`,
    svgElements(shapes, palette),
    "</svg>",
  );
  return parts;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly strong?: boolean;
  /** Whether it ends at `x`, rather than begins there. */
  readonly end?: boolean;
}

function text(words: string, place: TextPlace, fill: string): string {
  const { x, y, size, strong = false, end = false } = place;
  const more = `${strong ? ' font-weight="700"' : ""}${end ? ' text-anchor="end"' : ""}`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${escaped(fill)}"${more}>${escaped(words)}</text>`;
}

function fitting(words: string, size: number, room: number): number {
  return Math.min(size, (size * room) / Math.max(1, textWidth(words, size)));
}

interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** A QR code, dark on light in any theme, because scanners need that. */
function qrOf(url: string, { left, top, side }: Square, palette: Palette): string {
  const { size, path } = qrCode(url);
  return (
    `<svg x="${left}" y="${top}" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}">` +
    `<rect width="${size}" height="${size}" fill="#ffffff" stroke="${escaped(palette("--line"))}" stroke-width="0.3"/>` +
    `<path d="${path}" fill="#000000" shape-rendering="crispEdges"/></svg>`
  );
}
