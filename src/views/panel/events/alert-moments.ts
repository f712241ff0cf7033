/** Sorts the beginnings and ends of alerts in among the events. */
import type { Alert, TraceEvent } from "../../../run/index.ts";

export interface AlertMoment {
  readonly alert: Alert;
  /** Whether it begins, rather than ends. */
  readonly begins: boolean;
  readonly timeMs: number;
}

/**
 * Merges events, which are in order, with the beginnings and ends of alerts between the first event and the moment at
 * `timeMs` after `rows` rows. A beginning comes after the row that caused it, an end before everything at its time.
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

/** A moment, and the number of rows that come before it; -1 to place it before all rows at its time. */
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
