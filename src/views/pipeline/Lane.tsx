/** One lane: its strategy, what that guarantees, its numbers and its picture. */
import { type JSX, useId } from "react";
import type { Recording } from "../../run/index.ts";
import { initialValues } from "../../run/index.ts";
import { scenarioOf } from "../../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../../systems/index.ts";
import { deferred } from "../deferred.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { Counters } from "./Counters.tsx";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";
import { Pipeline } from "./Pipeline.tsx";

// For whoever can't see the picture; it may come a moment after it.
const PipelineTable = deferred(
  async () => (await import("./PipelineTable.tsx")).PipelineTable,
  "quiet",
);
const Guarantees = deferred(async () => (await import("./Guarantees.tsx")).Guarantees, "quiet");
const EndNote = deferred(async () => (await import("./EndNote.tsx")).EndNote, "quiet");
const LaneTools = deferred(async () => (await import("./LaneTools.tsx")).LaneTools, "quiet");

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
        <Guarantees
          strategy={strategy}
          values={initialValues(recording.spec)}
          meanwhile={<div className={styles["guarantees"]} />}
        />
        <div className={styles["tools"]}>
          <LaneTools lane={index} />
        </div>
      </header>
      <p className={styles["summary"]}>{say(strategyOf(strategy).summary)}</p>
      <Counters recording={recording} lane={index} />
      <div className={styles["pictureBox"]}>
        <Pipeline recording={recording} lane={index} />
        <EndNote recording={recording} />
      </div>
      <PipelineTable recording={recording} lane={index} />
    </section>
  );
}

/** A link may name a strategy that the scenario does not offer: it is offered then too. */
function offered(strategies: readonly StrategyId[], current: StrategyId): readonly StrategyId[] {
  return strategies.includes(current) ? strategies : [...strategies, current];
}
