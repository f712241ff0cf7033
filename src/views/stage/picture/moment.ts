/** What a picture is drawn from: a run, a moment of it, and how it is shown. */
import type { Language } from "../../../i18n/index.ts";
import type { RunState } from "../../../run/index.ts";
import type { RunFacts } from "./run-facts.ts";

export interface Moment {
  readonly run: RunFacts;
  readonly state: RunState;
  /** The state that the counters show: while playing, they and the picture's words change only five times a second. */
  readonly told: RunState;
  readonly timeMs: number;
  /** How many rows of the trace have happened. */
  readonly rows: number;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  readonly language: Language;
  /** Whether to draw discrete steps instead of movement. */
  readonly discrete: boolean;
  /** How long the producer wants to pause between two elements, in ms; NaN where no setting says. */
  readonly producerDelayMs: number;
  /** The element that is lit wherever it stands; -1 for none. */
  readonly picked: number;
  /** Elements that moved in rows before this one have landed. */
  readonly landedRows: number;
  /** How long elements have been landing since the run was stopped, in virtual ms; 0 while it plays. */
  readonly settlingMs: number;
}
