/** What happened to one element, and why, in one line. */
import { fillIn, formatSeconds, type Language, type Text } from "../../../i18n/index.ts";
import type { Recording, TraceEvent } from "../../../run/index.ts";
import type { Station } from "../../../systems/index.ts";
import { RowKind } from "../../../trace/index.ts";
import { lifeWords } from "./life-words.ts";

/** The language of words and numbers. */
interface Speech {
  say(text: Text): string;
  readonly language: Language;
}

/** The line for an element. `events` are the events of the element up to `nowMs`, in order. */
export function lifeText(
  { topology, losses }: Pick<Recording, "topology" | "losses">,
  element: number,
  events: readonly TraceEvent[],
  nowMs: number,
  { say, language }: Speech,
): string {
  const seconds = (ms: number) => formatSeconds(ms, language);
  const parts = events.flatMap((event, index): string[] => {
    const { kind, timeMs, detail } = event;
    const station = topology.stations[event.station];
    const forMs = (events[index + 1]?.timeMs ?? nowMs) - timeMs;
    const lasting = (text: Text, name = "") =>
      forMs > 0 ? [fillIn(say(text), { for: seconds(forMs), name })] : [];
    const at = seconds(timeMs);
    switch (kind) {
      case RowKind.MADE:
        return [fillIn(say(lifeWords.made), { at })];
      case RowKind.HELD:
        return lasting(heldText(station));
      case RowKind.ENTERED:
        if (station?.kind === "network") return lasting(lifeWords.network);
        if (station?.name === undefined) return lasting(lifeWords.waited);
        return lasting(lifeWords.waitedIn, say(station.name));
      case RowKind.LEFT:
      case RowKind.PASSED:
        return leadsToWorkers(topology.stations, event.station) ? lasting(lifeWords.worked) : [];
      case RowKind.RELEASED:
        // A worker that was held by one of these had the element in hand, and now works on it.
        return station?.kind === "threads" || station?.kind === "call"
          ? lasting(lifeWords.worked)
          : [];
      case RowKind.DONE:
        return [fillIn(say(lifeWords.done), { at })];
      case RowKind.MERGED:
        return [fillIn(say(lifeWords.merged), { at })];
      case RowKind.LOST: {
        const rule = losses[detail];
        const why = rule !== undefined && "event" in rule ? say(rule.event as Text) : "";
        return [fillIn(say(lifeWords.lost), { at, why })];
      }
      default:
        return [];
    }
  });
  const life = parts.length === 0 ? say(lifeWords.notYet) : parts.join(" · ");
  return fillIn(say(lifeWords.element), { n: element, life });
}

function heldText(station: Station | undefined): Text {
  if (station?.kind === "call") return lifeWords.heldAnswer;
  if (station?.kind !== "buffer") return lifeWords.heldGate;
  return station.capacity > 0 ? lifeWords.heldFull : lifeWords.heldRoom;
}

/** Whether an element that leaves a station goes straight into the hand of a worker. */
function leadsToWorkers(stations: readonly Station[], number: number): boolean {
  const next = stations[number + 1]?.kind;
  return next === undefined || next === "workers" || next === "threads" || next === "call";
}
