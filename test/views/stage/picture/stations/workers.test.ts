/** A worker is in the picture before it has had anything to do. */
import { expect, test } from "vitest";
import { chain } from "../../../../../src/systems/index.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../../src/views/stage/picture/scene.ts";
import type { Label } from "../../../../../src/views/stage/picture/shape.ts";
import { type GivenStation, momentOf } from "../fixture.ts";

function drawn(workers: GivenStation, language: "ko" | "en") {
  const topology = chain({ kind: "source", id: "source" }, "suspend", {
    kind: "workers",
    id: "workers",
  });
  const moment = momentOf({ topology, at: { workers }, language });
  const layout = pictureLayout(topology, crewsOf(moment.state), { width: 1280, height: 420 });
  const { under, still, moving } = sceneOf(moment, layout);
  const shapes = [...under, ...still, ...moving];
  const labels = shapes.filter((shape): shape is Label => shape.type === "label");
  return {
    circles: shapes.filter(({ key }) => /^worker-1-\d+$/.test(key)),
    texts: labels.map(({ text }) => text),
  };
}

test.each([
  ["en", "idle"],
  ["ko", "기다림"],
] as const)("in %s one circle is %s as long as the run tells of no worker", (language, idle) => {
  const before = drawn({}, language);
  expect(before.circles).toHaveLength(1);
  expect(before.texts).toContain(idle);
  expect(before).toEqual(drawn({ actors: [{ activity: "ready" }] }, language));
});
