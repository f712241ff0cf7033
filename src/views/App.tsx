/** The whole page. */
import { type CSSProperties, type JSX, useEffect } from "react";
import type { Playground } from "../store/index.ts";
import styles from "./app.module.css";
import { haveStrips, useArrangement } from "./arrangement.ts";
import { deferred, useLoaded } from "./kit/deferred.tsx";
import { ErrorBoundary } from "./kit/ErrorBoundary.tsx";
import {
  PlaygroundContext,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "./playground-context.ts";
import { Header } from "./shell/Header.tsx";
import { NotLoaded } from "./shell/NotLoaded.tsx";
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

// Parts that are not needed at first are loaded after the picture.
const Panel = deferred(async () => (await import("./panel/Panel.tsx")).Panel);
const Tools = deferred(async () => (await import("./shell/Tools.tsx")).Tools);
const Notices = deferred(async () => (await import("./shell/Notices.tsx")).Notices);
const Present = deferred(async () => (await import("./present/Present.tsx")).Present);
const Announcer = deferred(async () => (await import("./shell/Announcer.tsx")).Announcer, "quiet");

const loadKeys = () => import("./shell/keyboard.ts");

function Page(): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const arrangement = useArrangement();
  const hasNotices = usePlaygroundState(({ notices }) =>
    notices.some(({ kind }) => kind !== "notLoaded"),
  );
  const panel = usePlaygroundState((state) => state.preferences.panel);
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const lanes = usePlaygroundState((state) => state.recordings.length);
  useFrames(playground);
  useKeys(playground);
  const isDesk = arrangement === "desk";
  const stage = (
    <div key="stage" className={styles["stage"]}>
      <Stage strips={haveStrips(arrangement, presenting)} />
    </div>
  );
  // On a phone the panel can't be folded, as that would make no room for anything.
  const aside = !presenting && (panel.open || !isDesk) && (
    <aside key="panel" className={styles["panel"]}>
      <Panel arrangement={arrangement} />
    </aside>
  );
  return (
    <div
      className={styles["app"]}
      data-arrangement={arrangement}
      data-presenting={presenting}
      data-panel={panel.open ? "open" : "folded"}
      style={{ "--panel-width": panel.widthPx, "--lanes": lanes } as CSSProperties}
    >
      <button type="button" className={styles["skip"]} onClick={focusPicture}>
        {say(words.skip)}
      </button>
      <Header>
        {hasNotices && <Notices />}
        <Tools />
      </Header>
      <NotLoaded />
      <main className={styles["main"]}>
        {/* In the order of reading, which the keyboard follows. The keys keep both parts when they change places. */}
        {isDesk ? [aside, stage] : [stage, aside]}
      </main>
      {presenting && <Present />}
      <Announcer />
    </div>
  );
}

/** Listens to the keyboard shortcuts of the page, as soon as they are loaded. */
function useKeys(playground: Playground): void {
  const keys = useLoaded(loadKeys);
  useEffect(() => keys?.listenToKeys(playground, window), [keys, playground]);
}

/** While playing, tells the playground how much wall time each frame took. */
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

/** Moves the focus to the picture. A link to `#picture` would overwrite the experiment in the address. */
function focusPicture(): void {
  document.getElementById("picture")?.focus();
}
