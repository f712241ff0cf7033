/** The keys for undo and redo. */

type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether keys that are pressed ask for undo (Ctrl+Z) or redo (Ctrl+Shift+Z, Ctrl+Y); on a Mac with ⌘. */
export function historyKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}
