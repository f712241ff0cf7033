/** Parts of the page that are loaded when they are first drawn, and once more after that has failed. */
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
 * A component that is loaded when it is first drawn. `meanwhile` stands in its place until then; where it
 * can't be had, that is said there too, unless it is `quiet`: without it nothing is amiss.
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
  // Of one page it is the same component from the first drawing on.
  const parts = new WeakMap<Playground, Part<Props>>();
  // biome-ignore lint/correctness/noComponentHookFactories: called once a part, at module level, as `lazy` is
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
  // Whenever something fails, or is tried again, one of them becomes another.
  usePlaygroundState(({ notices }) => notices);
  usePlaygroundState(({ attempt }) => attempt);
  return hasFailed() ? <Failure text={say(words.failed)} onAgain={loadAgain} /> : children;
}

/**
 * What `load` gives, as soon as it is `wanted` and there; undefined until then. `load` must stay the same
 * function.
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
