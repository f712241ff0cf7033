/** Changes the experiment on a page, one step of undo for each thing a person does. */
import { clampParam, type ParamValue, type Values } from "../params/index.ts";
import { MAX_SEED, paramOf } from "../run/index.ts";
import { loadScenario, type ScenarioId, type StripId } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";
import { withOwnSettings, withOwnValue, withValue } from "./changes.ts";
import type { PlaygroundState } from "./contract.ts";
import {
  type Experiment,
  isUntouched,
  laneOf,
  MAX_INTERVENTIONS,
  openExperiment,
  withStrips,
} from "./experiment.ts";
import {
  movedBy,
  withLaneMore,
  withLaneMoved,
  withLaneName,
  withLaneTwice,
  withoutLane,
  withStrategy,
} from "./lanes.ts";
import { misplacedHead } from "./misplaced-head.ts";
import type { Notice } from "./notice.ts";
import type { Page } from "./page.ts";
import { START } from "./position.ts";
import type { LinkReading } from "./read-link.ts";

const MAX_UNDO = 100;

/** The least wall ms between two changes that a gesture makes while playing: a drag must not fill a link. */
const APPLY_EVERY_MS = 250;

/** A setting that is being dragged, and the experiment as it was before. */
interface Gesture {
  readonly lane: number;
  readonly key: string;
  readonly isLive: boolean;
  readonly before: Experiment;
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
}

export class Edits {
  private readonly page: Page;
  private gesture: Gesture | null = null;
  /** The scenario that was requested last. */
  private wanted: ScenarioId | null = null;
  /** The notice that it could not be loaded. */
  private missed: Notice | null = null;
  /** Wall time since a value was last changed while playing. */
  private sinceAppliedMs = Number.POSITIVE_INFINITY;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a scenario as soon as it is loaded, unless another one has been requested by then. */
  openScenario(scenario: ScenarioId): void {
    this.wanted = scenario;
    if (this.page.state.catalogue.scenarios.has(scenario)) {
      this.showScenario(scenario);
      return;
    }
    loadScenario(scenario).then(
      (loaded) => {
        this.page.addToCatalogue(loaded);
        if (this.wanted !== scenario) return;
        // A gesture that began meanwhile belongs to the scenario that is being left.
        this.settle();
        this.showScenario(scenario);
      },
      () => {
        if (this.wanted !== scenario) return;
        this.missed = { kind: "notLoaded", given: scenario };
        this.page.store.setState({ notices: [...this.page.state.notices, this.missed] });
      },
    );
  }

  /** Retries to open the scenario that could not be loaded, if its notice is still shown. */
  loadAgain(): void {
    const { wanted, missed } = this;
    if (wanted === null || missed === null || !this.page.state.notices.includes(missed)) return;
    this.missed = null;
    this.openScenario(wanted);
  }

  private showScenario(scenario: ScenarioId): void {
    const { presenting, experiment, catalogue } = this.page.state;
    if (scenario === experiment.scenario) return;
    this.tryOut(openExperiment(catalogue, scenario), {
      presenting: presenting === null ? null : { ...presenting, step: 0, aside: false },
    });
  }

  /** Shows another experiment from its start, as one step of undo. */
  tryOut(next: Experiment, change: Partial<PlaygroundState> = {}): void {
    const { past, experiment } = this.page.state;
    this.page.show(next, START, {
      ...change,
      selected: 0,
      past: [...past, experiment].slice(-MAX_UNDO),
      future: [],
      notices: [],
      playing: false,
      paused: null,
    });
  }

  openLink({ experiment, position, notices, catalogue }: LinkReading): void {
    this.wanted = null;
    this.page.addToCatalogue(catalogue);
    const change = { notices, playing: false, paused: null, past: [], future: [] };
    this.page.show(experiment, position, change, () => {
      const more = misplacedHead(position, this.page.position);
      if (more.length > 0) this.page.store.setState({ notices: [...notices, ...more] });
    });
  }

  setStrategy(lane: number, strategy: StrategyId): void {
    const { catalogue, experiment } = this.page.state;
    this.change(withStrategy(catalogue, experiment, lane, strategy));
  }

  addLane(): void {
    const { catalogue, experiment } = this.page.state;
    this.change(withLaneMore(catalogue, experiment), experiment.lanes.length);
  }

  duplicateLane(lane: number): void {
    this.change(withLaneTwice(this.page.state.experiment, lane), lane + 1);
  }

  moveLane(lane: number, by: number): void {
    const { experiment, selected } = this.page.state;
    const order = movedBy([...experiment.lanes.keys()], lane, by);
    this.change(withLaneMoved(experiment, lane, by), order.indexOf(selected));
  }

  nameLane(lane: number, name: string): void {
    this.change(withLaneName(this.page.state.experiment, lane, name));
  }

  removeLane(lane: number): void {
    const { catalogue, experiment, selected } = this.page.state;
    const without = withoutLane(catalogue, experiment, lane);
    this.change(without, lane < selected ? selected - 1 : selected);
  }

