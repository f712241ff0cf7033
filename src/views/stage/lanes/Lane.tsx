/** One lane: its head, with strategy and numbers, and its picture. */
import { type JSX, useId } from "react";
import { fillIn } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { pickedOf } from "../../../store/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { Picture } from "../picture/index.ts";
import { Counters } from "./Counters.tsx";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";
import { StrategyPicker } from "./StrategyPicker.tsx";
import { useLaneName } from "./use-lane-name.ts";
import { useLeastText } from "./use-least-text.ts";

// The table for screen readers may come a moment after the picture.
const PictureTable = deferred(
  async () => (await import("../picture/PictureTable.tsx")).PictureTable,
  "quiet",
);
const Guarantees = deferred(async () => (await import("./Guarantees.tsx")).Guarantees, "quiet");
const Caption = deferred(async () => (await import("./Caption.tsx")).Caption, "quiet");
const LaneMenu = deferred(async () => (await import("./LaneMenu.tsx")).LaneMenu, "quiet");

export function Lane({
  recording,
  index,
  told = true,
}: {
  readonly recording: Recording;
  readonly index: number;
  /** Whether the sentence about it stands here, rather than with those of other lanes. */
  readonly told?: boolean;
}): JSX.Element {
  const say = useWords();
  const { selectLane, pick } = useActions();
  const lanes = usePlaygroundState((state) => state.recordings.length);
  const selected = usePlaygroundState((state) => state.selected === index);
  const picked = usePlaygroundState((state) => {
    const found = pickedOf(state);
    return found?.lane === index ? found.element : -1;
  });
  const name = useLaneName(index);
  const leastText = useLeastText(lanes);
  const id = useId();
  const alone = lanes === 1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys 1 to 5 select it too, and so does focusing anything in it
    <section
      className={styles["lane"]}
      data-lane={index}
      data-alone={alone}
      data-selected={selected && !alone}
      aria-labelledby={id}
      aria-current={selected && !alone ? "true" : undefined}
      onClick={() => selectLane(index)}
      onFocus={() => selectLane(index)}
    >
      <header className={styles["head"]}>
        <div className={styles["title"]}>
          <h2 id={id} className={alone ? "visually-hidden" : styles["number"]}>
            <span aria-hidden="true">{index + 1}</span>
            <span className="visually-hidden">
              {fillIn(say(laneWords.lane), { n: index + 1, name })}
            </span>
          </h2>
          <StrategyPicker lane={index} />
          <LaneMenu lane={index} />
        </div>
        {alone && (
          <Guarantees recording={recording} meanwhile={<div className={styles["guarantees"]} />} />
        )}
        <Counters recording={recording} lane={index} />
      </header>
      <div className={styles["picture"]} data-picture="">
        <Picture
          recording={recording}
          lane={index}
          leastText={leastText}
          picked={picked}
          onPick={(element) => pick(element < 0 ? null : { lane: index, element })}
        />
      </div>
      {told && (
        <div className={styles["caption"]}>
          <Caption recording={recording} lane={index} />
        </div>
      )}
      <PictureTable recording={recording} lane={index} />
    </section>
  );
}
