/** Kotlin's channels. */
export {
  BUFFERED,
  type BufferOverflow,
  CONFLATED,
  NO_STATION,
  RENDEZVOUS,
  UNLIMITED,
} from "./buffer-shape.ts";
export { Channel } from "./channel.ts";
export type { ChannelRecorder } from "./channel-recorder.ts";
export { type ChannelIterator, CLOSED, EMPTY, type ReceiveChannel } from "./channel-signals.ts";
export { LATEST, OLDEST, UNDELIVERED } from "./losses.ts";
export { receiveFromEither } from "./receive-from-either.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
