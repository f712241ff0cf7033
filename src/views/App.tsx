/** The whole page. */
import { type JSX, lazy, Suspense, useEffect, useRef } from "react";
import type { Playground } from "../store/index.ts";
import { strategyOf } from "../systems/index.ts";
import styles from "./app.module.css";
import { ErrorBoundary } from "./kit/ErrorBoundary.tsx";
import { useNear } from "./kit/use-near.ts";
import { useWidth } from "./kit/use-width.ts";
import { Question } from "./panel/lesson/Question.tsx";
import {
  PlaygroundContext,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "./playground-context.ts";
import { Header } from "./shell/Header.tsx";
import { words } from "./shell/words.ts";
import { Lane } from "./stage/lanes/Lane.tsx";

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
const Charts = lazy(async () => ({ default: (await import("./stage/strips/index.ts")).Charts }));
const Controls = lazy(async () => ({
  default: (await import("./panel/settings/Controls.tsx")).Controls,
}));
const Transport = lazy(async () => ({
  default: (await import("./stage/transport/Transport.tsx")).Transport,
}));
const Drawer = lazy(async () => ({ default: (await import("./panel/Panel.tsx")).Drawer }));
const Tools = lazy(async () => ({ default: (await import("./shell/Tools.tsx")).Tools }));
const Notices = lazy(async () => ({ default: (await import("./shell/Notices.tsx")).Notices }));
const Announcer = lazy(async () => ({
  default: (await import("./shell/Announcer.tsx")).Announcer,
}));

function Page(): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const hasNotices = usePlaygroundState((state) => state.notices.length > 0);
  useFrames(playground);
  useKeys(playground);
  return (
    <div className={styles["app"]}>
      <button type="button" className={styles["skip"]} onClick={focusPicture}>
        {say(words.skip)}
      </button>
      <Header>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Tools />
          </Suspense>
        </ErrorBoundary>
      </Header>
      {hasNotices && (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Notices />
          </Suspense>
        </ErrorBoundary>
      )}
      <main className={styles["main"]}>
        <div className={styles["side"]}>
          <Question />
          <ErrorBoundary>
            <Suspense fallback={<section className={styles["controlsToCome"]} />}>
              <Controls />
            </Suspense>
          </ErrorBoundary>
        </div>
        <div className={styles["stage"]} id="picture" tabIndex={-1}>
          {recordings.map((recording, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
            <Lane key={index} recording={recording} index={index} />
          ))}
          <ErrorBoundary>
            <Suspense fallback={<section data-transport className={styles["transportToCome"]} />}>
              <Transport />
            </Suspense>
          </ErrorBoundary>
          <ChartArea />
          <ErrorBoundary>
            <Suspense fallback={<section className={styles["drawerToCome"]} />}>
              <Drawer />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Announcer />
        </Suspense>
      </ErrorBoundary>
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
        <ErrorBoundary>
          <Suspense fallback={loading}>
            {near ? (
              <Charts
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
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

/** The keys of the page; there as soon as they are loaded. */
function useKeys(playground: Playground): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    import("./shell/keyboard.ts").then(
      ({ listenToKeys }) => {
        if (!gone) stop = listenToKeys(playground, window);
      },
      // Without its keys the page still has its buttons.
      () => undefined,
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [playground]);
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
