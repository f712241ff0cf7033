/** Every strip, by its id. */
import type { StripId } from "../../../scenarios/index.ts";
import { depth } from "./depth.ts";
import { losses } from "./losses.ts";
import type { Strip } from "./strip.ts";
import { throughput } from "./throughput.ts";

export const strips: Readonly<Record<StripId, Strip>> = { depth, throughput, losses };
