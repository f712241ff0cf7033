/** Tells screen readers what happens, in words and at a calm pace. Nothing of it is seen. */
import { type JSX, useEffect, useState } from "react";
import { fillIn, formatCount, formatSeconds } from "../../i18n/index.ts";
import type { Recording } from "../../run/index.ts";
import type { Playground, PlaygroundState } from "../../store/index.ts";
import { usePlayground, usePlaygroundState } from "../playground-context.ts";
import { useEndText } from "../transport/use-end-text.ts";

const EVERY_MS = 5000;

const report = {
  ko: "{time}초: 생산 {produced}, 완료 {done}, 버퍼 {depth}, 버림 {dropped}.",
  en: "{time} s: {produced} produced, {done} done, {depth} in the buffer, {dropped} dropped.",
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
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {said} {end}
    </p>
  );
}

function reportOf(
  { store, position }: Playground,
  text: string,
  language: PlaygroundState["preferences"]["language"],
): string {
  const recording: Recording | undefined = store.getState().recordings[0];
  if (recording === undefined) return "";
  const { timeMs } = position();
  const { produced, done, dropped, buffer } = recording.history.stateAt(timeMs);
  const count = (value: number) => formatCount(value, language);
  return fillIn(text, {
    time: formatSeconds(timeMs, language),
    produced: count(produced),
    done: count(done),
    depth: count(buffer.length),
    dropped: count(dropped),
  });
}
