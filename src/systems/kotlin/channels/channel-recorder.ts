import type { Recorder } from "../../../trace/index.ts";

/** Records what happens to a channel's elements: by default the recorder of the run. */
export type ChannelRecorder = Pick<
  Recorder,
  "entered" | "passed" | "left" | "held" | "released" | "lost"
>;
