import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Text } from "../i18n/index.ts";
import type { Playground, PlaygroundActions, PlaygroundState } from "../store/index.ts";

export const PlaygroundContext = createContext<Playground | null>(null);

/** The page's playground. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error("usePlayground: no PlaygroundContext above");
  return playground;
}

/** A part of the page's state; the component is drawn again when that part changes. */
export function usePlaygroundState<T>(select: (state: PlaygroundState) => T): T {
  return useStore(usePlayground().store, select);
}

export function useActions(): PlaygroundActions {
  return usePlayground().actions;
}

/** Picks the words of the chosen language. */
export function useWords(): (text: Text) => string {
  const language = usePlaygroundState((state) => state.preferences.language);
  return (text) => text[language];
}
