import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HeadMotion } from "../../../src/views/stage/use-head-motion.ts";

const SPAN_MS = 10_000;
const WIDTH = 500;

/** An element with a fake compositor that moves on when the test says so. */
function stage() {
  const animation = {
    playbackRate: 1,
    startTime: null as number | null,
    cancel: vi.fn(),
    get currentTime() {
      if (this.startTime === null) return 0;
      return (timeline.currentTime - this.startTime) * this.playbackRate;
    },
  };
  const animate = vi.fn(() => animation);
  const element = { style: { transform: "" }, animate };
  const motion = new HeadMotion(element as unknown as HTMLElement, SPAN_MS, WIDTH);
  return { motion, element, animate, animation };
}

const timeline = { currentTime: 0 };

beforeEach(() => {
  timeline.currentTime = 1_000;
  Object.defineProperty(document, "timeline", { value: timeline, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(document, "timeline");
});

describe("the motion of the play head", () => {
  it("while the run is paused, the element is where the play head is", () => {
    const { motion, element, animate } = stage();
    motion.show(2_500, 0);
    expect(element.style.transform).toBe("translateX(125.00px)");
    motion.show(20_000, 0);
    expect(element.style.transform).toBe("translateX(500.00px)");
    expect(animate).not.toHaveBeenCalled();
  });

  it("while it plays, one animation moves the element, and nothing is set frame by frame", () => {
    const { motion, element, animate, animation } = stage();
    motion.show(2_000, 2);
    expect(animation.playbackRate).toBe(2);
    expect(animation.currentTime).toBe(2_000);
    const begun = animation.startTime;
    for (let frame = 1; frame <= 30; frame++) {
      timeline.currentTime += 16;
      motion.show(2_000 + frame * 32, 2);
    }
    expect(animate).toHaveBeenCalledTimes(1);
    expect(animation.startTime).toBe(begun);
    expect(element.style.transform).toBe("");
  });

  it("a run that falls behind the wall clock moves the animation back", () => {
    const { motion, animation } = stage();
    motion.show(0, 1);
    timeline.currentTime += 400;
    motion.show(100, 1);
    expect(animation.currentTime).toBe(100);
  });

  it("another speed applies from then on", () => {
    const { motion, animation } = stage();
    motion.show(1_000, 1);
    motion.show(1_000, 4);
    expect(animation.currentTime).toBe(1_000);
    timeline.currentTime += 10;
    expect(animation.currentTime).toBe(1_040);
  });

  it("a pause ends the animation, and the element is exactly at the play head", () => {
    const { motion, element, animation } = stage();
    motion.show(1_000, 1);
    motion.show(1_017, 0);
    expect(animation.cancel).toHaveBeenCalledTimes(1);
    expect(element.style.transform).toBe("translateX(50.85px)");
  });

  it("without animations the element is set frame by frame", () => {
    const element = { style: { transform: "" } };
    const motion = new HeadMotion(element as unknown as HTMLElement, SPAN_MS, WIDTH);
    motion.show(1_000, 1);
    expect(element.style.transform).toBe("translateX(50.00px)");
  });
});
