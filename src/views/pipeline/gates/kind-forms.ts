/** The outlines that tell kinds of elements apart, for whoever can't by colour. */

/** How many forms there are; then they begin anew. */
export const FORMS = 8;
/** How many colours: the last forms share theirs with the first. */
export const COLOURS = 6;

/** How far below the middle a number stands in a form, in shares of its size. */
export function sinkOf(kind: number): number {
  if (kind % FORMS === 6) return -0.12;
  return kind % FORMS === 2 ? 0.12 : 0;
}

/** The outline of a kind around (0, 0), about `size` px wide. */
export function formOf(kind: number, size: number): string {
  const half = size / 2;
  switch (kind % FORMS) {
    case 0:
      return `M${-half} 0A${half} ${half} 0 1 1 ${half} 0A${half} ${half} 0 1 1 ${-half} 0Z`;
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
  return `M${points.join("L")}Z`;
}

function plus(half: number): string {
  const [end, arm] = [tenths(half), tenths(half * 0.55)];
  const far = tenths(end - arm);
  return `M${-arm} ${-end}H${arm}v${far}h${far}V${arm}h${-far}v${far}H${-arm}v${-far}h${-far}V${-arm}h${far}Z`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
