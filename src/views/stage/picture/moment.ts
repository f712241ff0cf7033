/** What a picture is drawn from: a run, a moment of it, and how it is watched. */
import type { Language } from "../../../i18n/index.ts";
import type { RunState } from "../../../run/index.ts";
import type { RunFacts } from "./run-facts.ts";

export interface Moment {
  readonly run: RunFacts;
  readonly state: RunState;
  /** The state that the counters show: while playing they are written anew five times a second, and so are words. */
  readonly told: RunState;
  readonly timeMs: number;
  /** Rows of the trace that have happened. */
  readonly rows: number;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  readonly language: Language;
  /** Draw discrete steps instead of movement. */
  readonly discrete: boolean;
  /** How long the producer wants to pause between two elements, in ms; NaN where no setting says. */
  readonly producerDelayMs: number;
  /** The element that is lit, wherever it is; -1 for none. */
  readonly picked: number;
  /** What moved in rows before this one has landed. */
  readonly landedRows: number;
  /** How far the picture has gone on while the run stands still, in virtual ms. */
  readonly settlingMs: number;
}
