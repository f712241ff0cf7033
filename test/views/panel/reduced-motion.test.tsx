import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TabBody } from "../../../src/views/panel/TabBody.tsx";
import { PlaygroundContext } from "../../../src/views/playground-context.ts";
import { laneRecording, openPlayground } from "../support.tsx";

beforeEach(() => {
  vi.spyOn(window, "matchMedia").mockImplementation(
    (query) =>
      Object.assign(new EventTarget(), {
        matches: query.includes("prefers-reduced-motion"),
        media: query,
      }) as MediaQueryList,
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("the contents of a tab don't move if the reader prefers reduced motion", async () => {
  const playground = openPlayground();
  const { container } = render(
    <PlaygroundContext value={playground}>
      <TabBody tab="lesson" recording={laneRecording(playground)} />
    </PlaygroundContext>,
  );
  const panel = container.firstElementChild as HTMLElement;
  const places = new Set<string>();
  const until = performance.now() + 400;
  while (performance.now() < until) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 8)));
    places.add(panel.style.transform);
  }
  expect([...places].filter((place) => !["none", "translateY(6px)"].includes(place))).toEqual([]);
  expect(panel.style.transform).toBe("none");
});
