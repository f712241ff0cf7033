/** The beginnings and ends of alerts, at their places among the events. */
import type { Alert, TraceEvent } from "../../../run/index.ts";

export interface AlertMoment {
  readonly alert: Alert;
  /** Whether it begins there, or ends. */
  readonly begins: boolean;
  readonly timeMs: number;
}

/**
 * Events in order, with what alerts did between the first of them and `timeMs`, of which `rows` rows are
 * counted in. A beginning comes after the row that brought it about, an end before everything of its time.
 */
export function withAlerts(
  events: readonly TraceEvent[],
  alerts: readonly Alert[],
  timeMs: number,
  rows: number,
): (TraceEvent | AlertMoment)[] {
  const sinceMs = events[0]?.timeMs ?? 0;
  const moments = alerts
    .flatMap((alert) => momentsOf(alert, timeMs, rows))
    .filter(({ moment }) => moment.timeMs >= sinceMs)
    .sort((one, other) => one.moment.timeMs - other.moment.timeMs || one.row - other.row);
  const log: (TraceEvent | AlertMoment)[] = [];
  let next = 0;
  for (const event of events) {
    for (let first = moments[next]; first !== undefined && comesBefore(first, event); ) {
      log.push(first.moment);
      first = moments[++next];
    }
    log.push(event);
  }
  return [...log, ...moments.slice(next).map(({ moment }) => moment)];
}

/** A moment, and how many rows come before it at its time; -1 for none. */
interface Placed {
  readonly moment: AlertMoment;
  readonly row: number;
}

function momentsOf(alert: Alert, timeMs: number, rows: number): Placed[] {
  const { fromMs, fromRow, toMs } = alert;
  const placed: Placed[] = [];
  if (fromRow <= rows) {
    placed.push({ moment: { alert, begins: true, timeMs: fromMs }, row: fromRow });
  }
  if (toMs !== null && toMs <= timeMs) {
    placed.push({ moment: { alert, begins: false, timeMs: toMs }, row: -1 });
  }
  return placed;
}

function comesBefore({ moment, row }: Placed, event: TraceEvent): boolean {
  return moment.timeMs < event.timeMs || (moment.timeMs === event.timeMs && row <= event.row);
}
