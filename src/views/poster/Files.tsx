/** The experiment as files: a poster to print or put on a slide, and a loop that shows it moving. */
import { type JSX, useEffect, useRef, useState } from "react";
import { fillIn } from "../../i18n/index.ts";
import { type Playground, START } from "../../store/index.ts";
import { download, downloadText } from "../kit/download.ts";
import { usePlayground, useWords } from "../playground-context.ts";
import { paletteOf } from "../stage/picture/palette.ts";
import styles from "./poster.module.css";
import { posterWords } from "./poster-words.ts";
import { film, pngOf, videoType } from "./raster.ts";
import { LOOP, POSTER, sheetOf } from "./sheet.ts";
import { contentOf } from "./sheet-content.ts";

/** The length of a loop, in ms: short, because it is watched again and again. */
const LOOP_MS = 6000;

type Stage = "ready" | "failed" | { readonly percent: number };

export function Files({ url }: { readonly url: string }): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const [stage, setStage] = useState<Stage>("ready");
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const name = `backpressure-${playground.store.getState().experiment.scenario}`;
  const poster = () =>
    sheetOf(contentOf(playground, url)(playground.position()), POSTER, colours());
  const making = async (make: () => Promise<void>) => {
    try {
      await make();
      setStage("ready");
    } catch {
      setStage("failed");
    }
  };
  const video = videoType();
  const record = async (type: string) => {
    stop.current = new AbortController();
    const onProgress = (share: number) => setStage({ percent: Math.round(100 * share) });
    const blob = await film(type, {
      ...loopOf(playground),
      onProgress,
      signal: stop.current.signal,
    });
    if (blob !== null) download(`${name}.${type.includes("mp4") ? "mp4" : "webm"}`, blob);
  };
  return (
    <section className={styles["files"]} aria-label={say(posterWords.title)}>
      <button type="button" onClick={() => downloadText(`${name}.svg`, poster(), "image/svg+xml")}>
        {say(posterWords.svg)}
      </button>
      <button
        type="button"
        onClick={() => making(async () => download(`${name}.png`, await pngOf(poster(), POSTER)))}
      >
        {say(posterWords.png)}
      </button>
      {video !== null && (
        <button
          type="button"
          onClick={() =>
            typeof stage === "object" ? stop.current.abort() : making(() => record(video))
          }
        >
          {say(typeof stage === "object" ? posterWords.stop : posterWords.loop)}
        </button>
      )}
      <p role="status">
        {stage === "failed" && say(posterWords.failed)}
        {typeof stage === "object" && fillIn(say(posterWords.recording), stage)}
      </p>
    </section>
  );
}

function colours() {
  return paletteOf(document.querySelector(".picture") ?? document.documentElement);
}

/** A loop of the last seconds before the play head, or, near the start, of the first seconds. */
function loopOf(playground: Playground) {
  const { recordings, speed } = playground.store.getState();
  const spanMs = LOOP_MS * speed;
  const recordedMs = Math.min(...recordings.map((recording) => recording.recordedMs));
  const endMs = Math.max(playground.position().timeMs, Math.min(spanMs, recordedMs));
  const startMs = Math.max(START.timeMs, endMs - spanMs);
  const content = contentOf(playground, "");
  const palette = colours();
  return {
    size: LOOP,
    lengthMs: Math.max(1, (endMs - startMs) / speed),
    frame: (wallMs: number) =>
      sheetOf(
        content({ timeMs: Math.min(endMs, startMs + wallMs * speed), rows: null }),
        LOOP,
        palette,
      ),
  };
}
