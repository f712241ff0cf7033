/** How small the labels of the pictures may be, on the page and presented. */
import { cleanup } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useLeastText } from "../../../src/views/stage/lanes/use-least-text.ts";
import { openPlayground, show, textOf } from "../support.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Least({ lanes }: { readonly lanes: number }) {
  return <output>{useLeastText(lanes)}</output>;
}

function leastIn(width: number, height: number, lanes: number, presented = true): number {
  vi.stubGlobal("innerWidth", width);
  vi.stubGlobal("innerHeight", height);
  const playground = openPlayground();
  playground.actions.present(presented);
  show(playground, <Least lanes={lanes} />);
  const px = Number(textOf("output"));
  cleanup();
  return px;
}

test("presented, the labels of many lanes grow with the window, like all words around them", () => {
  expect(leastIn(1280, 720, 5)).toBe(12);
  expect(leastIn(1920, 1080, 5)).toBe(18);
  expect(leastIn(2560, 1440, 3)).toBe(24);
  // A taller window is not wider.
  expect(leastIn(1080, 1920, 5)).toBe(12);
  expect(leastIn(1920, 1080, 2)).toBe(24);
});

test("on the page, labels have their least size", () => {
  expect(leastIn(1920, 1080, 5, false)).toBe(12);
});