  setStrips(strips: readonly StripId[]): void {
    const { catalogue, experiment } = this.page.state;
    this.change(withStrips(catalogue, experiment, strips));
  }

  setSeed(seed: number): void {
    const whole = Math.min(MAX_SEED, Math.max(0, Math.round(seed)));
    const { experiment } = this.page.state;
    if (Number.isNaN(whole) || whole === experiment.seed) return;
    this.change({ ...experiment, seed: whole });
  }

  resetSettings(): void {
    const { catalogue, experiment } = this.page.state;
    if (isUntouched(catalogue, experiment)) return;
    this.change(withOwnSettings(catalogue, experiment));
  }

  resetValue(lane: number, key: string): void {
    const { catalogue, experiment } = this.page.state;
    const next = withOwnValue(catalogue, experiment, lane, key, this.page.position.timeMs);
    if (next === null) this.refuse();
    else this.change(next);
  }

  setThresholds(thresholds: Values): void {
    this.change({ ...this.page.state.experiment, thresholds });
  }

  setValue(lane: number, key: string, value: ParamValue, goesOn: boolean): void {
    if (this.gesture?.lane !== lane || this.gesture.key !== key) this.settle();
    const { catalogue, experiment, past, future, playing } = this.page.state;
    const param = paramOf(strategyOf(catalogue, laneOf(experiment, lane).strategy), key);
    if (param === undefined) return;
    const isLive = param.change === "live";
    this.gesture ??= { lane, key, isLive, before: experiment, past, future };
    if (goesOn && playing && isLive && this.sinceAppliedMs < APPLY_EVERY_MS) {
      const pending = { lane, key, value: clampParam(param, value) };
      this.page.store.setState({ pending });
    } else {
      this.apply(this.gesture, value);
    }
    if (!goesOn) this.gesture = null;
  }

  undo(): void {
    const { past, future, experiment } = this.page.state;
    const before = past.at(-1);
    if (before === undefined) return;
    this.showWithUndo(before, past.slice(0, -1), [experiment, ...future]);
  }

  redo(): void {
    const { past, future, experiment } = this.page.state;
    const [next, ...later] = future;
    if (next === undefined) return;
    this.showWithUndo(next, [...past, experiment], later);
  }

  /** Ends the gesture in progress with its last value. Every other action calls it first. */
  settle(): void {
    const { pending } = this.page.state;
    if (this.gesture !== null && pending !== null) this.apply(this.gesture, pending.value);
    this.gesture = null;
  }

  /** Applies the pending value of a gesture when it is due. Called once a frame, with the frame's wall ms. */
  frame(wallMs: number): void {
    const { pending } = this.page.state;
    this.sinceAppliedMs += wallMs;
    if (this.gesture === null || pending === null || this.sinceAppliedMs < APPLY_EVERY_MS) return;
    this.apply(this.gesture, pending.value);
  }

  private apply(gesture: Gesture, value: ParamValue): void {
    const { catalogue, experiment, pending, playing } = this.page.state;
    const { lane, key, before, past, future } = gesture;
    const withIt = (base: Experiment) =>
      withValue(catalogue, base, lane, key, value, this.page.position.timeMs);
    if (pending !== null) this.page.store.setState({ pending: null });
    if (withIt(experiment) === experiment) return;
    // What played during the gesture has happened and stays; otherwise the whole gesture makes one change.
    const goesOn = playing && gesture.isLive;
    const next = withIt(goesOn ? experiment : before);
    if (next === null) {
      this.refuse();
      return;
    }
    if (goesOn) this.sinceAppliedMs = 0;
    if (next === before) this.showWithUndo(before, past, future);
    else this.showWithUndo(next, [...past, before], []);
  }

  private change(next: Experiment, selected: number = this.page.state.selected): void {
    const { experiment, past } = this.page.state;
    if (next !== experiment) this.showWithUndo(next, [...past, experiment], [], selected);
  }

  private showWithUndo(
    experiment: Experiment,
    past: readonly Experiment[],
    future: readonly Experiment[],
    selected: number = this.page.state.selected,
  ): void {
    this.page.show(experiment, this.page.here, {
      selected,
      past: past.slice(-MAX_UNDO),
      future,
      paused: null,
      notices: withoutRefusal(this.page.state.notices),
    });
  }

  /** Shows, once, the notice that there is no room for another change on the way. */
  private refuse(): void {
    const { notices } = this.page.state;
    if (notices.some(isRefusal)) return;
    const refusal: Notice = { kind: "tooManyChanges", max: MAX_INTERVENTIONS };
    this.page.store.setState({ notices: [...notices, refusal] });
  }
}

function isRefusal({ kind }: Notice): boolean {
  return kind === "tooManyChanges";
}

function withoutRefusal(notices: readonly Notice[]): readonly Notice[] {
  return notices.some(isRefusal) ? notices.filter((notice) => !isRefusal(notice)) : notices;
}
