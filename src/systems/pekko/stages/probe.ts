import { FlowStage } from "../stage-kinds.ts";

/** Hears of the signals that pass a `Probe`. */
export interface SignalListener<T> {
  pulled(): void;
  pushed(element: T): void;
  finished(): void;
  failed(cause: Error): void;
}

/** A stage of one's own that holds nothing: it tells of each signal and passes it on. */
export class Probe<T> extends FlowStage<T, T> {
  private readonly listener: SignalListener<T>;

  constructor(listener: SignalListener<T>) {
    super();
    this.listener = listener;
  }

  override onPush(): void {
    const element = this.grab();
    this.listener.pushed(element);
    this.push(element);
  }

  override onPull(): void {
    this.listener.pulled();
    this.pull();
  }

  override onUpstreamFinish(): void {
    this.listener.finished();
    this.completeStage();
  }

  override onUpstreamFailure(cause: Error): void {
    this.listener.failed(cause);
    this.failStage(cause);
  }
}
