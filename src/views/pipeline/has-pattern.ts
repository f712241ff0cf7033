/** Whether there is something to a run that the picture draws with what is loaded after it. */

import { initialValues, type Recording } from "../../run/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { stagesOf } from "./one-buffer.ts";

/** Below this share of the heap nobody asks how much is in use. */
const NOTABLE = 0.1;

export function hasPattern({ spec, topology, capacity, elementBytes }: Recording): boolean {
  const values = initialValues(spec);
  const { version } = strategyOf(spec.strategy);
  const heapBytes = Number(values["heapMiB"]) * 1024 * 1024;
  return (
    version !== "library" ||
    stagesOf(topology).length > 1 ||
    Number(values["latencyMs"]) > 0 ||
    Number(values["threads"]) > 0 ||
    Number(values["gcMsPerGiB"]) > 0 ||
    elementBytes * capacity > heapBytes * NOTABLE
  );
}
