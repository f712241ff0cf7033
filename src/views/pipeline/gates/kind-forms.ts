/** The outlines that tell kinds of elements apart, for whoever can't by colour. */

/** How many forms, and colours, there are; then they begin anew. */
export const FORMS = 6;

/** How far below the middle a number stands in a form, in shares of its size. */
export function sinkOf(kind: number): number {
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
    default:
      return polygon(6, half * 1.06, 0);
  }
}

function polygon(corners: number, radius: number, firstDegrees: number, down = 0): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = ((firstDegrees + (360 / corners) * index) * Math.PI) / 180;
    return `${tenths(radius * Math.cos(angle))} ${tenths(radius * Math.sin(angle) + down)}`;
  });
  return `M${points.join("L")}Z`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
