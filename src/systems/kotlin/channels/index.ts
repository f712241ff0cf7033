/** Kotlin's channels. */
export {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CONFLATED,
  RENDEZVOUS,
  UNLIMITED,
} from "./channel.ts";
export { CLOSED, EMPTY } from "./channel-signals.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
