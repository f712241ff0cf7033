/**
 * What programs did on a real machine. Do not edit: `npm run real` writes it from docs/real.json and
 * test/parity/golden/real-clock.json, and a test holds it to them.
 */
import type { Measurements } from "./measurement.ts";

export const measurements: Measurements = {
  runs: 3,
  jdk: "17.0.15",
  node: "20.20.2",
  programs: {
    "fast-producer": [
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 40, real: [39, 39] }] },
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 40, real: [39, 39] }],
      },
      {
        strategy: "rendezvous",
        untilMs: 12000,
        lines: [{ line: "done", page: 40, real: [39, 39] }],
      },
      {
        strategy: "conflated",
        untilMs: 12000,
        lines: [
          { line: "done", page: 40, real: [39, 39] },
          { line: "dropped", page: 79, real: [78, 78] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 12000,
        lines: [
          { line: "done", page: 40, real: [39, 39] },
          { line: "dropped", page: 72, real: [71, 71] },
        ],
      },
      {
        strategy: "drop-latest",
        untilMs: 12000,
        lines: [
          { line: "done", page: 40, real: [39, 39] },
          { line: "dropped", page: 72, real: [71, 71] },
        ],
      },
      {
        strategy: "try-send",
        untilMs: 12000,
        lines: [
          { line: "done", page: 40, real: [39, 39] },
          { line: "dropped", page: 72, real: [71, 72] },
        ],
      },
    ],
    causes: [
      {
        strategy: "cause-fast-producer",
        untilMs: 12000,
        lines: [{ line: "done", page: 149, real: [148, 148] }],
      },
      {
        strategy: "cause-slow-consumer",
        untilMs: 12000,
        lines: [{ line: "done", page: 74, real: [73, 73] }],
      },
      {
        strategy: "cause-network-latency",
        untilMs: 12000,
        lines: [{ line: "done", page: 74, real: [73, 73] }],
      },
      {
        strategy: "cause-limited-threads",
        untilMs: 12000,
        lines: [{ line: "done", page: 75, real: [74, 74] }],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 119, real: [117, 118] }],
      },
    ],
    "memory-leak": [
      {
        strategy: "memory-leak-written",
        untilMs: 10000,
        lines: [{ line: "process", page: 101, real: [99, 100] }],
      },
      {
        strategy: "leak-that-ends",
        untilMs: 10000,
        lines: [
          { line: "process", page: 50, real: [50, 50] },
          { line: "lost", page: 1, real: [1, 1] },
        ],
      },
      { strategy: "bounded", untilMs: 10000, lines: [{ line: "done", page: 100, real: [98, 98] }] },
      {
        strategy: "unlimited",
        untilMs: 10000,
        lines: [{ line: "done", page: 100, real: [98, 99] }],
      },
    ],
    "system-overload": [
      {
        strategy: "system-overload-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 1013, real: [1011, 1011] },
          { line: "processed", page: 13, real: [11, 11] },
        ],
      },
      {
        strategy: "memory-budget",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 77, real: [76, 76] },
          { line: "processed", page: 13, real: [12, 12] },
        ],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 12, real: [11, 11] }] },
      { strategy: "unlimited", untilMs: 12000, lines: [{ line: "done", page: 0, real: [11, 11] }] },
    ],
    "bounded-buffer": [
      {
        strategy: "bounded-buffer-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 100, real: [100, 100] },
          { line: "start", page: 100, real: [100, 100] },
          { line: "done", page: 100, real: [100, 100] },
        ],
      },
      {
        strategy: "bounded-buffer-that-ends",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 100, real: [100, 100] },
          { line: "start", page: 100, real: [100, 100] },
          { line: "done", page: 100, real: [100, 100] },
        ],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 100, real: [100, 100] }],
      },
      {
        strategy: "rendezvous",
        untilMs: 12000,
        lines: [{ line: "done", page: 100, real: [100, 100] }],
      },
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 100, real: [100, 100] }],
      },
    ],
    conflated: [
      {
        strategy: "conflated-written",
        untilMs: 4000,
        lines: [
          { line: "sent", page: 100, real: [100, 100] },
          { line: "received", page: 3, real: [4, 4] },
        ],
      },
      {
        strategy: "conflated",
        untilMs: 4000,
        lines: [
          { line: "done", page: 3, real: [4, 4] },
          { line: "dropped", page: 97, real: [96, 96] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 4000,
        lines: [
          { line: "done", page: 3, real: [4, 4] },
          { line: "dropped", page: 97, real: [96, 96] },
        ],
      },
      {
        strategy: "drop-latest",
        untilMs: 4000,
        lines: [
          { line: "done", page: 3, real: [4, 4] },
          { line: "dropped", page: 97, real: [96, 96] },
        ],
      },
    ],
    "priority-drop": [
      {
        strategy: "priority-drop-written",
        untilMs: 10000,
        lines: [
          { line: "sent", page: 9, real: [9, 9] },
          { line: "dropped", page: 11, real: [11, 11] },
          { line: "received", page: 9, real: [9, 9] },
        ],
      },
      {
        strategy: "priority-buffer",
        untilMs: 10000,
        lines: [
          { line: "sent", page: 20, real: [20, 20] },
          { line: "dropped", page: 11, real: [11, 11] },
          { line: "received", page: 9, real: [9, 9] },
        ],
      },
      {
        strategy: "try-send",
        untilMs: 10000,
        lines: [
          { line: "done", page: 9, real: [9, 9] },
          { line: "dropped", page: 11, real: [11, 11] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 10000,
        lines: [
          { line: "done", page: 9, real: [9, 9] },
          { line: "dropped", page: 11, real: [11, 11] },
        ],
      },
      {
        strategy: "drop-random",
        untilMs: 10000,
        lines: [
          { line: "done", page: 9, real: [9, 9] },
          { line: "dropped", page: 11, real: [11, 11] },
        ],
      },
    ],
    "rate-limiting": [
      {
        strategy: "rate-limiting-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 100, real: [100, 100] },
          { line: "received", page: 61, real: [59, 60] },
        ],
      },
      {
        strategy: "token-bucket",
        untilMs: 12000,
        lines: [
          { line: "admitted", page: 70, real: [69, 69] },
          { line: "received", page: 61, real: [59, 60] },
        ],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 60, real: [58, 59] }] },
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 60, real: [58, 59] }],
      },
    ],
    batching: [
      {
        strategy: "batching-written",
        untilMs: 8000,
        lines: [
          { line: "start", page: 10, real: [10, 10] },
          { line: "done", page: 10, real: [10, 10] },
        ],
      },
      {
        strategy: "timed-batches",
        untilMs: 8000,
        lines: [
          { line: "start", page: 10, real: [10, 10] },
          { line: "done", page: 10, real: [10, 10] },
        ],
      },
      { strategy: "bounded", untilMs: 8000, lines: [{ line: "done", page: 16, real: [15, 15] }] },
      { strategy: "unlimited", untilMs: 8000, lines: [{ line: "done", page: 16, real: [15, 15] }] },
    ],
    "circuit-breaker": [
      {
        strategy: "circuit-breaker-written",
        untilMs: 9000,
        lines: [
          { line: "sent", page: 11, real: [11, 11] },
          { line: "received", page: 11, real: [11, 11] },
          { line: "failed", page: 9, real: [9, 9] },
          { line: "open", page: 1, real: [1, 1] },
          { line: "rejected", page: 4, real: [4, 4] },
        ],
      },
      {
        strategy: "sliding-breaker",
        untilMs: 9000,
        lines: [
          { line: "sent", page: 11, real: [11, 11] },
          { line: "received", page: 11, real: [11, 11] },
          { line: "failed", page: 5, real: [5, 5] },
          { line: "rejected", page: 4, real: [4, 4] },
          { line: "open", page: 1, real: [1, 1] },
        ],
      },
      { strategy: "bounded", untilMs: 9000, lines: [{ line: "done", page: 20, real: [20, 20] }] },
    ],
    "log-processing": [
      {
        strategy: "log-processing-written",
        untilMs: 12000,
        lines: [
          { line: "process", page: 2505, real: [2516, 2561] },
          { line: "dropped", page: 6682, real: [6597, 6625] },
        ],
      },
      {
        strategy: "errors-first",
        untilMs: 12000,
        lines: [
          { line: "process", page: 724, real: [704, 716] },
          { line: "dropped", page: 7504, real: [7478, 7513] },
          { line: "evicted", page: 831, real: [818, 833] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 12000,
        lines: [
          { line: "done", page: 2550, real: [2491, 2529] },
          { line: "dropped", page: 6660, real: [6614, 6654] },
        ],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 2551, real: [2454, 2517] }],
      },
    ],
    "sensor-data": [
      {
        strategy: "sensor-data-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 363, real: [354, 357] },
          { line: "hot", page: 36, real: [45, 45] },
          { line: "humid", page: 20, real: [21, 21] },
          { line: "normal", page: 125, real: [110, 112] },
        ],
      },
      {
        strategy: "slot-per-sensor",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 363, real: [354, 357] },
          { line: "hot", page: 53, real: [59, 62] },
          { line: "humid", page: 33, real: [33, 35] },
          { line: "normal", page: 155, real: [140, 143] },
        ],
      },
      {
        strategy: "conflated",
        untilMs: 12000,
        lines: [
          { line: "done", page: 240, real: [235, 236] },
          { line: "dropped", page: 123, real: [119, 121] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 12000,
        lines: [
          { line: "done", page: 240, real: [234, 236] },
          { line: "dropped", page: 121, real: [118, 119] },
        ],
      },
    ],
    monitoring: [
      {
        strategy: "monitoring-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 210, real: [215, 217] },
          { line: "dropped", page: 790, real: [783, 785] },
          { line: "received", page: 210, real: [215, 217] },
          { line: "stats", page: 10, real: [10, 10] },
          { line: "closed", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "windowed-monitor",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 210, real: [215, 218] },
          { line: "dropped", page: 790, real: [782, 785] },
          { line: "received", page: 210, real: [215, 218] },
          { line: "window", page: 10, real: [10, 11] },
          { line: "alert", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "try-send",
        untilMs: 12000,
        lines: [
          { line: "done", page: 210, real: [214, 218] },
          { line: "dropped", page: 790, real: [782, 786] },
        ],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 240, real: [232, 235] }],
      },
    ],
    "adaptive-buffer": [
      {
        strategy: "adaptive-buffer-written",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 200, real: [200, 200] },
          { line: "received", page: 175, real: [200, 200] },
          { line: "grow", page: 1, real: [0, 0] },
          { line: "shrink", page: 1, real: [0, 0] },
        ],
      },
      {
        strategy: "lossless-adaptive",
        untilMs: 12000,
        lines: [
          { line: "sent", page: 200, real: [200, 200] },
          { line: "received", page: 200, real: [200, 200] },
          { line: "grow", page: 6, real: [6, 6] },
        ],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 200, real: [200, 200] }],
      },
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 200, real: [200, 200] }],
      },
    ],
    retry: [
      {
        strategy: "retry",
        untilMs: 12000,
        lines: [
          { line: "call", page: 64, real: [64, 64] },
          { line: "done", page: 40, real: [40, 40] },
        ],
      },
    ],
    degradation: [
      {
        strategy: "shed-optional",
        untilMs: 12000,
        lines: [
          { line: "done", page: 239, real: [236, 236] },
          { line: "shed", page: 152, real: [145, 149] },
          { line: "level", page: 15, real: [18, 20] },
        ],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 239, real: [233, 236] }],
      },
      {
        strategy: "try-send",
        untilMs: 12000,
        lines: [
          { line: "done", page: 239, real: [234, 236] },
          { line: "dropped", page: 140, real: [132, 136] },
        ],
      },
      {
        strategy: "drop-oldest",
        untilMs: 12000,
        lines: [
          { line: "done", page: 239, real: [234, 236] },
          { line: "dropped", page: 140, real: [128, 135] },
        ],
      },
    ],
    "pool-size": [
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 178, real: [175, 177] }],
      },
      {
        strategy: "bounded",
        untilMs: 12000,
        lines: [{ line: "done", page: 178, real: [174, 176] }],
      },
      {
        strategy: "try-send",
        untilMs: 12000,
        lines: [
          { line: "done", page: 178, real: [175, 176] },
          { line: "dropped", page: 35, real: [32, 33] },
        ],
      },
    ],
    "one-flood": [
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 60, real: [58, 59] }] },
      {
        strategy: "rx-buffer",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 3, real: [3, 3] },
          { line: "dropped", page: 1, real: [1, 1] },
          { line: "full", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "reactor-buffer",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 60, real: [58, 59] },
          { line: "dropped", page: 172, real: [166, 168] },
        ],
      },
      {
        strategy: "pekko-buffer",
        untilMs: 12000,
        lines: [
          { line: "made", page: 69, real: [63, 64] },
          { line: "received", page: 61, real: [55, 56] },
          { line: "done", page: 60, real: [54, 55] },
        ],
      },
      {
        strategy: "node-write",
        untilMs: 12000,
        lines: [{ line: "done", page: 60, real: [59, 59] }],
      },
    ],
    rxjava: [
      {
        strategy: "rx-drop",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 5, real: [5, 5] },
          { line: "done", page: 24, real: [23, 23] },
          { line: "dropped", page: 74, real: [74, 74] },
        ],
      },
      {
        strategy: "rx-buffer",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 5, real: [5, 5] },
          { line: "dropped", page: 1, real: [1, 1] },
          { line: "full", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "rx-interval",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 2, real: [2, 2] },
          { line: "failed", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "rx-observe-on",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 5, real: [5, 5] },
          { line: "done", page: 24, real: [23, 23] },
        ],
      },
      {
        strategy: "rx-generate",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 5, real: [5, 5] },
          { line: "done", page: 24, real: [23, 23] },
        ],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 24, real: [23, 23] }] },
      {
        strategy: "unlimited",
        untilMs: 12000,
        lines: [{ line: "done", page: 24, real: [23, 23] }],
      },
    ],
    reactor: [
      {
        strategy: "reactor-buffer",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 13, real: [13, 13] },
          { line: "dropped", page: 1, real: [1, 1] },
          { line: "full", page: 1, real: [1, 1] },
        ],
      },
      {
        strategy: "reactor-drop",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 5, real: [5, 5] },
          { line: "done", page: 24, real: [23, 23] },
          { line: "dropped", page: 74, real: [74, 74] },
        ],
      },
      {
        strategy: "reactor-limit-rate",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 7, real: [7, 7] },
          { line: "done", page: 24, real: [23, 23] },
        ],
      },
      {
        strategy: "reactor-delay-elements",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 13, real: [12, 12] },
          { line: "done", page: 11, real: [11, 11] },
        ],
      },
      {
        strategy: "reactor-publish-on",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 5, real: [5, 5] },
          { line: "done", page: 24, real: [23, 23] },
        ],
      },
      {
        strategy: "rx-buffer",
        untilMs: 12000,
        lines: [
          { line: "requested", page: 1, real: [1, 1] },
          { line: "done", page: 5, real: [4, 5] },
          { line: "dropped", page: 1, real: [1, 1] },
          { line: "full", page: 1, real: [1, 1] },
        ],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 24, real: [23, 23] }] },
    ],
    akka: [
      {
        strategy: "pekko-buffer",
        untilMs: 12000,
        lines: [
          { line: "made", page: 60, real: [56, 56] },
          { line: "received", page: 41, real: [38, 38] },
          { line: "done", page: 40, real: [37, 37] },
        ],
      },
      {
        strategy: "pekko-queue",
        untilMs: 12000,
        lines: [
          { line: "made", page: 49, real: [47, 47] },
          { line: "enqueued", page: 49, real: [46, 46] },
          { line: "received", page: 41, real: [38, 38] },
          { line: "done", page: 40, real: [37, 37] },
        ],
      },
      {
        strategy: "pekko-bounded-queue",
        untilMs: 12000,
        lines: [
          { line: "made", page: 120, real: [103, 103] },
          { line: "enqueued", page: 48, real: [46, 46] },
          { line: "dropped", page: 72, real: [57, 57] },
          { line: "received", page: 41, real: [38, 38] },
          { line: "done", page: 40, real: [37, 37] },
        ],
      },
      {
        strategy: "pekko-conflate",
        untilMs: 12000,
        lines: [{ line: "count", page: 40, real: [37, 37] }],
      },
      {
        strategy: "pekko-throttle",
        untilMs: 12000,
        lines: [
          { line: "made", page: 29, real: [29, 29] },
          { line: "received", page: 29, real: [28, 28] },
          { line: "done", page: 28, real: [28, 28] },
        ],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 40, real: [39, 39] }] },
    ],
    "node-streams": [
      {
        strategy: "node-write",
        untilMs: 12000,
        lines: [
          { line: "full", page: 10, real: [10, 10] },
          { line: "drain", page: 9, real: [9, 9] },
          { line: "done", page: 38, real: [38, 38] },
        ],
      },
      {
        strategy: "node-list",
        untilMs: 12000,
        lines: [
          { line: "dropped", page: 28, real: [28, 28] },
          { line: "done", page: 12, real: [12, 12] },
        ],
      },
      {
        strategy: "node-pipe",
        untilMs: 12000,
        lines: [{ line: "done", page: 39, real: [39, 39] }],
      },
      {
        strategy: "node-iterate",
        untilMs: 12000,
        lines: [{ line: "done", page: 39, real: [39, 39] }],
      },
      {
        strategy: "web-write",
        untilMs: 12000,
        lines: [{ line: "done", page: 40, real: [39, 39] }],
      },
      { strategy: "web-pipe", untilMs: 12000, lines: [{ line: "done", page: 39, real: [39, 39] }] },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 40, real: [39, 39] }] },
    ],
    "kotlin-flow": [
      {
        strategy: "flow-buffer",
        untilMs: 12000,
        lines: [{ line: "done", page: 20, real: [19, 20] }],
      },
      {
        strategy: "flow-debounce",
        untilMs: 12000,
        lines: [{ line: "done", page: 1, real: [1, 1] }],
      },
      { strategy: "flow-sample", untilMs: 12000, lines: [{ line: "done", page: 4, real: [4, 4] }] },
      {
        strategy: "flow-on-each",
        untilMs: 12000,
        lines: [{ line: "done", page: 11, real: [10, 10] }],
      },
      {
        strategy: "shared-flow",
        untilMs: 12000,
        lines: [{ line: "took", page: 80, real: [77, 77] }],
      },
      { strategy: "bounded", untilMs: 12000, lines: [{ line: "done", page: 24, real: [23, 23] }] },
    ],
    replenishing: [
      {
        strategy: "rx-observe-on",
        untilMs: 10000,
        lines: [
          { line: "requested", page: 9, real: [9, 9] },
          { line: "done", page: 100, real: [98, 98] },
        ],
      },
      {
        strategy: "reactor-publish-on",
        untilMs: 10000,
        lines: [
          { line: "requested", page: 9, real: [9, 9] },
          { line: "done", page: 100, real: [97, 98] },
        ],
      },
      {
        strategy: "pekko-buffer",
        untilMs: 10000,
        lines: [
          { line: "made", page: 128, real: [112, 112] },
          { line: "received", page: 101, real: [85, 86] },
          { line: "done", page: 100, real: [84, 85] },
        ],
      },
      {
        strategy: "node-write",
        untilMs: 10000,
        lines: [
          { line: "full", page: 6, real: [6, 6] },
          { line: "drain", page: 5, real: [5, 5] },
          { line: "done", page: 99, real: [98, 99] },
        ],
      },
      {
        strategy: "flow-buffer",
        untilMs: 10000,
        lines: [{ line: "done", page: 91, real: [87, 89] }],
      },
      { strategy: "bounded", untilMs: 10000, lines: [{ line: "done", page: 100, real: [97, 98] }] },
    ],
  },
  recorded: {
    jdk: "17",
    coroutines: "1.11.0",
    options: "-Xmx2g",
    programs: {
      "memory-leak": { runs: 5, figures: { processedIn5s: [48, 50] } },
      "bounded-buffer": { runs: 5, figures: { done: [100, 100], lastDoneMs: [10165, 10232] } },
      conflated: {
        runs: 5,
        figures: {
          received: [
            [1, 1],
            [45, 49],
            [84, 97],
            [100, 100],
          ],
        },
      },
      "priority-drop": {
        runs: 5,
        figures: {
          sent: [9, 9],
          dropped: [
            [6, 7],
            [8, 8],
            [9, 9],
            [10, 10],
            [11, 11],
            [13, 13],
            [14, 14],
            [15, 15],
            [16, 16],
            [17, 17],
            [19, 19],
          ],
        },
      },
      "rate-limiting": {
        runs: 5,
        figures: {
          sentInFirstSecond: [55, 55],
          lastSentMs: [9922, 9965],
          lastReceivedMs: [19940, 19990],
        },
      },
      batching: {
        runs: 5,
        figures: {
          batchStartMs: [
            [200, 240],
            [713, 753],
            [1214, 1255],
            [1715, 1756],
            [2216, 2256],
            [2717, 2757],
            [3218, 3258],
            [3719, 3759],
            [4220, 4260],
            [4720, 4761],
          ],
        },
      },
      "circuit-breaker": {
        runs: 5,
        figures: {
          sent: [11, 11],
          failed: [9, 9],
          rejected: [4, 4],
          openMs: [3091, 3140],
          halfOpen: [0, 0],
        },
      },
      "log-processing": {
        runs: 5,
        figures: {
          processedErrors: [324, 350],
          processed: [3294, 3658],
          dropped: [6342, 6706],
          lastProcessedMs: [15541, 17579],
        },
      },
      monitoring: {
        runs: 5,
        figures: {
          sent: [214, 216],
          dropped: [784, 786],
          lastReportedLossPercent: [78.39, 78.61],
          lossPercent: [78.4, 78.6],
        },
      },
      "adaptive-buffer": {
        runs: 5,
        figures: { sent: [200, 200], received: [71, 200], resizes: [0, 5] },
      },
      "sensor-data": {
        runs: 3,
        figures: {
          heardTEMP_01: [499, 500],
          heardTEMP_02: [0, 0],
          heardTEMP_03: [1000, 1000],
          lastMs: [100405, 100858],
        },
      },
    },
    heaps: {
      "system-overload": [
        {
          collector: "G1",
          maxHeap: "1100m",
          runs: 2,
          arrays: [547, 548],
          outOfMemory: true,
          heapMiB: [1093, 1095],
        },
        {
          collector: "G1",
          maxHeap: "2g",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [2001, 2001],
        },
        {
          collector: "G1",
          maxHeap: "4g",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [2004, 2004],
        },
        {
          collector: "G1",
          maxHeap: "8g",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [1330, 1330],
        },
        {
          collector: "Parallel",
          maxHeap: "1100m",
          runs: 2,
          arrays: [922, 922],
          outOfMemory: true,
          heapMiB: [917, 917],
        },
        {
          collector: "Parallel",
          maxHeap: "2g",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [996, 998],
        },
        {
          collector: "Serial",
          maxHeap: "1100m",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [996, 996],
        },
        {
          collector: "Serial",
          maxHeap: "2g",
          runs: 2,
          arrays: [1001, 1001],
          outOfMemory: false,
          heapMiB: [995, 995],
        },
      ],
    },
  },
};
