/** Finds words of the picture that are not wholly inside it. */
import type { Page } from "playwright-core";

/** The texts that stick out of their picture by more than a px. */
export async function wordsCutOff(page: Page): Promise<string[]> {
  return page.locator(".picture svg").evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const frame = picture.getBoundingClientRect();
      return [...picture.querySelectorAll("text")]
        .filter((text) => {
          const { left, right, top, bottom, width } = text.getBoundingClientRect();
          const outside = left < frame.left - 1 || right > frame.right + 1;
          return width > 0 && (outside || top < frame.top - 1 || bottom > frame.bottom + 1);
        })
        .map((text) => text.textContent ?? "");
    }),
  );
}
