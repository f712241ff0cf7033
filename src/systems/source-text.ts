/** The source text that the page shows for a run, with where its actors may stand as data. */

/**
 * Where an actor may stand: its role and activity, with `holding` or `empty` behind them where it stands elsewhere
 * with an element in hand than without: `producer.held`, `worker.busy`, `worker.ready.empty`.
 */
export type Place = `${string}.${"ready" | "busy" | "held" | "gate"}${"" | ".holding" | ".empty"}`;

export interface SourceLine {
  readonly text: string;
  /** Who may stand at it. */
  readonly places: readonly Place[];
}

/** A line, or what several of them are: plain text is a line at which nobody stands. */
export type Source = readonly (string | SourceLine)[];

/** A line at which actors may stand: `at("channel.send(i)", "producer.held")`. */
export function at(text: string, ...places: readonly Place[]): SourceLine {
  return { text, places };
}
