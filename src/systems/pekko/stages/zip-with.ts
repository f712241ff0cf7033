import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { FanInStage } from "../stage-kinds.ts";

const FIRST = 0;
const SECOND = 1;

/**
 * `zipWith(that)(zipper)`, which is `zip` if the zipper makes pairs: pulls both sides from the start, and on demand
 * combines one element of each. Completes once a side has completed and its last element is used up.
 * (`scaladsl/ZipWithApply.scala`, Pekko 1.7.0)
 *
 * In the log, the second element of a pair is merged into the first.
 */
export class ZipWith<A, B, Out> extends FanInStage<A, B, Out> {
  private readonly zipper: (a: A, b: B) => Out;
  private readonly secondDemand: ConnectionLog | null;
  /** How many elements are missing for the pair that was pulled; 0 or less while none was pulled. */
  private missing = 0;
  private willShutDown = false;

  /** `demand` and `secondDemand` record what is requested of the first and of the second side. */
  constructor(
    zipper: (a: A, b: B) => Out,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
    secondDemand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    this.zipper = zipper;
    this.secondDemand = secondDemand;
  }

  override preStart(): void {
    this.pull(FIRST);
    this.pull(SECOND);
  }

  override onPush(port: number): void {
    this.log?.entered(this.peek(port));
    this.missing--;
    if (this.missing === 0) this.pushPair();
  }

  override onPull(): void {
    this.missing += 2;
    if (this.missing === 0) this.pushPair();
  }

  override onUpstreamFinish(port: number): void {
    if (!this.hasArrived(port)) this.completeStage();
    this.willShutDown = true;
  }

  protected override demandOn(port: number): ConnectionLog | null {
    return port === SECOND ? this.secondDemand : this.demand;
  }

  private pushPair(): void {
    const first = this.grab0();
    const second = this.grab1();
    this.log?.merged(second, first);
    this.log?.left(first);
    this.push(this.zipper(first, second));
    if (this.willShutDown) {
      this.completeStage();
    } else {
      this.pull(FIRST);
      this.pull(SECOND);
    }
  }
}
