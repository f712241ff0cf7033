/** The figures of each lane at the play head: over the last window of time, and since the start. */
import { Fragment, type JSX } from "react";
import {
  fillIn,
  formatCount,
  formatRate,
  formatSeconds,
  type Language,
  type Text,
} from "../../../i18n/index.ts";
import { type Figures, figuresAt, monitorOf, type Recording } from "../../../run/index.ts";
import { rowsAt } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./numbers.module.css";
import { numbersWords } from "./numbers-words.ts";

export function FiguresTable({
  recordings,
}: {
  readonly recordings: readonly Recording[];
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const write = writerOf(language);
  const lanes = recordings.map((recording, lane) => {
    const rows = rowsAt(recording, lane, position);
    return { lane, recording, figures: figuresAt(recording, position.timeMs, rows) };
  });
  const windowOf = (recording: Recording) =>
    fillIn(say(numbersWords.recent), { n: write.plain(monitorOf(recording).windowMs / 1000) });
  const explained = new Set([
    ...recordings.map(({ strategy }) => wordsOf(strategy).waits),
    numbersWords.explained,
  ]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must be reachable by keyboard
    <section className={styles["figures"]} tabIndex={0}>
      <table>
        <caption>
          {fillIn(say(numbersWords.figures), { time: formatSeconds(position.timeMs, language) })}
        </caption>
        <thead>
          {lanes.length > 1 && (
            <tr>
              <td />
              {lanes.map(({ lane, recording }) => (
                <th key={lane} scope="colgroup" colSpan={2}>
                  {say(recording.strategy.name)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{say(numbersWords.figure)}</th>
            {lanes.map(({ lane, recording }) => (
              <Fragment key={lane}>
                <th scope="col">{windowOf(recording)}</th>
                <th scope="col">{say(numbersWords.soFar)}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ id, name, part, recent, soFar }) => (
            <tr key={id} data-figure={id} data-part={part}>
              <th scope="row">{say(name)}</th>
              {lanes.map(({ lane, figures }) => (
                <Fragment key={lane}>
                  <td>{recent?.(figures, write)}</td>
                  <td>{soFar(figures, write)}</td>
                </Fragment>
              ))}
            </tr>
          ))}
          <tr data-figure="depth">
            <th scope="row">{say(numbersWords.depth)}</th>
            {lanes.map(({ lane, figures }) => (
              <td key={lane} colSpan={2}>
                {write.depth(figures)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className={styles["explained"]}>{[...explained].map(say).join(" ")}</p>
    </section>
  );
}

type Writer = ReturnType<typeof writerOf>;

/** A row of the table. */
interface FigureRow {
  readonly id: string;
  readonly name: Text;
  /** Whether its number is part of that in a row above. */
  readonly part?: boolean;
  /** Writes its value over the last window; left out for numbers that are only counted. */
  readonly recent?: (figures: Figures, write: Writer) => string;
  readonly soFar: (figures: Figures, write: Writer) => string;
}

const ROWS: readonly FigureRow[] = [
  {
    id: "made",
    name: numbersWords.sent,
    recent: ({ recent }, { perSec }) => perSec(recent.madePerSec),
    soFar: ({ counts }, { pieces }) => pieces(counts.made),
  },
  {
    id: "received",
    name: numbersWords.received,
    recent: ({ recent }, { perSec }) => perSec(recent.receivedPerSec),
    soFar: ({ counts }, { pieces }) => pieces(counts.received),
  },
  {
    id: "done",
    name: numbersWords.done,
    recent: ({ recent }, { perSec }) => perSec(recent.donePerSec),
    soFar: ({ counts }, { pieces }) => pieces(counts.done),
  },
  {
    id: "lost",
    name: numbersWords.lost,
    recent: ({ recent }, { perSec }) => perSec(recent.lostPerSec),
    soFar: ({ counts }, { pieces }) => pieces(counts.lost),
  },
  {
    id: "dropped",
    name: numbersWords.dropped,
    part: true,
    soFar: ({ counts }, { pieces }) => pieces(counts.dropped),
  },
  {
    id: "failed",
    name: numbersWords.failed,
    part: true,
    soFar: ({ counts }, { pieces }) => pieces(counts.failed),
  },
  {
    id: "rejected",
    name: numbersWords.rejected,
    part: true,
    soFar: ({ counts }, { pieces }) => pieces(counts.rejected),
  },
  {
    id: "loss-rate",
    name: numbersWords.lossRate,
    recent: ({ recent }, { percent }) => percent(recent.lossPercent),
    soFar: ({ soFar }, { percent }) => percent(soFar.lossPercent),
  },
  {
    id: "wait-p50",
    name: numbersWords.waitP50,
    recent: ({ recent }, { ms }) => ms(recent.waits.p50),
    soFar: ({ soFar }, { ms }) => ms(soFar.waits.p50),
  },
  {
    id: "wait-p95",
    name: numbersWords.waitP95,
    recent: ({ recent }, { ms }) => ms(recent.waits.p95),
    soFar: ({ soFar }, { ms }) => ms(soFar.waits.p95),
  },
  {
    id: "wait-p99",
    name: numbersWords.waitP99,
    recent: ({ recent }, { ms }) => ms(recent.waits.p99),
    soFar: ({ soFar }, { ms }) => ms(soFar.waits.p99),
  },
  {
    id: "utilisation",
    name: numbersWords.utilisation,
    recent: ({ recent }, { percent }) => percent(recent.utilisation),
    soFar: ({ soFar }, { percent }) => percent(soFar.utilisation),
  },
];

/** The functions that write numbers with their units. */
function writerOf(language: Language) {
  const fill = (text: Text, number: string) => fillIn(text[language], { n: number });
  const or = (value: number, write: (value: number) => string) =>
    Number.isNaN(value) ? numbersWords.nothing[language] : write(value);
  const count = (value: number) => formatCount(value, language);
  const rate = (value: number) => formatRate(value, language);
  return {
    plain: (value: number) => (Number.isInteger(value) ? count(value) : rate(value)),
    perSec: (value: number) => fill(numbersWords.perSec, rate(value)),
    pieces: (value: number) => fill(numbersWords.pieces, count(value)),
    percent: (value: number) => or(value, (known) => fill(numbersWords.percent, rate(known))),
    ms: (value: number) => or(value, (known) => fill(numbersWords.ms, count(known))),
    depth({ depth, capacity }: Figures): string {
      if (capacity === null) return fill(numbersWords.unbounded, count(depth));
      const percent = capacity === 0 ? 0 : (100 * depth) / capacity;
      return fillIn(numbersWords.ofCapacity[language], {
        n: count(depth),
        capacity: count(capacity),
        percent: count(percent),
      });
    },
  };
}
