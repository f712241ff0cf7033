/** What an operator tells that holds a value behind a channel: the channel is one thing, what it holds another. */
import type { StationLog } from "../../../trace/index.ts";
import type { ChannelRecorder } from "../channels/index.ts";

export interface HoldingLog {
  /** Told of the values on their way through the channel, and of who waits to send one. */
  readonly channel: ChannelRecorder;
  /** Told of the value that the operator holds, from when it has taken it out of the channel. */
  readonly held: Pick<StationLog, "entered" | "left" | "lost">;
}
