/** Parts of the page that are loaded when they are first drawn, and can be loaded again after that has failed. */
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type Playground, persistently } from "../../store/index.ts";
import { useActions, usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import { words } from "../words.ts";
import { ErrorBoundary, Failure } from "./ErrorBoundary.tsx";

interface Part<Props> {
  readonly Loaded: ComponentType<Props>;
  readonly hasFailed: () => boolean;
}

/**
 * Returns a component that is loaded when it is first drawn. Its prop `meanwhile` is shown until then. If it can't be
 * loaded, an error takes its place, unless it is `quiet`, which is for parts that the page can do without.
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  manner?: "quiet",
): ComponentType<Props & { readonly meanwhile?: ReactNode }> {
  let ready: ComponentType<Props> | undefined;
  const partOf = (playground: Playground): Part<Props> => {
    let failed = false;
    const attempt = async () => {
      failed = false;
      try {
        ready = await load();
      } catch (error) {
        failed = true;
        throw error;
      }
      return { default: ready };
    };
    return {
      Loaded: ready ?? lazy(() => persistently(playground, attempt)),
      hasFailed: () => failed,
    };
  };
  // Within one page, it stays the same component from the first drawing on.
  const parts = new WeakMap<Playground, Part<Props>>();
  // biome-ignore lint/correctness/noComponentHookFactories: called once per part, at module level, as `lazy` is
  return function Deferred({ meanwhile, ...props }) {
    const playground = usePlayground();
    const part = parts.get(playground) ?? partOf(playground);
    parts.set(playground, part);
    const coming =
      manner === "quiet" ? meanwhile : <Coming hasFailed={part.hasFailed}>{meanwhile}</Coming>;
    return (
      <ErrorBoundary>
        <Suspense fallback={coming}>
          <part.Loaded {...(props as unknown as Props)} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

function Coming({
  hasFailed,
  children,
}: {
  readonly hasFailed: () => boolean;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords();
  const { loadAgain } = useActions();
  // One of these changes whenever something fails or is tried again, so that this is rendered again.
  usePlaygroundState(({ notices }) => notices);
  usePlaygroundState(({ attempt }) => attempt);
  return hasFailed() ? <Failure text={say(words.failed)} onAgain={loadAgain} /> : children;
}

/**
 * Returns what `load` resolves to, which is called once `wanted` is true; undefined until then. `load` must stay the
 * same function.
 */
export function useLoaded<T>(load: () => Promise<T>, wanted = true): T | undefined {
  const playground = usePlayground();
  const [loaded, setLoaded] = useState<{ readonly value: T }>();
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    persistently(playground, load).then((value) => {
      if (!gone) setLoaded({ value });
    });
    return () => {
      gone = true;
    };
  }, [playground, load, wanted]);
  return loaded?.value;
}
