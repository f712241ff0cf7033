/** Every strip, by its id. */
import type { StripId } from "../../../scenarios/index.ts";
import { demand } from "./demand/demand-strip.tsx";
import { depth } from "./depth.ts";
import { ladder } from "./ladder/ladder-strip.tsx";
import { losses } from "./losses.ts";
import { staircase } from "./staircase/staircase-strip.tsx";
import type { Strip } from "./strip.ts";
import { throughput } from "./throughput.ts";

export const strips: Readonly<Record<StripId, Strip>> = {
  depth,
  throughput,
  losses,
  ladder,
  staircase,
  demand,
};
