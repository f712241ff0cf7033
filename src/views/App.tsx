/** The whole page. */
import { type CSSProperties, type JSX, lazy, Suspense, useEffect } from "react";
import type { Playground } from "../store/index.ts";
import styles from "./app.module.css";
import { type Arrangement, useArrangement } from "./arrangement.ts";
import { ErrorBoundary } from "./kit/ErrorBoundary.tsx";
import {
  PlaygroundContext,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "./playground-context.ts";
import { Header } from "./shell/Header.tsx";
import { words } from "./shell/words.ts";
import { Stage } from "./stage/Stage.tsx";

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
const Panel = lazy(async () => ({ default: (await import("./panel/Panel.tsx")).Panel }));
const Tools = lazy(async () => ({ default: (await import("./shell/Tools.tsx")).Tools }));
const Notices = lazy(async () => ({ default: (await import("./shell/Notices.tsx")).Notices }));
const Present = lazy(async () => ({ default: (await import("./present/Present.tsx")).Present }));
const Announcer = lazy(async () => ({
  default: (await import("./shell/Announcer.tsx")).Announcer,
}));

function Page(): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const arrangement = useArrangement();
  const hasNotices = usePlaygroundState((state) => state.notices.length > 0);
  const panel = usePlaygroundState((state) => state.preferences.panel);
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const lanes = usePlaygroundState((state) => state.recordings.length);
  const shownArrangement = presenting ? "desk" : arrangement;
  useFrames(playground);
  useKeys(playground);
  return (
    <div
      className={styles["app"]}
      data-arrangement={shownArrangement}
      data-presenting={presenting}
      data-panel={panel.open ? "open" : "folded"}
      style={{ "--panel-width": panel.widthPx, "--lanes": lanes } as CSSProperties}
    >
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
      <main className={styles["main"]}>{partsOf(shownArrangement, panel.open && !presenting)}</main>
      {presenting && (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Present />
          </Suspense>
        </ErrorBoundary>
      )}
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Announcer />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** In the order of reading: whoever goes on by keyboard goes where the eye goes. Neither is made anew when they change places. */
function partsOf(arrangement: Arrangement, open: boolean): readonly JSX.Element[] {
  const isDesk = arrangement === "desk";
  const stage = (
    <div key="stage" className={styles["stage"]}>
      <Stage strips={isDesk} />
    </div>
  );
  // A phone has nothing to fold it for.
  if (isDesk && !open) return [stage];
  const panel = (
    <aside key="panel" className={styles["panel"]}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Panel arrangement={arrangement} />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
  return isDesk ? [panel, stage] : [stage, panel];
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
