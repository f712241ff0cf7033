/** The clipboard, as a hook. */
import { useState } from "react";

/** Copies a text, and tells how that went until the text becomes another. */
export function useCopy(text: string): {
  readonly result: "none" | "copied" | "refused";
  copy(): void;
} {
  const [last, setLast] = useState<{ text: string; result: "copied" | "refused" } | null>(null);
  const copy = async () => {
    try {
      // There is no clipboard at all where the page came over plain http.
      await navigator.clipboard.writeText(text);
      setLast({ text, result: "copied" });
    } catch {
      setLast({ text, result: "refused" });
    }
  };
  return { result: last?.text === text ? last.result : "none", copy: () => void copy() };
}
