/** The size of a strip's labels, which grow with the window, as does the room that is kept free for them. */

const SMALLEST_REM = 0.75;
const ROOT_PX = 16;

/** The last measurement; null once the window or the root element has changed. */
let measured: number | null = null;
let listens = false;

/** The size of `--text-xs`, in px. It is measured only once, because every strip asks for it in every drawing. */
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

/** The size depends on the window, and on the attributes of the root element for theme and arrangement. */
function forgetOnChange(): void {
  listens = true;
  const forget = () => {
    measured = null;
  };
  addEventListener("resize", forget);
  new MutationObserver(forget).observe(document.documentElement, { attributes: true });
}

/** The width of a text in px, estimated rather too wide. */
export function labelWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter >= "\u1100" ? 1 : 0.62), 0) * size;
}
