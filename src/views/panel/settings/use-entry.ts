/** A text field whose text counts when it is entered: by Enter, or by leaving the field. */
import { type ChangeEvent, type InputHTMLAttributes, type KeyboardEvent, useState } from "react";
import type { Experiment } from "../../../store/index.ts";
import { useActions, usePlaygroundState } from "../../playground-context.ts";
import { historyKey } from "../../shell/history-key.ts";

type FieldProps = Required<
  Pick<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "onBlur" | "onKeyDown">
>;

/** What is typed, and what stood on the page then. */
interface Typed {
  readonly text: string;
  readonly experiment: Experiment;
}

/**
 * Keeps what is typed until it is entered, so that half a number is never taken. `shown` is what the field
 * has otherwise. What is typed is given up when the experiment changes by anything else, by Escape, and by
 * undo; where nothing is typed, undo and redo are the page's own. The browser's would bring back the text of
 * before and leave the run as it is.
 */
export function useEntry(shown: string, onEnter: (text: string) => void): FieldProps {
  const { undo, redo } = useActions();
  const experiment = usePlaygroundState((state) => state.experiment);
  const [typed, setTyped] = useState<Typed | null>(null);
  const text = typed?.experiment === experiment ? typed.text : null;
  const enter = () => {
    if (text !== null) onEnter(text);
    setTyped(null);
  };
  const goBack = (way: "undo" | "redo") => {
    if (text !== null) setTyped(null);
    else if (way === "undo") undo();
    else redo();
  };
  return {
    value: text ?? shown,
    onChange: ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
      // The browser's undo by way of its menu can't be prevented, only followed.
      const { inputType } = nativeEvent as InputEvent;
      if (inputType === "historyUndo") goBack("undo");
      else if (inputType === "historyRedo") goBack("redo");
      else setTyped({ text: target.value, experiment });
    },
    onBlur: enter,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // Enter also ends what is being composed from several keys.
      if (event.key === "Enter" && !event.nativeEvent.isComposing) enter();
      if (event.key === "Escape") setTyped(null);
      const way = historyKey(event);
      if (way === null) return;
      event.preventDefault();
      goBack(way);
    },
  };
}
