import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { Connection } from "./connection.ts";
import { InputBoundary } from "./input-boundary.ts";
import { Island } from "./island.ts";
import { OutputBoundary } from "./output-boundary.ts";
import type { PekkoLoop } from "./pekko-loop.ts";
import type { Stage } from "./stage.ts";
import type { FanInStage, FlowStage, SinkStage, SourceStage } from "./stage-kinds.ts";

/** `max-input-buffer-size` of Pekko's configuration: what the input buffer of a boundary holds. */
const MAX_INPUT_BUFFER = 16;

/** Where the boundary that `async` makes reports. */
export interface BoundaryLogs {
  readonly log?: StationLog | null;
  readonly demand?: ConnectionLog | null;
}

/** A stage with all that is above it. */
interface Node {
  readonly stage: Stage;
  readonly above: readonly Node[];
  /** Set if the stage and all above it are an island of their own. */
  readonly boundary: BoundaryLogs | null;
}

/** The stages of an island that is being put together, the sink first. */
type Plan = Stage[];

/** What has an open outlet for elements of type T. Each stage is for one graph and one run. */
export class Source<T> {
  private readonly node: Node;

  private constructor(node: Node) {
    this.node = node;
  }

  static of<T>(stage: SourceStage<T>): Source<T> {
    return new Source({ stage, above: [], boundary: null });
  }

  /** Puts `stage` below. */
  via<U>(stage: FlowStage<T, U>): Source<U> {
    return new Source({ stage, above: [this.node], boundary: null });
  }

  /** Puts `stage` below this source and `that`. */
  zipWith<U, V>(that: Source<U>, stage: FanInStage<T, U, V>): Source<V> {
    return new Source({ stage, above: [this.node, that.node], boundary: null });
  }

  /** Makes all above an island of its own. Does nothing if it is one already. */
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
   * Starts the graph on `loop`: the island of the sink first, then upwards, as
   * `PhasedFusingActorMaterializer` does. `maxInputBuffer`: what the input buffer of each boundary holds; a power
   * of two, else it throws a RangeError.
   */
  run(loop: PekkoLoop, maxInputBuffer: number = MAX_INPUT_BUFFER): void {
    const plans: Plan[] = [];
    planIsland(this.sink, plans, maxInputBuffer);
    const islands = plans.map((stages) => new Island(loop, stages, maxInputBuffer));
    for (const island of islands) island.start();
  }
}

function planIsland(lowest: Node, plans: Plan[], maxInputBuffer: number): Plan {
  const plan: Plan = [];
  plans.push(plan);
  place(lowest, plan, plans, maxInputBuffer);
  return plan;
}

function place(node: Node, plan: Plan, plans: Plan[], maxInputBuffer: number): void {
  const { stage } = node;
  plan.push(stage);
  for (const [port, above] of node.above.entries()) {
    if (above.boundary === null) {
      connect(above.stage, stage, port);
      place(above, plan, plans, maxInputBuffer);
      continue;
    }
    const { log = null, demand = null } = above.boundary;
    const input = new InputBoundary(maxInputBuffer, log, demand);
    const output = new OutputBoundary();
    output.connectTo(input);
    plan.push(input);
    connect(input, stage, port);
    connect(above.stage, output, 0);
    planIsland(above, plans, maxInputBuffer).push(output);
  }
}

function connect(outOwner: Stage, inOwner: Stage, inPort: number): void {
  const connection = new Connection(outOwner, inOwner, inPort);
  outOwner.setOutlet(connection);
  inOwner.addInlet(connection);
}
