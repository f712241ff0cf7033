/** Hooks that give the parts of the page the playground, its state, and the words of the chosen language. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Language, Text } from "../i18n/index.ts";
import { type Catalogue, type Scenario, type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import type { Playground, PlaygroundActions, PlaygroundState } from "../store/index.ts";

export const PlaygroundContext = createContext<Playground | null>(null);

/** The page's playground. Throws outside a `PlaygroundContext`. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error("usePlayground: no PlaygroundContext above");
  return playground;
}

/** A part of the page's state; the component is rendered again when that part changes. */
export function usePlaygroundState<T>(select: (state: PlaygroundState) => T): T {
  return useStore(usePlayground().store, select);
}

/** The scenarios and strategies that have been loaded. */
export function useCatalogue(): Catalogue {
  return usePlaygroundState((state) => state.catalogue);
}

/** The scenario on the page. */
export function useScenario(): Scenario<ScenarioId> {
  return usePlaygroundState(({ catalogue, experiment }) =>
    scenarioOf(catalogue, experiment.scenario),
  );
}

export function useActions(): PlaygroundActions {
  return usePlayground().actions;
}

const SAY: Readonly<Record<Language, (text: Text) => string>> = {
  ko: ({ ko }) => ko,
  en: ({ en }) => en,
};

/** Returns a function that picks the words of the chosen language; the same function as long as that doesn't change. */
export function useWords(): (text: Text) => string {
  return SAY[usePlaygroundState((state) => state.preferences.language)];
}
