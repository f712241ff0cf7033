/** A situation in which the page is measured. */
export interface Situation {
  readonly id: string;
  readonly what: string;
  /** The link that is opened before measuring; null for an empty page. */
  readonly link: string | null;
  readonly plays: boolean;
  /** The size of the window; 1280x720 if left out. */
  readonly viewport?: Viewport;
  /** Whether the page is presenting: the stage has the screen to itself. */
  readonly presented?: boolean;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const EMPTY: Situation = { id: "empty", what: "bare page", link: null, plays: false };

const IDLE: Situation = { id: "idle", what: "our page, paused", link: "v=1&t=5000", plays: false };

export const FAST_PRODUCER = playing("fast-producer", "fast producer, plays at 1x", "v=1&t=5000");

const PLAYING: readonly Situation[] = [
  FAST_PRODUCER,
  playing("drops", "100 a second, 97 of them dropped", "v=1&k=drop-oldest&p=10&t=5000"),
  playing("thousand", "1,000 a second through 8 workers", "v=1&p=1&c=8&w=8&cap=64&t=5000"),
  playing("backlog", "memory leak, 10,000 waiting", "v=1&s=memory-leak&t=10200"),
];

/** The situations that are measured in every run, next to the bare page. */
export const situations: readonly Situation[] = [IDLE, ...PLAYING];

/** The stage on a projector, each paired with an empty page in a window of the same size. */
export const presented: readonly (readonly [bare: Situation, ours: Situation])[] = [
  onProjector("one", "one lane", { width: 1920, height: 1080 }, "v=1&t=2000"),
  onProjector(
    "five",
    "five lanes",
    { width: 1280, height: 720 },
    "v=1&s=one-flood&T=60&n=0&t=2000",
  ),
];

/**
 * The situations that are compared with another commit. Their links mean the same in every version of the page,
 * and their runs last longer than a measurement.
 */
export const comparedSituations: readonly Situation[] = [
  ...PLAYING,
  playing("log-processing", "log processing", "v=1&s=log-processing&t=3000"),
  playing(
    "rate-limiting",
    "rate limiting beside token bucket",
    "v=1&s=rate-limiting&2.k=token-bucket&t=1500",
  ),
  playing("adaptive-buffer", "adaptive buffer", "v=1&s=adaptive-buffer&t=1000"),
];

function playing(id: string, what: string, link: string): Situation {
  return { id, what, link, plays: true };
}

function onProjector(
  id: string,
  lanes: string,
  viewport: Viewport,
  link: string,
): readonly [Situation, Situation] {
  const size = `${viewport.width}x${viewport.height}`;
  return [
    { id: `bare-${id}`, what: `bare page, ${size}`, link: null, plays: false, viewport },
    {
      ...{ id: `presented-${id}`, what: `presented, ${lanes}, ${size}`, link, plays: true },
      ...{ viewport, presented: true },
    },
  ];
}
