/** Whether a producer is held back by what is downstream of it, read from a state. */
import { asksToWait } from "../trace/index.ts";
import type { ActorState, ConnectionState, RunState } from "./run-state.ts";

/** The connection over which the source offers what it makes. */
export function sourceConnection({ stations, connections }: RunState): ConnectionState | undefined {
  return connections.find(({ connection }) => stations[connection.from]?.station.kind === "source");
}

/**
 * Whether a producer waits for a signal of its own accord ('drain', `writer.ready`): it was asked to wait, and its
 * pause has no fixed length. A producer that ignores the answer pauses for its usual time and continues.
 */
export function awaitsSignal(
  { activity, sinceMs, untilMs }: ActorState,
  offers: ConnectionState | undefined,
): boolean {
  return asksToWait(offers?.signal ?? null) && activity === "busy" && untilMs === sinceMs;
}

/**
 * Whether a producer makes nothing because there is no room downstream: it is held in its call, nothing is requested of
 * it, or it waits for a signal.
 */
export function isHeldBack(actor: ActorState, offers: ConnectionState | undefined): boolean {
  if (actor.activity === "held" || awaitsSignal(actor, offers)) return true;
  return offers?.connection.pressure === "request" && offers.outstanding <= 0;
}
