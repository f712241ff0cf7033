/** The situations in which the picture is tested and looked at. */
import { BreakerState } from "../../../../src/systems/index.ts";
import { chain } from "../../../../src/systems/topology.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { type Given, numbers, type Row } from "./fixture.ts";

const source = { kind: "source", id: "source" } as const;
const workers = { kind: "workers", id: "workers" } as const;
const buffer = (capacity: number) => ({ kind: "buffer", id: "buffer", capacity }) as const;
const ALL = { ko: "버림 {n}", en: "dropped {n}" };

/** A producer that could make an element every 100 ms but can send one only every 300 ms. */
function heldRows(untilMs: number): Row[] {
  const rows: Row[] = [];
  let element = 0;
  for (let ms = 0; ms <= untilMs; ms += element < 10 ? 100 : 300) {
    rows.push([ms, RowKind.MADE, 0, 0, element]);
    if (element >= 10) rows.push([ms, RowKind.HELD, 1, 0, element]);
    element++;
  }
  return rows;
}

function lostRows(count: number, untilMs: number): Row[] {
  return numbers(0, count).flatMap((i): Row[] => {
    const ms = untilMs - (count - i) * 100;
    return [
      [ms, RowKind.MADE, 0, 0, 60 + i],
      [ms, RowKind.LOST, 1, 0, 52 + i, 0],
    ];
  });
}

const BUSY = { activity: "busy", hand: [18], sinceMs: 5100, untilMs: 5400 } as const;

