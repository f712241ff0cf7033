import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { Connection } from "./connection.ts";
import { InputBoundary } from "./input-boundary.ts";
import { Island } from "./island.ts";
import { OutputBoundary } from "./output-boundary.ts";
import type { PekkoLoop } from "./pekko-loop.ts";
import type { Stage } from "./stage.ts";
import type { FanInStage, FlowStage, SinkStage, SourceStage } from "./stage-kinds.ts";

/** `max-input-buffer-size` of Pekko's configuration: how many elements a boundary's input buffer holds by default. */
export const MAX_INPUT_BUFFER = 16;

/** The logs of a boundary that `async` makes. */
export interface BoundaryLogs {
  readonly log?: StationLog | null;
  readonly demand?: ConnectionLog | null;
}

/** A stage and everything above it. */
interface Node {
  readonly stage: Stage;
  readonly above: readonly Node[];
  /** Set if an async boundary follows the stage, so that it and what is above it belong to another island. */
  readonly boundary: BoundaryLogs | null;
}

/** A graph with one open outlet, for elements of type T. A stage can be used in one graph and for one run only. */
export class Source<T> {
  private readonly node: Node;

  private constructor(node: Node) {
    this.node = node;
  }

  static of<T>(stage: SourceStage<T>): Source<T> {
    return new Source({ stage, above: [], boundary: null });
  }

  /** Puts `stage` below this source. */
  via<U>(stage: FlowStage<T, U>): Source<U> {
    return new Source({ stage, above: [this.node], boundary: null });
  }

  /** Puts `stage` below this source and `that`. */
  zipWith<U, V>(that: Source<U>, stage: FanInStage<T, U, V>): Source<V> {
    return new Source({ stage, above: [this.node, that.node], boundary: null });
  }

  /** Puts an async boundary below this source, unless there is one already: what is above it is another island. */
  async(logs: BoundaryLogs = {}): Source<T> {
    return this.node.boundary === null ? new Source({ ...this.node, boundary: logs }) : this;
  }

  to(sink: SinkStage<T>): RunnableGraph {
    return new RunnableGraph({ stage: sink, above: [this.node], boundary: null });
  }
}

/** A graph without open ends. */
export class RunnableGraph {
  private readonly sink: Node;

  constructor(sink: Node) {
    this.sink = sink;
  }

  /**
   * Starts the graph on `loop`. `maxInputBuffer` is the number of elements that the input buffer of each boundary
   * holds. Throws a RangeError if there is a boundary and `maxInputBuffer` is not a power of two.
   */
  run(loop: PekkoLoop, maxInputBuffer: number = MAX_INPUT_BUFFER): void {
    const assembly = new Assembly(maxInputBuffer);
    assembly.addIsland(this.sink);
    assembly.start(loop);
  }
}

/**
 * Takes a graph apart into islands. Islands and their stages start in the order in which they are added here: from
 * the sink upwards, as `impl/PhasedFusingActorMaterializer.scala` (Pekko 1.7.0) walks through the graph.
 */
class Assembly {
  private readonly islands: Stage[][] = [];
  private readonly maxInputBuffer: number;

  constructor(maxInputBuffer: number) {
    this.maxInputBuffer = maxInputBuffer;
  }

  /** Adds the island whose lowest stage is that of `node`, and the islands above it. Returns the island's stages. */
  addIsland(node: Node): Stage[] {
    const stages: Stage[] = [];
    this.islands.push(stages);
    this.add(node, stages);
    return stages;
  }

  start(loop: PekkoLoop): void {
    const islands = this.islands.map((stages) => new Island(loop, stages, this.maxInputBuffer));
    for (const island of islands) island.start();
  }

  /** Adds `stage` and what is above it. The second side of a zip comes before the zip, the first side after it. */
  private add({ stage, above }: Node, stages: Stage[]): void {
    const sides = above.map((upper) => this.connectTo(stage, upper, stages));
    sides[1]?.();
    stages.push(stage);
    sides[0]?.();
  }

  /** Connects `stage` to `upper`, and returns a function that adds `upper` and what is above it. */
  private connectTo(stage: Stage, upper: Node, stages: Stage[]): () => void {
    if (upper.boundary === null) {
      connect(upper.stage, stage);
      return () => this.add(upper, stages);
    }
    const { log = null, demand = null } = upper.boundary;
    const input = new InputBoundary(this.maxInputBuffer, log, demand);
    const output = new OutputBoundary(input);
    stages.push(input);
    connect(input, stage);
    connect(upper.stage, output);
    return () => this.addIsland(upper).push(output);
  }
}

/** Connects the next inlet of `inOwner` to the outlet of `outOwner`. */
function connect(outOwner: Stage, inOwner: Stage): void {
  const connection = new Connection(outOwner, inOwner, inOwner.inletCount);
  outOwner.setOutlet(connection);
  inOwner.addInlet(connection);
}
