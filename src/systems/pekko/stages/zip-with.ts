import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { FanInStage } from "../stage-kinds.ts";

const FIRST = 0;
const SECOND = 1;

/**
 * `zipWith(that)(zipper)`, and `zip` with a zipper that makes pairs: asks both sides from the start, and makes one
 * element of one of each when somebody asks. Completes when a side has and its last element is used up.
 * (`scaladsl/ZipWithApply.scala`, Pekko 1.7.0)
 *
 * In the log, the second element of a pair is merged into the first.
 */
export class ZipWith<A, B, Out> extends FanInStage<A, B, Out> {
  private readonly zipper: (a: A, b: B) => Out;
  private readonly secondDemand: ConnectionLog | null;
  /** How many elements are missing for what was asked for; negative while nobody asks. */
  private missing = 0;
  private willShutDown = false;

  /** `demand` and `secondDemand`: what is asked of the first and of the second side. */
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
