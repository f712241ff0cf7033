/** The form of a recorded run of Node.js or Web streams (see golden/README.md, "Node and Web streams"). */
import type { WriteProducer } from "../../src/systems/node/index.ts";
import type { WriteProducer as WebProducer } from "../../src/systems/web/index.ts";

export interface SourceSpec {
  readonly highWaterMark: number;
  readonly produceMs?: number;
  readonly count?: number;
  readonly at?: readonly number[];
}

export interface SinkSpec {
  readonly highWaterMark: number;
  readonly workMs: number;
}

export interface TransformSpec {
  readonly readableHighWaterMark: number;
  readonly writableHighWaterMark: number;
  readonly workMs: number;
}

type Shape =
  | { readonly shape: "write"; readonly producer: WriteProducer; readonly writable: SinkSpec }
  | {
      readonly shape: "pipe";
      readonly with: "pipe" | "pipeline";
      readonly readable: SourceSpec;
      readonly transforms: readonly TransformSpec[];
      readonly writable: SinkSpec;
    }
  | {
      readonly shape: "iterate";
      readonly readable: SourceSpec;
      readonly workMs: number;
      readonly take: number;
    }
  | { readonly shape: "web-write"; readonly producer: WebProducer; readonly writable: SinkSpec }
  | {
      readonly shape: "web-pipe";
      readonly readable: SourceSpec;
      readonly transforms: readonly TransformSpec[];
      readonly writable: SinkSpec;
    };

export type StreamRow = readonly [time: number, stage: number, what: string, ...values: unknown[]];

export type StreamCase = Shape & {
  readonly id: string;
  readonly system: "node" | "web";
  readonly until: number;
  readonly trace: readonly StreamRow[];
};

/** Writes the rows of one stage of the chain. */
export type Say = (what: string, ...values: unknown[]) => void;

/** Returns what writes the rows of stage `index`: 0 is the readable, then come the transforms, last the writable. */
export type Stage = (index: number) => Say;

/** The cases of one shape. */
export type CaseOf<Name extends StreamCase["shape"]> = StreamCase & { readonly shape: Name };
