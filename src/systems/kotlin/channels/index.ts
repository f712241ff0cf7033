/** Kotlin's channels. */
export {
  BUFFERED,
  type BufferOverflow,
  CONFLATED,
  RENDEZVOUS,
  UNLIMITED,
} from "./buffer-shape.ts";
export { Channel } from "./channel.ts";
export { CLOSED, EMPTY } from "./channel-signals.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
