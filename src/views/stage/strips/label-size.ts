/** How large the labels of a strip are: they grow with the window, and so does what is kept free for them. */

const SMALLEST_REM = 0.75;
const ROOT_PX = 16;

/** In px, as `--text-xs` has it. */
export function labelSize(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.getPropertyValue("--text-xs")) || SMALLEST_REM;
  return rem * (Number.parseFloat(style.fontSize) || ROOT_PX);
}

/** Width of a text of so many letters, on the wide side. */
export function labelWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter >= "\u1100" ? 1 : 0.62), 0) * size;
}