export const moments: Readonly<Record<string, Given>> = {
  start: { topology: chain(source, "suspend", buffer(8), "suspend", workers), timeMs: 0 },
  held: {
    topology: chain(source, "suspend", buffer(8), "suspend", workers),
    timeMs: 5260,
    at: {
      source: { actors: [{ activity: "held", heldAt: 1, hand: [27], sinceMs: 5200 }] },
      buffer: { contents: numbers(19, 8), held: [{ who: 0, element: 27, sinceMs: 5200 }] },
      workers: { actors: [BUSY] },
    },
    done: 17,
    rows: heldRows(5260),
  },
  filling: {
    topology: chain(source, "suspend", buffer(8), "suspend", workers),
    timeMs: 650,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 600, untilMs: 700 }] },
      buffer: { contents: numbers(3, 4) },
      workers: { actors: [{ activity: "busy", hand: [2], sinceMs: 600, untilMs: 900 }] },
    },
    done: 2,
    rows: [
      ...numbers(0, 7).map((i): Row => [i * 100, RowKind.MADE, 0, 0, i]),
      [620, RowKind.ENTERED, 1, 0, 6],
      [630, RowKind.LEFT, 1, 1, 2],
    ],
  },
  dropOldest: {
    topology: chain(source, "none", buffer(8), "suspend", workers),
    timeMs: 9050,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 9000, untilMs: 9100 }] },
      buffer: { contents: numbers(83, 8), lost: 52 },
      workers: { actors: [{ ...BUSY, hand: [80], sinceMs: 9000, untilMs: 9300 }] },
    },
    done: 30,
    rows: lostRows(30, 9050),
    losses: [ALL],
  },
  rendezvous: {
    topology: chain(source, "suspend", buffer(0), "suspend", workers),
    timeMs: 5260,
    at: {
      source: { actors: [{ activity: "held", heldAt: 1, hand: [17], sinceMs: 5200 }] },
      buffer: { held: [{ who: 0, element: 17, sinceMs: 5200 }] },
      workers: { actors: [{ ...BUSY, hand: [16] }] },
    },
    done: 16,
    rows: heldRows(5260),
  },
  manyWorkers: {
    topology: chain(source, "suspend", buffer(64), "suspend", workers),
    timeMs: 5260,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 5200, untilMs: 5300 }] },
      buffer: { contents: numbers(1019, 41) },
      workers: {
        actors: numbers(0, 8).map((i) => ({ ...BUSY, hand: [1011 + i], sinceMs: 5000 + i * 30 })),
      },
    },
    done: 1003,
  },
  thousands: {
    topology: chain(source, "suspend", buffer(2000), "suspend", workers),
    timeMs: 5260,
    at: { buffer: { contents: numbers(20, 1300) }, workers: { actors: [BUSY] } },
    done: 900,
  },
  leakSmall: leak(200),
  leak: leak(1000),
  leak3: leak(3000),
  leak5: leak(4950),
  leak20: leak(20_000),
  semaphore: {
    topology: chain(
      source,
      "suspend",
      { kind: "permits", id: "permits", total: 5 },
      "suspend",
      buffer(5),
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      source: { actors: [{ activity: "ended" }] },
      permits: {
        gauges: [0],
        held: numbers(20, 14).map((element) => ({ who: 0, element, sinceMs: 3000 })),
      },
      buffer: {
        contents: numbers(8, 5),
        held: numbers(13, 3).map((element) => ({ who: 0, element, sinceMs: 5000 })),
      },
      workers: { actors: [{ ...BUSY, hand: [7] }] },
    },
    done: 7,
  },
  tokenBucket: {
    topology: chain(
      source,
      "suspend",
      { kind: "tokens", id: "tokens", ratePerSec: 5, burst: 10 },
      "suspend",
      buffer(10),
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      source: { actors: [{ activity: "held", heldAt: 1, hand: [30], sinceMs: 5100 }] },
      tokens: { gauges: [400], held: [{ who: 0, element: 30, sinceMs: 5100 }] },
      workers: { actors: [{ ...BUSY, hand: [29] }] },
    },
    done: 29,
  },
  breaker: {
    topology: chain(
      source,
      "suspend",
      { kind: "breaker", id: "breaker", threshold: 5, unit: "failures", openMs: 5000 },
      "suspend",
      buffer(10),
      "suspend",
      workers,
    ),
    timeMs: 3500,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 3400, untilMs: 3600 }] },
      breaker: { gauges: [BreakerState.OPEN, 5, 10, 8000], lost: 9 },
      workers: { actors: [{}] },
    },
    rows: numbers(11, 9).map((i): Row => [2400 + i * 50, RowKind.LOST, 1, 0, i, 0]),
    losses: [{ ko: "거절 {n}", en: "rejected {n}" }],
    done: 10,
  },
  batching: {
    topology: chain(source, "none", buffer(Number.POSITIVE_INFINITY), "suspend", {
      ...workers,
      batch: { size: 10, flushMs: 300 },
    }),
    timeMs: 900,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 900, untilMs: 910 }] },
      buffer: { contents: numbers(20, 45) },
      workers: {
        actors: [{ activity: "busy", hand: numbers(10, 10), sinceMs: 600, untilMs: 1100 }],
      },
    },
    producerDelayMs: 10,
    done: 10,
  },
  retry: {
    topology: chain(source, "suspend", buffer(20), "suspend", { ...workers, attempts: 5 }),
    timeMs: 3200,
    at: {
      buffer: { contents: numbers(12, 7) },
      workers: { actors: numbers(0, 4).map((i) => ({ ...BUSY, hand: [5 + i] })) },
    },
    done: 5,
  },
  network: {
    topology: chain(
      source,
      "none",
      { kind: "network", id: "network", latencyMs: 400 },
      "none",
      buffer(8),
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      network: {
        carriers: numbers(0, 4).map((i) => ({
          activity: "busy",
          hand: [40 + i],
          sinceMs: 5230 - i * 100,
          untilMs: 5630 - i * 100,
        })),
      },
      buffer: { contents: numbers(30, 8), lost: 12 },
      workers: { actors: [BUSY] },
    },
    rows: lostRows(12, 5260),
    losses: [ALL],
    done: 17,
  },
  rxjava: {
    topology: chain(
      source,
      "request",
      { ...buffer(8), name: { ko: "observeOn의 큐", en: "queue of observeOn" } },
      "request",
      { ...workers, name: { ko: "구독자", en: "subscriber" } },
    ),
    timeMs: 3730,
    at: {
      source: { actors: [{ activity: "ready" }] },
      buffer: { contents: numbers(13, 7) },
      workers: { actors: [{ ...BUSY, hand: [12], sinceMs: 3600, untilMs: 3900 }] },
    },
    demand: [{ outstanding: 0, requested: 20 }, { outstanding: Number.POSITIVE_INFINITY }],
    done: 12,
  },
  rxjavaAsked: {
    topology: chain(
      source,
      "request",
      { ...buffer(8), name: { ko: "observeOn의 큐", en: "queue of observeOn" } },
      "request",
      { ...workers, name: { ko: "구독자", en: "subscriber" } },
    ),
    timeMs: 3100,
    at: {
      buffer: { contents: numbers(13, 2) },
      workers: { actors: [{ ...BUSY, hand: [12], sinceMs: 3000, untilMs: 3300 }] },
    },
    demand: [{ outstanding: 6, requested: 20 }, { outstanding: 3 }],
    done: 12,
  },
  node: {
    topology: chain(
      source,
      "signal",
      {
        kind: "buffer",
        id: "readable",
        capacity: 16,
        mark: 16,
        name: { ko: "readable", en: "readable" },
      },
      "signal",
      {
        kind: "buffer",
        id: "in",
        capacity: 16,
        mark: 16,
        name: { ko: "transform (쓰기)", en: "transform in" },
      },
      "signal",
      {
        kind: "buffer",
        id: "out",
        capacity: 16,
        mark: 16,
        name: { ko: "transform (읽기)", en: "transform out" },
      },
      "signal",
      {
        kind: "buffer",
        id: "writable",
        capacity: 16,
        mark: 12,
        name: { ko: "writable", en: "writable" },
      },
      "none",
      workers,
    ),
    timeMs: 2000,
    at: {
      readable: { contents: numbers(50, 16) },
      in: { contents: numbers(35, 15) },
      out: { contents: numbers(22, 13) },
      writable: { contents: numbers(8, 14) },
      workers: { actors: [{ activity: "busy", hand: [7], sinceMs: 1900, untilMs: 2100 }] },
    },
    demand: [
      { signal: "pause" },
      { signal: "pause" },
      { signal: "resume" },
      { signal: "full" },
      {},
    ],
    done: 7,
  },
  kinds: {
    topology: chain(source, "none", { ...buffer(3), slots: 3 }, "suspend", workers),
    timeMs: 2000,
    kinds: {
      names: ["TEMP_01", "TEMP_02", "TEMP_03"].map((name) => ({ ko: name, en: name })),
      of: (element) => element % 3,
    },
    at: {
      source: {
        actors: [
          { activity: "busy", sinceMs: 1990, untilMs: 2010 },
          { activity: "busy", sinceMs: 1990, untilMs: 2010 },
          { activity: "busy", sinceMs: 1990, untilMs: 2010 },
        ],
      },
      buffer: { contents: [30, 31, 32] },
      workers: { actors: [{ ...BUSY, hand: [29], sinceMs: 1900, untilMs: 2200 }] },
    },
    byKind: [
      { made: 10, received: 5, lost: 4 },
      { made: 10, received: 0, lost: 9 },
      { made: 10, received: 10, lost: 0 },
    ],
    done: 15,
  },
  threads: {
    topology: chain(
      source,
      "suspend",
      buffer(20),
      "suspend",
      { kind: "threads", id: "threads", total: 4 },
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      buffer: { contents: numbers(12, 12) },
      threads: {
        gauges: [0],
        held: numbers(0, 4).map((i) => ({ who: 5 + i, element: 4 + i, sinceMs: 5100 })),
      },
      workers: {
        actors: numbers(0, 8).map((i) =>
          i < 4 ? { ...BUSY, hand: [i] } : { activity: "held", heldAt: 2, hand: [i] },
        ),
      },
    },
    done: 40,
  },
  call: {
    topology: chain(
      source,
      "suspend",
      buffer(8),
      "suspend",
      { kind: "call", id: "call", latencyMs: 160 },
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      buffer: { contents: numbers(12, 8) },
      call: {
        held: numbers(0, 3).map((i) => ({ who: 5 + i, element: 9 + i, sinceMs: 5140 + 40 * i })),
      },
      workers: {
        actors: numbers(0, 4).map((i) =>
          i < 1 ? { ...BUSY, hand: [i] } : { activity: "held", heldAt: 2, hand: [8 + i] },
        ),
      },
    },
    done: 40,
  },
  levels: {
    topology: chain(
      source,
      "none",
      {
        kind: "levels",
        id: "levels",
        levels: [
          { ko: "모두", en: "all" },
          { ko: "선택 기능 빼고", en: "no optional" },
          { ko: "핵심만", en: "core only" },
        ],
      },
      "suspend",
      buffer(20),
      "suspend",
      workers,
    ),
    timeMs: 5260,
    at: {
      levels: { gauges: [1], lost: 4 },
      buffer: { contents: numbers(19, 15) },
      workers: { actors: [BUSY] },
    },
    rows: lostRows(4, 5260),
    done: 40,
  },
};

function leak(count: number): Given {
  return {
    topology: chain(source, "none", buffer(Number.POSITIVE_INFINITY), "suspend", workers),
    timeMs: 5000,
    at: {
      source: { actors: [{ activity: "busy", sinceMs: 4999.5, untilMs: 5000.5 }] },
      buffer: { contents: numbers(50, count) },
      workers: { actors: [{ ...BUSY, hand: [49], sinceMs: 4950, untilMs: 5050 }] },
    },
    producerDelayMs: 1,
    done: 49,
  };
}
