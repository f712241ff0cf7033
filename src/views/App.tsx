/** The whole page. */
import { type JSX, useEffect, useRef } from "react";
import type { Playground } from "../store/index.ts";
import { strategyOf } from "../systems/index.ts";
import styles from "./app.module.css";
import { deferred, useLoaded } from "./deferred.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Question } from "./lesson/Question.tsx";
import { NotLoaded } from "./NotLoaded.tsx";
import { Lane } from "./pipeline/Lane.tsx";
import {
  PlaygroundContext,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "./playground-context.ts";
import { Header } from "./shell/Header.tsx";
import { words } from "./shell/words.ts";
import { useNear } from "./use-near.ts";
import { useWidth } from "./use-width.ts";

export function App({ playground }: { readonly playground: Playground }): JSX.Element {
  return (
    <PlaygroundContext value={playground}>
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    </PlaygroundContext>
  );
}

// What is not seen at first is loaded after the picture is there.
const Charts = deferred(async () => (await import("./charts/index.ts")).Charts);
const Controls = deferred(async () => (await import("./controls/Controls.tsx")).Controls);
const Transport = deferred(async () => (await import("./transport/Transport.tsx")).Transport);
const Drawer = deferred(async () => (await import("./drawer/Drawer.tsx")).Drawer);
const Tools = deferred(async () => (await import("./shell/Tools.tsx")).Tools);
const Notices = deferred(async () => (await import("./shell/Notices.tsx")).Notices);
const Announcer = deferred(async () => (await import("./shell/Announcer.tsx")).Announcer, "quiet");

const loadKeys = () => import("./shell/keyboard.ts");

function Page(): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const hasNotices = usePlaygroundState(({ notices }) =>
    notices.some(({ kind }) => kind !== "notLoaded"),
  );
  useFrames(playground);
  useKeys(playground);
  return (
    <div className={styles["app"]}>
      <button type="button" className={styles["skip"]} onClick={focusPicture}>
        {say(words.skip)}
      </button>
      <Header>
        <Tools />
      </Header>
      <NotLoaded />
      {hasNotices && <Notices />}
      <main className={styles["main"]}>
        <div className={styles["side"]}>
          <Question />
          <Controls meanwhile={<section className={styles["controlsToCome"]} />} />
        </div>
        <div className={styles["stage"]} id="picture" tabIndex={-1}>
          {recordings.map((recording, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
            <Lane key={index} recording={recording} index={index} />
          ))}
          <Transport meanwhile={<section data-transport className={styles["transportToCome"]} />} />
          <ChartArea />
          <Drawer meanwhile={<section className={styles["drawerToCome"]} />} />
        </div>
      </main>
      <Announcer />
    </div>
  );
}

function ChartArea(): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const playing = usePlaygroundState((state) => state.playing);
  const language = usePlaygroundState((state) => state.preferences.language);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 900);
  // On a phone they stand far below: there they are loaded by whoever scrolls to them.
  const near = useNear(box);
  const loading = <p className="visually-hidden">{say(words.charts)}</p>;
  return (
    <div className={styles["chartBox"]}>
      <div ref={box}>
        {near ? (
          <Charts
            meanwhile={loading}
            recordings={recordings}
            laneNames={recordings.map(({ spec }) => say(strategyOf(spec.strategy).name))}
            playing={playing}
            thresholds={thresholds}
            language={language}
            width={width}
            onSeek={playground.actions.seek}
            position={playground.position}
            onPosition={playground.onPosition}
          />
        ) : (
          loading
        )}
      </div>
    </div>
  );
}

/** The keys of the page; there as soon as they are loaded. */
function useKeys(playground: Playground): void {
  const keys = useLoaded(loadKeys);
  useEffect(() => keys?.listenToKeys(playground, window), [keys, playground]);
}

/** While playing, tells the playground of every frame: the one place that asks the wall clock. */
function useFrames(playground: Playground): void {
  const playing = usePlaygroundState((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let request = requestAnimationFrame(function onFrame(now) {
      playground.frame(Math.max(0, now - last));
      last = now;
      request = requestAnimationFrame(onFrame);
    });
    return () => cancelAnimationFrame(request);
  }, [playground, playing]);
}

/** A link to `#picture` would overwrite the experiment in the address: the focus is moved instead. */
function focusPicture(): void {
  document.getElementById("picture")?.focus();
}
