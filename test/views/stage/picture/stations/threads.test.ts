/** Threads say how many are held before them, in the counter's word: its number is the sum of those in the picture. */
import { expect, test } from "vitest";
import { chain } from "../../../../../src/systems/index.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../../src/views/stage/picture/scene.ts";
import { type GivenStation, momentOf } from "../fixture.ts";

function textsUnder(threads: GivenStation, language: "ko" | "en", width: number) {
  const topology = chain(
    { kind: "source", id: "source" },
    "suspend",
    { kind: "threads", id: "threads", total: 2 },
    "suspend",
    { kind: "workers", id: "workers" },
  );
  const moment = momentOf({ topology, at: { threads }, language });
  const layout = pictureLayout(topology, crewsOf(moment.state), { width, height: 200 });
  return sceneOf(moment, layout).still.flatMap((shape) =>
    shape.type === "label" && /^gate-/.test(shape.key) ? [shape.text] : [],
  );
}

const held = [4, 5, 6].map((element) => ({ who: element, element, sinceMs: 0 }));

test.each([
  ["en", "3 held", "2 of 2 free"],
  ["ko", "3명 멈춤", "2/2 비어 있음"],
] as const)("in %s, even on a phone", (language, many, free) => {
  for (const width of [390, 1280]) {
    expect(textsUnder({ held }, language, width)[0]).toBe(many);
    expect(textsUnder({}, language, width)).not.toContain(many);
  }
  expect(textsUnder({ gauges: [2] }, language, 1280)).toContain(free);
});
