/** How well the words of drawings stand out from their background, measured in pixels of the screen. */
import type { Page } from "playwright-core";

export interface Legibility {
  readonly text: string;
  /** The contrast, as WCAG defines it, between the lightest and the darkest pixel in the text's box. */
  readonly contrast: number;
}

/** The contrast of every text in the drawings that is now in the window. */
export async function legibilityOfDrawings(page: Page): Promise<readonly Legibility[]> {
  const picture = await page.screenshot({ animations: "disabled" });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no canvas");
    context.drawImage(bitmap, 0, 0);
    const texts = [...document.querySelectorAll("svg text")];
    return texts.flatMap((node) => {
      const { x, y, width, height, bottom, right } = node.getBoundingClientRect();
      const isSeen = x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight;
      if (!isSeen || width < 2 || height < 2) return [];
      const { data } = context.getImageData(x, y, width, height);
      const lights: number[] = [];
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]].map(
          (value) => {
            const share = (value ?? 0) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          },
        );
        lights.push(0.2126 * red + 0.7152 * green + 0.0722 * blue);
      }
      const contrast = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
      return [{ text: node.textContent ?? "", contrast }];
    });
  }, picture.toString("base64"));
}
