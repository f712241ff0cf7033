/** All strips, by id: some are loaded with this module, the others when they are first shown. */
import type { StripId } from "../../../scenarios/index.ts";
import { depth } from "./depth.ts";
import { losses } from "./losses.ts";
import type { Strip } from "./strip.ts";
import { throughput } from "./throughput.ts";

export const strips: Readonly<Record<StripId, Strip | (() => Promise<Strip>)>> = {
  depth,
  throughput,
  losses,
  "loss-rate": async () => (await import("./loss-rate.ts")).lossRate,
  waits: async () => (await import("./waits.ts")).waits,
  memory: async () => (await import("./memory/memory-strip.tsx")).memory,
  ladder: async () => (await import("./ladder/ladder-strip.tsx")).ladder,
  staircase: async () => (await import("./staircase/staircase-strip.tsx")).staircase,
  demand: async () => (await import("./demand/demand-strip.tsx")).demand,
  shares: async () => (await import("./shares/shares-strip.tsx")).shares,
  attempts: async () => (await import("./attempts/attempts-strip.tsx")).attempts,
  arrived: async () => (await import("./arrived/arrived-strip.tsx")).arrived,
  breaker: async () => (await import("./breaker/breaker-strip.tsx")).breaker,
};
