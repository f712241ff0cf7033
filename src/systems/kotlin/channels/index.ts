/** Kotlin's channels. */
export {
  BUFFERED,
  type BufferOverflow,
  CONFLATED,
  RENDEZVOUS,
  UNLIMITED,
} from "./buffer-shape.ts";
export { Channel } from "./channel.ts";
export type { ChannelRows } from "./channel-rows.ts";
export { CLOSED, EMPTY } from "./channel-signals.ts";
export { receiveFromEither } from "./receive-from-either.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
