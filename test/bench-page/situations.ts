/** What the page is doing while it is measured. */
export interface Situation {
  readonly id: string;
  readonly what: string;
  /** Opened before it is measured; null for a page with nothing on it. */
  readonly link: string | null;
  readonly plays: boolean;
}

export const EMPTY: Situation = { id: "empty", what: "empty page", link: null, plays: false };

export const situations: readonly Situation[] = [
  { id: "idle", what: "our page, paused", link: "v=1&t=5000", plays: false },
  { id: "fast-producer", what: "fast producer, plays at 1x", link: "v=1&t=5000", plays: true },
  {
    id: "drops",
    what: "100 a second, 97 of them dropped",
    link: "v=1&k=drop-oldest&p=10&t=5000",
    plays: true,
  },
  {
    id: "thousand",
    what: "1,000 a second through 8 workers",
    link: "v=1&p=1&c=8&w=8&cap=64&t=5000",
    plays: true,
  },
  {
    id: "backlog",
    what: "memory leak, 10,000 waiting",
    link: "v=1&s=memory-leak&t=10200",
    plays: true,
  },
];
