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
  readonly id: "kotlin" | "rxjava" | "reactor" | "pekko" | "node" | "web";
  readonly name: Text;
  /** The library and the version that its recordings were made with. */
  readonly library: string;
  readonly version: string;
  /** The language of the source texts, as a highlighter knows it. */
  readonly language: "kotlin" | "java" | "javascript";
}

/** What the page says of a run in the terms of its library; loaded with the first part of the page that says it. */
export interface SystemWords {
  /** What is told of an actor at its end, in the log of events. */
  readonly ended: Text;
  readonly cancelled: Text;
  readonly failed: Text;
  /** What the marks beside the code show, and what somebody does who takes time there. */
  readonly standing: Text;
  readonly busy: Text;
  /** How a run ends: everybody came to their end, nothing can go on, somebody never pauses. */
  readonly allEnded: Text;
  readonly stuck: Text;
  readonly endless: Text;
  /** From when to when an element waits. */
  readonly waits: Text;
  /** The heading over what its plain strategies do, beside the programs of the text. */
  readonly library: Text;
  /** Words for actors that are held while there is no room; null where none ever is. */
  readonly holding: HoldingWords | null;
  /** Words for the moment in which pressure first reaches a sender; null where it never does. */
  readonly pressure: PressureWords | null;
}

interface HoldingWords {
  /** The counter of those that are held. */
  readonly counter: Text;
  /** An offer is held, and goes on. */
  readonly begins: Text;
  readonly returns: Text;
}

/**
 * A sender is held, is told to wait, or emits more than was requested, for the first time: to pause there, its mark on
 * the axis of time with `{n}` for the second, and what is said once paused.
 */
interface PressureWords {
  readonly stop: Text;
  readonly mark: Text;
  readonly paused: Text;
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
  /** The actor that rows call `who`. */
  actorOf(who: number): Actor | undefined;
  /** Bytes that its actors take in memory, an estimate; left out where their number is that of the workers. */
  actorBytes?(): number;
  /** Tells the program that live values were changed. */
  valuesChanged(): void;
}
