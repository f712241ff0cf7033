/** One lane: its strategy, what that guarantees, its numbers and its picture. */
import { type JSX, lazy, Suspense, useId } from "react";
import type { Recording } from "../../../run/index.ts";
import { initialValues } from "../../../run/index.ts";
import { scenarioOf } from "../../../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../../../systems/index.ts";
import { ErrorBoundary } from "../../kit/ErrorBoundary.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { Picture } from "../picture/index.ts";
import { Counters } from "./Counters.tsx";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";

// For whoever can't see the picture; it may come a moment after it.
const PictureTable = lazy(async () => ({
  default: (await import("../picture/PictureTable.tsx")).PictureTable,
}));
const Guarantees = lazy(async () => ({ default: (await import("./Guarantees.tsx")).Guarantees }));
const EndNote = lazy(async () => ({ default: (await import("./EndNote.tsx")).EndNote }));
const LaneTools = lazy(async () => ({ default: (await import("./LaneTools.tsx")).LaneTools }));

export function Lane({
  recording,
  index,
}: {
  readonly recording: Recording;
  readonly index: number;
}): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const scenario = usePlaygroundState((state) => scenarioOf(state.experiment.scenario));
  const compared = usePlaygroundState((state) => state.recordings.length > 1);
  const { strategy } = recording.spec;
  const id = useId();
  return (
    <section className={styles["lane"]} data-compare={compared} aria-labelledby={id}>
      <header className={styles["head"]}>
        <label className={styles["strategy"]} id={id}>
          <span>{say(laneWords.strategy)}</span>
          <select
            value={strategy}
            onChange={(event) => actions.setStrategy(index, event.target.value as StrategyId)}
          >
            {offered(scenario.strategies, strategy).map((offer) => (
              <option key={offer} value={offer}>
                {say(strategyOf(offer).name)}
              </option>
            ))}
          </select>
        </label>
        <ErrorBoundary>
          <Suspense fallback={<div className={styles["guarantees"]} />}>
            <Guarantees strategy={strategy} values={initialValues(recording.spec)} />
          </Suspense>
        </ErrorBoundary>
        <div className={styles["tools"]}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <LaneTools lane={index} />
            </Suspense>
          </ErrorBoundary>
        </div>
      </header>
      <p className={styles["summary"]}>{say(strategyOf(strategy).summary)}</p>
      <Counters recording={recording} lane={index} />
      <div className={styles["pictureBox"]}>
        <div className={styles["room"]}>
          <Picture recording={recording} lane={index} />
        </div>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <EndNote recording={recording} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <PictureTable recording={recording} lane={index} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}

/** A link may name a strategy that the scenario does not offer: it is offered then too. */
function offered(strategies: readonly StrategyId[], current: StrategyId): readonly StrategyId[] {
  return strategies.includes(current) ? strategies : [...strategies, current];
}
