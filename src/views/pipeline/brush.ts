/** What every part of a scene is drawn with: the moment, and words and numbers in the page's language. */
import type { Language, Text } from "../../i18n/index.ts";
import type { Recording, RunState } from "../../run/index.ts";
import type { BufferStage } from "../../strategies/index.ts";
import type { Layout } from "./layout.ts";
import type { Label } from "./shape.ts";

export interface SceneInput {
  readonly recording: Recording;
  readonly timeMs: number;
  /** Rows of the trace that have happened. */
  readonly rows: number;
  readonly speed: number;
  readonly layout: Layout;
  /** What stands between producer and consumer. */
  readonly buffer: BufferStage;
  readonly language: Language;
  /** What the settings say now. */
  readonly producerDelayMs: number;
  readonly workers: number;
  /** Draw no movement between stations. */
  readonly still: boolean;
  /** What moved in so many rows has landed. */
  readonly landedRows?: number;
  /** How far the picture has gone on while the run stands still, in virtual ms. */
  readonly settlingMs?: number;
  /** Totals to be written, where they are to change less often than the picture. */
  readonly totals?: Totals;
}

/** The numbers that the picture shares with the counters. */
export interface Totals {
  readonly done: number;
  readonly dropped: number;
  readonly buffered: number;
}

export function totalsOf({ done, dropped, buffer }: RunState): Totals {
  return { done, dropped, buffered: buffer.length };
}

/** A scene being put together: words and numbers in the language of the page. */
export interface Brush {
  readonly input: SceneInput;
  readonly state: RunState;
  readonly totals: Totals;
  say(text: Text, values?: Readonly<Record<string, string | number>>): string;
  count(value: number): string;
  bytes(value: number): string;
}

export function label(
  key: string,
  x: number,
  y: number,
  text: string,
  style: Label["style"],
): Label {
  return { key, type: "label", role: "quiet", x, y, text, anchor: "middle", style };
}
