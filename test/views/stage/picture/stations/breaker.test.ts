/** A circuit breaker in the picture says what it counts: failures, their rate, or the rate of slow calls. */
import { expect, test } from "vitest";
import { BreakerState, chain } from "../../../../../src/systems/index.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../../src/views/stage/picture/scene.ts";
import type { Label, Rect } from "../../../../../src/views/stage/picture/shape.ts";
import { momentOf } from "../fixture.ts";

type Unit = "failures" | "percent" | "slowPercent";

/** A closed breaker with 10 calls in its window: 2 failed and 6 were slow. */
function closedBreaker(unit: Unit, language: "ko" | "en") {
  const topology = chain(
    { kind: "source", id: "source" },
    "suspend",
    { kind: "breaker", id: "breaker", threshold: 50, unit, openMs: 1000 },
    "suspend",
    { kind: "workers", id: "workers" },
  );
  const breaker = { gauges: [BreakerState.CLOSED, 2, 10, 0, 6] };
  const moment = momentOf({ topology, at: { breaker }, language });
  const layout = pictureLayout(topology, crewsOf(moment.state), { width: 1280, height: 420 });
  const { under, still, moving } = sceneOf(moment, layout);
  return [...under, ...still, ...moving];
}

const labelsOf = (unit: Unit, language: "ko" | "en") =>
  closedBreaker(unit, language)
    .filter((shape): shape is Label => shape.type === "label")
    .map(({ text }) => text);

test.each<[Unit, string, string]>([
  ["percent", "failed 20 % / 50 %", "실패율 20%/50%"],
  ["slowPercent", "slow 60 % / 50 %", "느린 호출 60%/50%"],
])("%s", (unit, en, ko) => {
  expect(labelsOf(unit, "en")).toContain(en);
  expect(labelsOf(unit, "ko")).toContain(ko);
});

test.each<[Unit, number]>([
  ["percent", 0.2],
  ["slowPercent", 0.6],
])("the bar of %s is filled to %f", (unit, share) => {
  const widthOf = (part: string) =>
    closedBreaker(unit, "en").find((shape): shape is Rect => shape.key === `failures-1-${part}`)
      ?.width ?? Number.NaN;
  expect(widthOf("part") / widthOf("whole")).toBeCloseTo(share, 6);
});
