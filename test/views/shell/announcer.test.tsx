import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Playground } from "../../../src/store/index.ts";
import { Announcer } from "../../../src/views/shell/Announcer.tsx";
import { doing, openPlayground, show } from "../support.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const said = () => (screen.getByRole("status").textContent ?? "").trim();

/** Lets the page play for some seconds of the wall clock; returns everything that it announced in the meantime. */
function listen(playground: Playground, seconds: number): string[] {
  const heard: string[] = [];
  for (let frame = 0; frame < seconds * 20; frame++) {
    doing(() => {
      playground.frame(50);
      vi.advanceTimersByTime(50);
    });
    if (said() !== heard.at(-1)) heard.push(said());
  }
  return heard;
}

describe("Announcer", () => {
  it("is a polite live region, silent at the start", () => {
    show(openPlayground(), <Announcer />);
    expect(screen.getByRole("status").getAttribute("aria-live")).toBe("polite");
    expect(said()).toBe("");
  });

  it("announces the state every five seconds, not more often", () => {
    const playground = openPlayground();
    show(playground, <Announcer />);
    doing(playground.actions.play);
    const heard = listen(playground, 16);
    expect(heard.length).toBe(5);
    expect(heard[0]).toBe("");
    expect(heard[2]).toMatch(/^5\.000 s: 26 produced, 16 done/);
  });

  it("announces an alert once, when it begins", () => {
    const playground = openPlayground("#n=200&p=200&c=100&b=10&a=bursts&k=drop-oldest");
    show(playground, <Announcer />);
    doing(playground.actions.play);
    const heard = listen(playground, 16).filter((text) => text.startsWith("Alert"));
    const kinds = heard.flatMap((text) => text.match(/(Buffer|Loss) > \d+ %/g) ?? []);
    expect(kinds.toSorted()).toEqual(["Buffer > 80 %", "Loss > 1 %"]);
    expect(heard[0]).toMatch(/^Alert at \d\.\d{3} s: /);
  });

  it("is silent about an alert that has already begun, and names the lane if there are several", () => {
    const playground = openPlayground("#k=bounded&2.k=unlimited&t=5000");
    show(playground, <Announcer />);
    doing(playground.actions.play);
    expect(listen(playground, 4)).toEqual([""]);
    doing(() => playground.actions.setThresholds({ depthElements: 70 }));
    const heard = listen(playground, 12).filter((text) => text.startsWith("Alert"));
    expect(heard).toEqual([expect.stringMatching(/^Alert at 1\d\.\d{3} s, .+: Buffer > 70\.$/)]);
  });

  it("announces at once where it was paused", () => {
    const playground = openPlayground();
    show(playground, <Announcer />);
    doing(playground.actions.play);
    listen(playground, 2);
    doing(playground.actions.pause);
    expect(said()).toBe("2.000 s: 16 produced, 6 done, 8 in the buffer, 0 lost.");
  });

  it("announces why the run stopped, in any lane", () => {
    const playground = openPlayground("#k=bounded&2.k=drop-oldest&2.cap=2");
    show(playground, <Announcer />);
    doing(() => {
      playground.actions.setStop("drop", true);
      playground.actions.play();
    });
    expect(listen(playground, 3).at(-1)).toContain("Paused at the first drop.");
  });

  it("speaks Korean on a Korean page", () => {
    const playground = openPlayground("", "ko");
    show(playground, <Announcer />);
    doing(playground.actions.play);
    listen(playground, 1);
    doing(playground.actions.pause);
    expect(said()).toMatch(/^1\.000초: 생산 11/);
  });
});
