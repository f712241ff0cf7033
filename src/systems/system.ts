/** A system is a library whose programs run on the kernel: its words, how a program is started, and what it returns. */
import type { Text } from "../i18n/index.ts";
import type { Machine, Random } from "../kernel/index.ts";
import type { Values } from "../params/index.ts";
import type { Recorder, Trace } from "../trace/index.ts";
import type { Actor } from "./actor.ts";
import type { Heap } from "./heap.ts";
import type { Topology } from "./topology.ts";

export interface System {
  /** Its id, which is also its name in links and that of its folder. */
  readonly id: "kotlin" | "rxjava" | "reactor" | "pekko" | "node" | "web";
  readonly name: Text;
  /** The library, and the version with which its recordings were made. */
  readonly library: string;
  readonly version: string;
  /** The language of the source texts, by the name that a syntax highlighter knows. */
  readonly language: "kotlin" | "java" | "javascript";
}

/** Words for a run in the terms of its library. They are loaded with the first part of the page that needs them. */
export interface SystemWords {
  /** What the event log says when an actor ends. */
  readonly ended: Text;
  readonly cancelled: Text;
  readonly failed: Text;
  /** What the marks beside the code show, and what an actor does that takes time at a line. */
  readonly standing: Text;
  readonly busy: Text;
  /** How a run ends: all actors have ended, none can continue, or one never pauses. */
  readonly allEnded: Text;
  readonly stuck: Text;
  readonly endless: Text;
  /** From when until when an element counts as waiting. */
  readonly waits: Text;
  /** The heading over its plain strategies, beside the programs of the text. */
  readonly library: Text;
  /** Words for actors that are held while there is no room; null if none ever is. */
  readonly holding: HoldingWords | null;
  /** Words for the moment when pressure first reaches a sender; null if it never does. */
  readonly pressure: PressureWords | null;
}

interface HoldingWords {
  /** The name of the counter of held actors. */
  readonly counter: Text;
  /** What the event log says when an offer is held, and when it returns. */
  readonly begins: Text;
  readonly returns: Text;
}

/**
 * Words for the first time that a sender is held, is told to wait, or emits more than was requested: the control that
 * pauses there, the mark on the time axis with `{n}` for the second, and the announcement once the run is paused.
 */
interface PressureWords {
  readonly stop: Text;
  readonly mark: Text;
  readonly paused: Text;
}

/** Everything with which a strategy's program is started. */
export interface Setup {
  /** Every setting of the strategy and its workload; live ones may change during the run. */
  readonly values: Values;
  /** Makes the generator of random numbers for one purpose. */
  readonly random: (stream: string) => Random;
  /** The trace to which the run's rows are added. */
  readonly trace: Trace;
  /** The stations that the rows are about. */
  readonly topology: Topology;
  /** The names of the lines that it prints; a PRINTED row holds an index into this list. */
  readonly lines: readonly string[];
  /** The most events of the run, and the most elements waiting in one buffer; one more ends the run. */
  readonly limits: { readonly events: number; readonly elements: number };
  /** The heap in which its elements live; null for a heap without bound or collections. */
  readonly heap: Heap | null;
}

/** A program that has been started. */
export interface Playing {
  /** The machine that plays it. Nothing runs until the machine is told to. */
  readonly machine: Machine;
  readonly recorder: Recorder;
  /** The time in ms at which each worker was launched; the list grows while the program runs. */
  readonly workerStartsMs: readonly number[];
  /** Returns the actor with the number `who` in the trace's rows. */
  actorOf(who: number): Actor | undefined;
  /** Returns an estimate of the memory that its actors take, in bytes; absent if the only actors are the workers. */
  actorBytes?(): number;
  /** Tells the program that live values have changed. */
  valuesChanged(): void;
}
