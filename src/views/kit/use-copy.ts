/** A hook for copying to the clipboard. */
import { useState } from "react";

/** Returns a function that copies `text`, and the result of that until the text changes. */
export function useCopy(text: string): {
  readonly result: "none" | "copied" | "refused";
  copy(): void;
} {
  const [last, setLast] = useState<{ text: string; result: "copied" | "refused" } | null>(null);
  const copy = async () => {
    try {
      // On a page that was loaded over plain HTTP there is no clipboard at all, and this throws.
      await navigator.clipboard.writeText(text);
      setLast({ text, result: "copied" });
    } catch {
      setLast({ text, result: "refused" });
    }
  };
  return { result: last?.text === text ? last.result : "none", copy: () => void copy() };
}
