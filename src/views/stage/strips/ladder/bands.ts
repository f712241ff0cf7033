/** Where the bands of a ladder lie in its field: one below the other, the lanes' ladders one below the other too. */
import type { Recording } from "../../../../run/index.ts";
import type { Station } from "../../../../systems/index.ts";

export interface Band {
  /** Number of the station. */
  readonly number: number;
  readonly station: Station;
  readonly top: number;
  readonly height: number;
}

/** Kinds of stations where elements can be; at the others they only wait to get in. */
const BAND_KINDS: ReadonlySet<Station["kind"]> = new Set([
  "source",
  "network",
  "buffer",
  "workers",
]);

/** Of the height of a band. */
const GAP = 0.22;
const MOST_GAP = 10;
const MARGIN = 3;

export class Bands {
  readonly bands: readonly Band[];

  /** The bands of lane number `lane` of `lanes` in a field of that height, in px. */
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

  /** How high it is in px: that of a line which has come that far through a station's band. */
  y(station: number, share: number): number {
    const own = this.bands.find(({ number }) => number === station);
    if (own !== undefined) return own.top + own.height * share;
    // A gate has no band: what is lost there is lost on top of the next one.
    const next = this.bands.find(({ number }) => number > station) ?? this.bands.at(-1);
    return next === undefined ? 0 : next.top;
  }

  /** The band at a height, or the nearest one, and how far through it that is; undefined without bands. */
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
