import type { Recorder } from "../../../trace/index.ts";

/** The part of a recorder that a channel uses for its elements. By default it is the recorder of the run. */
export type ChannelRecorder = Pick<
  Recorder,
  "entered" | "passed" | "left" | "held" | "released" | "lost"
>;
