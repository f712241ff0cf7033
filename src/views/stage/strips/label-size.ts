/** How large the labels of a strip are: they grow with the window, and so does what is kept free for them. */

const SMALLEST_REM = 0.75;
const ROOT_PX = 16;

/** What was measured last; null once the window or the root element have changed. */
let measured: number | null = null;
let listens = false;

/** In px, as `--text-xs` has it. It is measured once: every strip asks for it in every drawing. */
export function labelSize(): number {
  if (!listens) forgetOnChange();
  measured ??= measure();
  return measured;
}

function measure(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.getPropertyValue("--text-xs")) || SMALLEST_REM;
  return rem * (Number.parseFloat(style.fontSize) || ROOT_PX);
}

/** The size depends on the room of the window, and on what the root element says of theme and arrangement. */
function forgetOnChange(): void {
  listens = true;
  const forget = () => {
    measured = null;
  };
  addEventListener("resize", forget);
  new MutationObserver(forget).observe(document.documentElement, { attributes: true });
}

/** Width of a text of so many letters, on the wide side. */
export function labelWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter >= "\u1100" ? 1 : 0.62), 0) * size;
}
