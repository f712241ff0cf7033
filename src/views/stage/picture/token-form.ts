/** The outlines of elements: a rounded square, or the form of their kind; lost elements are crossed out. */
import { tenths } from "./pen.ts";

/** The number of forms; further kinds start again with the first. */
const FORMS = 8;

/** The outline around (0, 0), about `size` px wide, as the `d` of a path. Made once for each kind and size. */
export function outlineOf(kind: number, size: number): string {
  const key = (kind < 0 ? FORMS : kind % FORMS) * 10_000 + Math.round(size * 10);
  let outline = outlines.get(key);
  if (outline === undefined) {
    outline = kind < 0 ? roundedSquare(size) : formOf(kind % FORMS, size);
    if (outlines.size > MOST_KEPT) outlines.clear();
    outlines.set(key, outline);
  }
  return outline;
}

const MOST_KEPT = 2000;
const outlines = new Map<number, string>();

/** The two strokes that cross out a lost element, as the `d` of a path. */
export function crossOf(size: number): string {
  const r = tenths(size * 0.5);
  return `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`;
}

/** How far below the centre a number stands, as a share of the size: triangles have most room towards one side. */
export function sinkOf(kind: number): number {
  if (kind < 0) return 0;
  if (kind % FORMS === 6) return -0.12;
  return kind % FORMS === 2 ? 0.12 : 0;
}

function roundedSquare(size: number): string {
  const half = tenths(size / 2);
  const r = tenths(Math.min(8, size * 0.2));
  const side = tenths(size - 2 * r);
  return `M${tenths(-half + r)} ${-half}h${side}a${r} ${r} 0 0 1 ${r} ${r}v${side}a${r} ${r} 0 0 1 ${-r} ${r}h${-side}a${r} ${r} 0 0 1 ${-r} ${-r}v${-side}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

function formOf(form: number, size: number): string {
  const half = size / 2;
  switch (form) {
    case 0:
      return `M${tenths(-half)} 0a${tenths(half)} ${tenths(half)} 0 1 1 ${tenths(size)} 0a${tenths(half)} ${tenths(half)} 0 1 1 ${tenths(-size)} 0z`;
    case 1:
      return polygon(4, half * 1.24, 45);
    case 2:
      return polygon(3, half * 1.26, -90, half * 0.18);
    case 3:
      return polygon(4, half * 1.16, 0);
    case 4:
      return polygon(5, half * 1.1, -90, half * 0.05);
    case 5:
      return polygon(6, half * 1.06, 0);
    case 6:
      return polygon(3, half * 1.26, 90, -half * 0.18);
    default:
      return plus(half);
  }
}

function polygon(corners: number, radius: number, firstDegrees: number, down = 0): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = ((firstDegrees + (360 / corners) * index) * Math.PI) / 180;
    return `${tenths(radius * Math.cos(angle))} ${tenths(radius * Math.sin(angle) + down)}`;
  });
  return `M${points.join("L")}z`;
}

function plus(half: number): string {
  const [end, arm] = [tenths(half), tenths(half * 0.55)];
  const far = tenths(end - arm);
  return `M${-arm} ${-end}H${arm}v${far}h${far}V${arm}h${-far}v${far}H${-arm}v${-far}h${-far}V${-arm}h${far}z`;
}
