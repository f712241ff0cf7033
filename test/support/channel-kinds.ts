/** Every kind of channel, for suites that hold for all of them: a new kind is one line here. */
import {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CONFLATED,
  RENDEZVOUS,
  type Sim,
  UNLIMITED,
} from "../../src/systems/kotlin/index.ts";

export interface ChannelKind {
  readonly name: string;
  readonly capacity: number;
  readonly onBufferOverflow: BufferOverflow;
  /** How many elements the buffer really holds. */
  readonly holds: number;
  /** Whether `send` waits while the buffer is full. */
  readonly suspends: boolean;
}

function kind(
  name: string,
  capacity: number,
  onBufferOverflow: BufferOverflow,
  holds: number,
): ChannelKind {
  const drops = capacity === CONFLATED || onBufferOverflow !== "SUSPEND";
  const suspends = !drops && capacity !== UNLIMITED;
  return { name, capacity, onBufferOverflow, holds, suspends };
}

export const CHANNEL_KINDS: readonly ChannelKind[] = [
  kind("rendezvous", RENDEZVOUS, "SUSPEND", 0),
  kind("capacity 1", 1, "SUSPEND", 1),
  kind("capacity 3", 3, "SUSPEND", 3),
  kind("BUFFERED", BUFFERED, "SUSPEND", 64),
  kind("unlimited", UNLIMITED, "SUSPEND", UNLIMITED),
  kind("unlimited, DROP_OLDEST", UNLIMITED, "DROP_OLDEST", UNLIMITED),
  kind("conflated", CONFLATED, "SUSPEND", 1),
  kind("rendezvous, DROP_OLDEST", RENDEZVOUS, "DROP_OLDEST", 1),
  kind("capacity 3, DROP_OLDEST", 3, "DROP_OLDEST", 3),
  kind("BUFFERED, DROP_OLDEST", BUFFERED, "DROP_OLDEST", 1),
  kind("rendezvous, DROP_LATEST", RENDEZVOUS, "DROP_LATEST", 1),
  kind("capacity 3, DROP_LATEST", 3, "DROP_LATEST", 3),
  kind("BUFFERED, DROP_LATEST", BUFFERED, "DROP_LATEST", 1),
];

/** A channel of numbers of the given kind. */
export function channelOf(
  sim: Sim,
  { capacity, onBufferOverflow }: ChannelKind,
  onUndeliveredElement: ((element: number) => void) | null = null,
): Channel<number> {
  return new Channel<number>(sim, capacity, onBufferOverflow, onUndeliveredElement);
}
