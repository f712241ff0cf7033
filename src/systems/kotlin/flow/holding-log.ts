/** The logs of an operator that holds a value behind a channel: one for the channel, one for the held value. */
import type { StationLog } from "../../../trace/index.ts";
import type { ChannelRecorder } from "../channels/index.ts";

export interface HoldingLog {
  /** Records the values that pass through the channel, and the coroutines that wait to send one. */
  readonly channel: ChannelRecorder;
  /** Records the value that the operator holds after taking it out of the channel. */
  readonly held: Pick<StationLog, "entered" | "left" | "lost">;
}
