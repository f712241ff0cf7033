/** The history of a run as a table, and as CSV to copy or download. */
import { type JSX, memo, useId, useMemo, useState } from "react";
import {
  fillIn,
  formatCount,
  formatRate,
  formatSeconds,
  type Language,
} from "../../../i18n/index.ts";
import {
  csvOf,
  type Figures,
  type Recording,
  sampleColumns,
  sampleStepMs,
  samplesOf,
  sampleTimes,
} from "../../../run/index.ts";
import { downloadText } from "../../kit/download.ts";
import { CopyIcon } from "../../kit/icons.tsx";
import { useCopy } from "../../kit/use-copy.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./numbers.module.css";
import { columnWords, numbersWords } from "./numbers-words.ts";

export function RunHistory({
  recordings,
}: {
  readonly recordings: readonly Recording[];
}): JSX.Element {
  const say = useWords();
  const id = useId();
  const [lane, setLane] = useState(0);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const recording = recordings[lane] ?? recordings[0];
  return (
    <section className={styles["history"]} aria-labelledby={id}>
      {recordings.length > 1 && (
        <label>
          <span>{`${say(numbersWords.lane)} `}</span>
          <select value={lane} onChange={(event) => setLane(Number(event.target.value))}>
            {recordings.map(({ strategy }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
              <option key={index} value={index}>
                {say(strategy.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {recording !== undefined && <LaneHistory id={id} recording={recording} timeMs={timeMs} />}
    </section>
  );
}

function LaneHistory({
  id,
  recording,
  timeMs,
}: {
  readonly id: string;
  readonly recording: Recording;
  readonly timeMs: number;
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const samples = useSamples(recording, timeMs);
  const csv = useMemo(() => csvOf(samples), [samples]);
  const { result, copy } = useCopy(csv);
  const { scenario, strategy } = recording.spec;
  const stepS = sampleStepMs(recording.durationMs) / 1000;
  const n = Number.isInteger(stepS) ? formatCount(stepS, language) : String(stepS);
  return (
    <>
      <div className={styles["bar"]}>
        <h3 id={id}>{fillIn(say(numbersWords.history), { n })}</h3>
        <button type="button" disabled={samples.length === 0} onClick={copy}>
          <CopyIcon />
          <span>{say(numbersWords.copyCsv)}</span>
        </button>
        <button
          type="button"
          disabled={samples.length === 0}
          onClick={() => downloadText(`${scenario}-${strategy}.csv`, csv, "text/csv")}
        >
          {say(numbersWords.downloadCsv)}
        </button>
        <span role="status">
          {result !== "none" &&
            say(result === "copied" ? numbersWords.copied : numbersWords.copyFailed)}
        </span>
      </div>
      {samples.length === 0 ? (
        <p>{fillIn(say(numbersWords.noHistory), { n })}</p>
      ) : (
        <SampleTable samples={samples} language={language} labelledBy={id} />
      )}
    </>
  );
}

/** The samples up to a time; the same array until another sample is due. */
function useSamples(recording: Recording, timeMs: number): readonly Figures[] {
  const times = sampleTimes(recording, timeMs);
  const key = times.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the times are in the key
  return useMemo(() => samplesOf(recording, times), [recording, key]);
}

const SampleTable = memo(function SampleTable({
  samples,
  language,
  labelledBy,
}: {
  readonly samples: readonly Figures[];
  readonly language: Language;
  readonly labelledBy: string;
}): JSX.Element {
  return (
    <section
      className={styles["samples"]}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-labelledby={labelledBy}
    >
      <table>
        <thead>
          <tr>
            {sampleColumns.map(({ id }) => (
              <th key={id} scope="col">
                {columnWords[id][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map((figures) => (
            <tr key={figures.timeMs}>
              {sampleColumns.map((column) => cell(column, figures, language))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function cell(
  { id, digits, read }: (typeof sampleColumns)[number],
  figures: Figures,
  language: Language,
): JSX.Element {
  if (id === "time") {
    return (
      <th key={id} scope="row">
        {formatSeconds(figures.timeMs, language)}
      </th>
    );
  }
  const value = read(figures);
  const known = value !== null && !Number.isNaN(value);
  const format = digits === 0 ? formatCount : formatRate;
  return <td key={id}>{known ? format(value, language) : "–"}</td>;
}
