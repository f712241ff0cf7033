/** Kotlin's channels. */
export {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CONFLATED,
  NO_STATION,
  RENDEZVOUS,
  UNLIMITED,
} from "./channel.ts";
export { CLOSED, EMPTY } from "./channel-signals.ts";
export { LATEST, OLDEST, UNDELIVERED } from "./losses.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
