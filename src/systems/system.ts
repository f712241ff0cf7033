/** What a system is: a library whose programs run on the kernel. */
import type { Text } from "../i18n/index.ts";
import type { Machine, Random } from "../kernel/index.ts";
import type { Values } from "../params/index.ts";
import type { Recorder, Trace } from "../trace/index.ts";
import type { Actor } from "./actor.ts";
import type { Heap } from "./heap.ts";
import type { Topology } from "./topology.ts";

export interface System {
  /** As it stands in a link and in the folder's name. */
  readonly id: string;
  readonly name: Text;
  /** The library and the version that its recordings were made with. */
  readonly library: string;
  readonly version: string;
  /** The language of the source texts, as a highlighter knows it. */
  readonly language: "kotlin" | "java" | "javascript";
  /** How the library says that whoever offers an element cannot go on. */
  readonly holds: Text;
}

/** What a strategy's program is started with. */
export interface Setup {
  /** Every setting of the strategy and its workload; live ones may be changed on the way. */
  readonly values: Values;
  /** Makes the random numbers for one purpose. */
  readonly random: (stream: string) => Random;
  /** Where the rows of the run go. */
  readonly trace: Trace;
  /** The stations that the rows are about. */
  readonly topology: Topology;
  /** The names of the lines that it prints. */
  readonly lines: readonly string[];
  /** Most events, and most elements that wait in one buffer, before the run ends at a limit. */
  readonly limits: { readonly events: number; readonly elements: number };
  /** The heap that its elements live in; null for one without bound or collections. */
  readonly heap: Heap | null;
}

/** A program that was started and is being run. */
export interface Playing {
  /** Nothing runs before it is told to. */
  readonly machine: Machine;
  readonly recorder: Recorder;
  /** When each worker was launched, in ms; the list grows while the program runs. */
  readonly workerStartsMs: readonly number[];
  /** Who an actor of the trace is. */
  actorOf(who: number): Actor | undefined;
  /** Tells the program that live values were changed. */
  valuesChanged(): void;
}
