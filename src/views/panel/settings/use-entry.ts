/** A hook for a text field whose text counts only when it is entered, by Enter or by leaving the field. */
import { type ChangeEvent, type InputHTMLAttributes, type KeyboardEvent, useState } from "react";
import type { Experiment } from "../../../store/index.ts";
import { useActions, usePlaygroundState } from "../../playground-context.ts";
import { historyKey } from "../../shell/history-key.ts";

type FieldProps = Required<
  Pick<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "onBlur" | "onKeyDown">
>;

/** What has been typed, and the experiment at that time. */
interface Typed {
  readonly text: string;
  readonly experiment: Experiment;
}

/**
 * Keeps what is typed until it is entered, so that half a number never counts. Otherwise the field holds `shown`.
 * What is typed is discarded when the experiment changes in another way, by Escape, and by undo. If nothing is typed,
 * undo and redo are those of the page: the browser's would restore an earlier text and leave the run as it is.
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
      // An undo from the browser's menu can't be prevented, only followed.
      const { inputType } = nativeEvent as InputEvent;
      if (inputType === "historyUndo") goBack("undo");
      else if (inputType === "historyRedo") goBack("redo");
      else setTyped({ text: target.value, experiment });
    },
    onBlur: enter,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // While a character is being composed, Enter only ends the composition.
      if (event.key === "Enter" && !event.nativeEvent.isComposing) enter();
      if (event.key === "Escape") setTyped(null);
      const way = historyKey(event);
      if (way === null) return;
      event.preventDefault();
      goBack(way);
    },
  };
}
