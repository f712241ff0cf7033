/** The experiment as files: a poster in two forms, and a loop. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { scenarioOf } from "../../src/scenarios/index.ts";
import { posterWords } from "../../src/views/poster/poster-words.ts";
import { toolWords } from "../../src/views/shell/tool-words.ts";
import { catalogue } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";

export const poster: Checks = [
  {
    name: "a poster is saved as SVG and as PNG: question, picture, link",
    async run(desk, page) {
      await desk.open("v=1&t=3250");
      await desk.button(toolWords.share).click();
      const svg = await saved(desk, page, "svg");
      assert.equal(svg.name, "backpressure-fast-producer.svg");
      const text = svg.content.toString();
      const lines = [...text.matchAll(/<text [^>]*>([^<]*)</g)].map(([, words]) => words);
      assert.ok(lines.join(" ").includes(scenarioOf(catalogue, "fast-producer").question.en));
      assert.ok(lines.some((line) => line?.endsWith("#v=1&amp;s=fast-producer&amp;t=3250")));
      const png = await saved(desk, page, "png");
      assert.equal(png.name, "backpressure-fast-producer.png");
      // The header of a PNG: its signature, then width and height of the image.
      assert.equal(png.content.toString("latin1", 1, 4), "PNG");
      assert.deepEqual([png.content.readUInt32BE(16), png.content.readUInt32BE(20)], [1600, 1000]);
      const colours = await coloursOf(page, png.content);
      assert.ok(colours > 20, `${colours} colours`);
    },
  },
  {
    name: "a loop of what was played is saved as a video",
    async run(desk, page) {
      await desk.open("v=1&t=900");
      await desk.button(toolWords.share).click();
      const { name, content } = await saved(desk, page, "loop");
      assert.match(name, /^backpressure-fast-producer\.(webm|mp4)$/);
      assert.ok(content.length > 10_000, `${content.length} bytes`);
    },
  },
];

async function saved(desk: Desk, page: Page, what: "svg" | "png" | "loop") {
  const coming = page.waitForEvent("download", { timeout: 30_000 });
  await desk.button(posterWords[what]).click();
  const download = await coming;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** How many colours an image has; a blank one has one. */
async function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      if (context === null) return 0;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    [...png],
  );
}
