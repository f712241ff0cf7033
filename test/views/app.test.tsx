import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language } from "../../src/i18n/index.ts";
import type { Playground } from "../../src/store/index.ts";
import { App } from "../../src/views/index.ts";
import { words } from "../../src/views/shell/words.ts";
import { eventually } from "../support/eventually.ts";
import { allScenarios as scenarios } from "../support/everything.ts";
import { doing, openPlayground, textOf } from "./support.tsx";

// The strips have their own tests and are slow to load.
vi.mock("../../src/views/stage/strips/index.ts", () => ({ Strips: () => null }));

let complaints: ReturnType<typeof vi.spyOn>;

async function open(link = "", language: Language = "en"): Promise<Playground> {
  const playground = openPlayground(link, language);
  await act(async () => {
    render(<App playground={playground} />);
  });
  // The panel is loaded after the picture.
  await eventually(() => {
    expect(document.querySelector("[data-tab=lesson] p")).not.toBeNull();
    expect(document.querySelector(".picture > svg")).not.toBeNull();
  });
  return playground;
}

beforeEach(() => {
  complaints = vi.spyOn(console, "error");
});

afterEach(() => {
  cleanup();
  expect(complaints).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe("the page", () => {
  it.each(scenarios.flatMap(({ id }) => LANGUAGES.map((language) => [id, language] as const)))(
    "of %s in %s asks its question and leaves no placeholder unfilled",
    async (id, language) => {
      const playground = await open(`#s=${id}`, language);
      const scenario = scenarios.find((candidate) => candidate.id === id);
      doing(() => playground.actions.seek(5000));
      // A lesson may say that a program would print it.
      const page = (document.body.textContent ?? "").replace(/[“‘]NaN[”’]/, "");
      expect(page).toContain(scenario?.question[language]);
      expect(page).not.toMatch(/[{}]|undefined|NaN/);
    },
  );

  it("names every button, field and picture", async () => {
    await open();
    fireEvent.click(screen.getByRole("tab", { name: "Settings" }));
    await screen.findByRole("textbox", { name: "Seed" });
    for (const role of ["button", "textbox", "combobox", "slider", "checkbox", "img"]) {
      const all = screen.getAllByRole(role);
      expect(screen.getAllByRole(role, { name: /\S/ }).length, role).toBe(all.length);
    }
  });

  it("has one picture, one set of numbers and one table per lane", async () => {
    await open("#2.k=conflated&3.k=unlimited&4.k=rendezvous");
    expect(document.querySelectorAll(".picture svg").length).toBe(4);
    expect(document.querySelectorAll("[data-counter=made]").length).toBe(4);
    await eventually(() =>
      expect(screen.getAllByRole("table", { name: /State at/ }).length).toBe(4),
    );
  });

  it("has a first Tab stop that leads to the picture and leaves the address alone", async () => {
    await open();
    const before = location.href;
    const [first] = screen.getAllByRole("button");
    expect(first?.textContent).toBe(words.skip.en);
    fireEvent.click(first as HTMLElement);
    expect(document.activeElement?.querySelector(".picture svg")).not.toBeNull();
    expect(location.href).toBe(before);
  });

  it("keeps keys, buttons and pictures in step", async () => {
    const playground = await open();
    doing(() => playground.actions.seek(299));
    fireEvent.keyDown(document.body, { key: "ArrowRight" });
    expect(textOf("[data-testid=time]")).toContain("0.300");
    expect(textOf("[data-counter=done]")).toBe("1");
    const transport = screen.getByRole("region", { name: "Playback" });
    fireEvent.click(within(transport).getByRole("button", { name: "Previous event" }));
    expect(textOf("[data-counter=done]")).toBe("0");
    fireEvent.keyDown(document.body, { key: " " });
    expect(within(transport).getByRole("button", { name: "Pause" })).toBeDefined();
    fireEvent.keyDown(document.body, { key: " " });
    expect(within(transport).getByRole("button", { name: "Play" })).toBeDefined();
  });

  it("lets Tab reach everything, and tabbing past changes nothing", async () => {
    const playground = await open();
    doing(() => playground.actions.seek(3000));
    const user = userEvent.setup();
    const reached = new Set<Element | null>();
    for (let stop = 0; stop < 60; stop++) {
      await user.tab();
      reached.add(document.activeElement);
    }
    const controls = [...document.querySelectorAll("button, input, select")].filter(
      (control) => !control.matches(":disabled, [tabindex='-1']"),
    );
    expect(controls.filter((control) => !reached.has(control))).toEqual([]);
    expect(playground.store.getState().past).toEqual([]);
    expect(playground.position()).toEqual({ timeMs: 3000, rows: null });
  });

  it("takes a typed setting without any of its keys reaching the player", async () => {
    const playground = await open();
    const user = userEvent.setup();
    const field = screen.getByRole("textbox", { name: "Producer delay, value" });
    await user.clear(field);
    await user.type(field, "2 5");
    expect(playground.store.getState().playing).toBe(false);
    await user.clear(field);
    await user.type(field, "25{Enter}");
    expect(playground.store.getState().experiment.values).toEqual({ producerDelayMs: 25 });
  });

  it("plays with the browser's frames, and requests none while it is paused", async () => {
    const frames: FrameRequestCallback[] = [];
    const ask = vi.spyOn(window, "requestAnimationFrame").mockImplementation((callback) => {
      frames.push(callback);
      return frames.length;
    });
    const dropped = vi.spyOn(window, "cancelAnimationFrame").mockImplementation(() => undefined);
    vi.spyOn(performance, "now").mockReturnValue(1000);
    const playground = await open();
    expect(ask).not.toHaveBeenCalled();
    doing(playground.actions.play);
    for (const now of [1016, 1032, 1048]) doing(() => frames.at(-1)?.(now));
    expect(playground.position().timeMs).toBe(48);
    doing(playground.actions.pause);
    expect(dropped).toHaveBeenCalledOnce();
    const asked = frames.length;
    doing(() => playground.actions.seek(2000));
    expect(frames.length).toBe(asked);
  });

  it("stays whole after another scenario, undo and another language", async () => {
    const playground = await open();
    for (const { id } of scenarios) {
      doing(() => {
        playground.actions.openScenario(id);
        playground.actions.seek(4000);
      });
      doing(() => playground.actions.setLanguage("ko"));
      doing(() => playground.actions.setLanguage("en"));
    }
    while (playground.store.getState().past.length > 0) doing(playground.actions.undo);
    expect(document.body.textContent).toContain(scenarios[0].question.en);
  });
});
