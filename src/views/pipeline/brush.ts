/** What every part of a scene is drawn with: the moment, and words and numbers in the page's language. */

import type { Language, Text } from "../../i18n/index.ts";
import type { Recording } from "../../run/index.ts";
import type { Traffic, trafficAt } from "./flights.ts";
import type { Layout } from "./layout.ts";
import type { BufferStage, RunState } from "./one-buffer.ts";
import type { Label, Shape } from "./shape.ts";

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
  /** What is on its way; elements stand where they are without it. */
  readonly trafficAt?: typeof trafficAt | undefined;
  /** What moved in so many rows has landed. */
  readonly landedRows?: number;
  /** How far the picture has gone on while the run stands still, in virtual ms. */
  readonly settlingMs?: number;
  /** What the run's pattern adds, once it is loaded. */
  readonly pattern?: Pattern | undefined;
  /** Totals to be written, where they are to change less often than the picture. */
  readonly totals?: Totals;
}

/** What a pattern (gates, kinds, a network...) adds to the picture of one run. */
export interface Pattern {
  layout(width: number, height: number, workerCount: number): Layout;
  /** The whole scene, made of the parts that every run has. */
  compose(brush: Brush, traffic: Traffic, parts: Parts): Shape[];
}

/** The parts of a scene in the order in which they are painted. */
export interface Parts {
  readonly legs: readonly Shape[];
  readonly buffer: readonly Shape[];
  readonly producer: readonly Shape[];
  readonly workers: readonly Shape[];
  readonly ends: readonly Shape[];
  readonly flights: readonly Shape[];
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

/** How many places the buffer has now; Infinity for no bound. */
export function capacityOf({ input, state }: Brush): number {
  const { capacity } = input.buffer;
  return capacity === Number.POSITIVE_INFINITY ? capacity : state.capacity;
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
