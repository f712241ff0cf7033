/** The presentation over the stage: the cards of the lesson, the lecturer's buttons, and the blank screen. */
import { type JSX, useCallback, useEffect } from "react";
import { fillIn } from "../../i18n/index.ts";
import { loadSequel } from "../../scenarios/index.ts";
import { useLoaded } from "../kit/deferred.tsx";
import { BlankIcon, CloseIcon, HelpIcon, NextIcon, PreviousIcon } from "../kit/icons.tsx";
import { useActions, usePlaygroundState, useScenario, useWords } from "../playground-context.ts";
import { Card } from "./Card.tsx";
import { stepBeside, stepsOf } from "./lesson-steps.ts";
import styles from "./present.module.css";
import { presentWords } from "./present-words.ts";
import { useFullscreen } from "./use-fullscreen.ts";
import { useRunOfStep } from "./use-run-of-step.ts";
import { useWakeLock } from "./use-wake-lock.ts";

export function Present(): JSX.Element {
  const say = useWords();
  const { present, setPresenting, openDialog } = useActions();
  const presenting = usePlaygroundState((state) => state.presenting) ?? NOTHING;
  const { step, aside, blank } = presenting;
  const id = usePlaygroundState((state) => state.experiment.scenario);
  const lanes = usePlaygroundState((state) => state.recordings.length);
  const steps = stepsOf(useScenario());
  const card = steps[step - 1];
  const loaded = useLoaded(useCallback(async () => ({ id, sequel: await loadSequel(id) }), [id]));
  // `loaded` may still be another scenario's.
  const sequel = loaded?.id === id ? loaded.sequel : undefined;
  useRunOfStep(card, sequel);
  useFullscreen(() => present(false));
  useWakeLock();
  useEffect(() => {
    // With one or two lanes, type grows to what the back row needs; with more it stays as it is.
    const { dataset } = document.documentElement;
    dataset["presenting"] = lanes > 2 ? "many" : "few";
    return () => {
      delete dataset["presenting"];
    };
  }, [lanes]);
  const button = (label: string, key: string, icon: JSX.Element, act: () => void, off = false) => (
    <button
      type="button"
      aria-label={label}
      title={`${label} (${key})`}
      disabled={off}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <>
      {card !== undefined && !aside && (
        <Card step={card} sequel={sequel} onClose={() => setPresenting({ aside: true })} />
      )}
      <nav className={styles["tools"]} aria-label={say(presentWords.tools)}>
        {button(
          say(presentWords.previous),
          "PageUp",
          <PreviousIcon />,
          () => setPresenting({ step: stepBeside(presenting, -1) }),
          step === 0,
        )}
        <output>{fillIn(say(presentWords.stepOf), { n: step, all: steps.length })}</output>
        {button(
          say(presentWords.next),
          "PageDown",
          <NextIcon />,
          () => setPresenting({ step: stepBeside(presenting, 1) }),
          step >= steps.length,
        )}
        {button(say(presentWords.blank), "B", <BlankIcon />, () => setPresenting({ blank: true }))}
        {button(say(presentWords.keys), "?", <HelpIcon />, () => openDialog("help"))}
        {button(say(presentWords.leave), "Esc", <CloseIcon />, () => present(false))}
      </nav>
      {blank && (
        <button
          type="button"
          className={styles["blank"]}
          aria-label={say(presentWords.unblank)}
          // biome-ignore lint/a11y/noAutofocus: there is nothing else to focus
          autoFocus
          onClick={() => setPresenting({ blank: false })}
        />
      )}
    </>
  );
}

const NOTHING = { step: 0, aside: false, blank: false };
