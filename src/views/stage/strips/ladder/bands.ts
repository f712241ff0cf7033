/** Where the bands of ladders lie in their field: one below the other, lane by lane. */
import type { Recording } from "../../../../run/index.ts";
import type { Station } from "../../../../systems/index.ts";

export interface Band {
  /** Number of the station. */
  readonly number: number;
  readonly station: Station;
  readonly top: number;
  readonly height: number;
}

/** The kinds of stations that elements can be in; at the others they only wait to be let through. */
const BAND_KINDS: ReadonlySet<Station["kind"]> = new Set([
  "source",
  "network",
  "buffer",
  "workers",
]);

/** The gap between bands, as a share of the pitch and at most in px, and the margin around a lane's, in px. */
const GAP = 0.22;
const MOST_GAP = 10;
const MARGIN = 3;

export class Bands {
  readonly bands: readonly Band[];

  /** The bands of lane number `lane` of `lanes`, in a field that is `height` px high. */
  constructor({ topology }: Recording, lane: number, lanes: number, height: number) {
    const shown = [...topology.stations.entries()].filter(([, { kind }]) => BAND_KINDS.has(kind));
    const room = height / lanes - 2 * MARGIN;
    const pitch = room / (shown.length - GAP * (shown.length > 1 ? 1 : 0));
    const gap = Math.min(MOST_GAP, pitch * GAP);
    const bandHeight = (room - gap * (shown.length - 1)) / shown.length;
    const top = (height / lanes) * lane + MARGIN;
    this.bands = shown.map(([number, station], index) => ({
      number,
      station,
      top: top + index * (bandHeight + gap),
      height: bandHeight,
    }));
  }

  /** The height in px of a point that is `share` of the way through a station's band. */
  y(station: number, share: number): number {
    const own = this.bands.find(({ number }) => number === station);
    if (own !== undefined) return own.top + own.height * share;
    // A gate has no band, so what is lost there is drawn at the top of the next one.
    const next = this.bands.find(({ number }) => number > station) ?? this.bands.at(-1);
    return next === undefined ? 0 : next.top;
  }

  /** The band at a height in px, or the nearest one, and how far through it that is; undefined without bands. */
  at(y: number): { readonly band: Band; readonly share: number } | undefined {
    let nearest: Band | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const band of this.bands) {
      const away = Math.max(band.top - y, y - band.top - band.height, 0);
      if (away >= least) continue;
      least = away;
      nearest = band;
    }
    if (nearest === undefined) return undefined;
    return { band: nearest, share: (y - nearest.top) / nearest.height };
  }

  get top(): number {
    return this.bands[0]?.top ?? 0;
  }

  get bottom(): number {
    const last = this.bands.at(-1);
    return last === undefined ? 0 : last.top + last.height;
  }
}
