/** The keys for undo and redo. */

type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Returns "undo" for Ctrl+Z, "redo" for Ctrl+Shift+Z and Ctrl+Y (or ⌘ in place of Ctrl), and null for other keys. */
export function historyKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}
