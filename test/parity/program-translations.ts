/** Which strategy plays a recorded program, with which settings, and what its printed lines mean there. */
import type { Translation } from "./program-replay.ts";

export const translations: Readonly<Record<string, Translation>> = {
  "memory-leak": {
    strategy: "memory-leak-written",
    values: (params) => params,
    events: ({ line, numbers }) => [["consumer", line, ...numbers]],
  },
};
