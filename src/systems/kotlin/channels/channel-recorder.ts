import type { Recorder } from "../../../trace/index.ts";

/** Who records what happens to a channel's elements: the recorder of the run, or somebody else's. */
export type ChannelRecorder = Pick<
  Recorder,
  "entered" | "passed" | "left" | "held" | "released" | "lost"
>;
