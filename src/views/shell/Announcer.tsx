/** Tells screen readers what happens, in words and at a calm pace. It is invisible. */
import { type JSX, useEffect, useState } from "react";
import { fillIn, formatCount, formatSeconds } from "../../i18n/index.ts";
import { alertsOf, type Recording, thresholdsOf } from "../../run/index.ts";
import type { Playground, PlaygroundState } from "../../store/index.ts";
import { alertText } from "../alert-text.ts";
import { alertWords } from "../alert-words.ts";
import { usePlayground, usePlaygroundState } from "../playground-context.ts";
import { useEndText } from "../stage/transport/use-end-text.ts";

const EVERY_MS = 5000;
/** The interval at which it looks for alerts that have begun. */
const LOOK_EVERY_MS = 1000;

const report = {
  ko: "{time}초: 생산 {made}, 완료 {done}, 버퍼 {waiting}, 손실 {lost}.",
  en: "{time} s: {made} produced, {done} done, {waiting} in the buffer, {lost} lost.",
} as const;

export function Announcer(): JSX.Element {
  const playground = usePlayground();
  const language = usePlaygroundState((state) => state.preferences.language);
  const playing = usePlaygroundState((state) => state.playing);
  const endOf = useEndText();
  const end = usePlaygroundState((state) => state.recordings)
    .map(endOf)
    .find((text) => text !== null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const tell = () => setSaid(reportOf(playground, report[language], language));
    if (!playing) return;
    const timer = setInterval(tell, EVERY_MS);
    return () => {
      clearInterval(timer);
      tell();
    };
  }, [playground, playing, language]);
  useEffect(() => {
    if (!playing) return;
    const alerts = new NewAlerts(playground);
    const timer = setInterval(() => {
      const text = alerts.next(language);
      if (text !== null) setSaid(text);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [playground, playing, language]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {`${said} ${end ?? ""}`}
    </p>
  );
}

/** Finds alerts that have begun since the last look. Each kind of alert is announced at most once per lane and play. */
class NewAlerts {
  private readonly playground: Playground;
  private readonly told = new Set<string>();
  private sinceMs: number;

  constructor(playground: Playground) {
    this.playground = playground;
    // Alerts at the very start of a run are new; those that already last when the user plays on are not.
    this.sinceMs = playground.position().timeMs || -1;
  }

  /** The new alerts in words; null if there are none. */
  next(language: PlaygroundState["preferences"]["language"]): string | null {
    const { experiment, recordings } = this.playground.store.getState();
    const { timeMs } = this.playground.position();
    const texts = recordings.flatMap((recording, lane) => {
      const alerts = alertsOf(recording, thresholdsOf(experiment.thresholds), timeMs);
      return alerts.flatMap((alert) => {
        const key = `${lane} ${alert.kind}`;
        if (alert.fromMs <= this.sinceMs || this.told.has(key)) return [];
        this.told.add(key);
        const text = recordings.length > 1 ? alertWords.saidOfLane : alertWords.said;
        return fillIn(text[language], {
          time: formatSeconds(alert.fromMs, language),
          lane: recording.strategy.name[language],
          what: alertText(alert, language),
        });
      });
    });
    this.sinceMs = timeMs;
    return texts.length > 0 ? texts.join(" ") : null;
  }
}

function reportOf(
  { store, position }: Playground,
  text: string,
  language: PlaygroundState["preferences"]["language"],
): string {
  const recording: Recording | undefined = store.getState().recordings[0];
  if (recording === undefined) return "";
  const { timeMs } = position();
  const { made, done, lost, waiting } = recording.history.stateAt(timeMs);
  const count = (value: number) => formatCount(value, language);
  return fillIn(text, {
    time: formatSeconds(timeMs, language),
    made: count(made),
    done: count(done),
    waiting: count(waiting),
    lost: count(lost),
  });
}
