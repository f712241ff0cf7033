import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import "../../../src/views/gallery/Gallery.tsx";
import { LESSON_PLANS } from "../../../src/scenarios/index.ts";
import { MAX_LANES, type Playground } from "../../../src/store/index.ts";
import { Header } from "../../../src/views/shell/Header.tsx";
import { helpWords } from "../../../src/views/shell/help-words.ts";
import { Tools } from "../../../src/views/shell/Tools.tsx";
import { toolWords } from "../../../src/views/shell/tool-words.ts";
import { words } from "../../../src/views/shell/words.ts";
import { eventually } from "../../support/eventually.ts";
import { allScenarios as scenarios } from "../../support/everything.ts";
import { doing, openPlayground, show } from "../support.tsx";

function open(link = "", language: "ko" | "en" = "en"): Playground {
  const playground = openPlayground(link, language);
  show(
    playground,
    <Header>
      <Tools />
    </Header>,
  );
  return playground;
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const choice = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Opens the gallery. */
async function gallery() {
  fireEvent.click(button(/^Scenario/));
  return within(await screen.findByRole("dialog"));
}

describe("the gallery of scenarios", () => {
  it("shows every scenario once, under the heading of its group, each with a drawing", async () => {
    open();
    const dialog = await gallery();
    const groups = [...new Set(scenarios.map(({ group }) => group))];
    expect(dialog.getAllByRole("heading", { level: 3 }).map((h) => h.textContent)).toEqual(
      groups.map((group) => words[group].en),
    );
    const cards = [...document.querySelectorAll<HTMLElement>("dialog [data-scenario]")];
    expect(cards.map(({ dataset }) => dataset["scenario"])).toEqual(
      groups.flatMap((group) =>
        scenarios.filter((scenario) => scenario.group === group).map(({ id }) => id),
      ),
    );
    for (const card of cards) expect(card.querySelectorAll("svg > *").length).toBeGreaterThan(3);
    expect(new Set(cards.map((card) => card.querySelector("svg")?.innerHTML)).size).toBe(
      cards.length,
    );
  });

  it("opens a scenario at its start, and marks the scenarios that were opened", async () => {
    const playground = open();
    doing(() => playground.actions.seek(3000));
    const dialog = await gallery();
    fireEvent.click(dialog.getByRole("button", { name: "Memory leak" }));
    expect(playground.store.getState().experiment.scenario).toBe("memory-leak");
    expect(playground.position().timeMs).toBe(0);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(button(/^Scenario/).textContent).toContain("Memory leak");
    const again = await gallery();
    expect(again.getByRole("status").textContent).toBe(`2 of ${scenarios.length} opened`);
    expect(again.getByRole("button", { name: /^Memory leak.*opened before/ })).toBeDefined();
  });

  it("describes the lesson that is pointed at or focused: its goal, its minutes, what it builds on", async () => {
    open();
    const dialog = await gallery();
    const card = dialog.getByRole("button", { name: "Conflated" });
    fireEvent.focus(card);
    const { goal, minutes } = LESSON_PLANS.conflated;
    const plan = document.getElementById("gallery-plan")?.textContent;
    expect(plan).toContain(`After this you can ${goal.en} · about ${minutes} min`);
    expect(plan).toContain("builds on: Fast producer, slow consumer");
    expect(card.getAttribute("aria-describedby")).toBe("gallery-plan");
    fireEvent.pointerEnter(dialog.getByRole("button", { name: /Pool size/ }));
    expect(document.getElementById("gallery-plan")?.textContent).toContain(
      LESSON_PLANS["pool-size"].goal.en,
    );
  });

  it("can be searched by typing, in either language; Enter opens the first", async () => {
    const playground = open();
    const dialog = await gallery();
    const search = dialog.getByRole("searchbox");
    expect(document.activeElement).toBe(search);
    fireEvent.change(search, { target: { value: "메모리" } });
    expect(dialog.getByRole("status").textContent).toBe("1 found");
    fireEvent.change(search, { target: { value: "breaker" } });
    fireEvent.keyDown(search, { key: "Enter" });
    await eventually(() =>
      expect(playground.store.getState().experiment.scenario).toBe("circuit-breaker"),
    );
  });

  it("says so if nothing is found", async () => {
    open();
    const dialog = await gallery();
    fireEvent.change(dialog.getByRole("searchbox"), { target: { value: "xyzzy" } });
    expect(dialog.getByText("No scenario matches.")).toBeDefined();
  });
});

describe("undo and redo", () => {
  it("can be pressed only if there is something to undo or redo", () => {
    const playground = open();
    const can = () => [!button("Undo").disabled, !button("Redo").disabled];
    expect(can()).toEqual([false, false]);
    doing(() => playground.actions.setSeed(7));
    expect(can()).toEqual([true, false]);
    fireEvent.click(button("Undo"));
    expect(playground.store.getState().experiment.seed).toBe(42);
    expect(can()).toEqual([false, true]);
    fireEvent.click(button("Redo"));
    expect(playground.store.getState().experiment.seed).toBe(7);
    expect(can()).toEqual([true, false]);
  });

  it("can't redo after a new change", () => {
    const playground = open();
    doing(() => playground.actions.setSeed(7));
    fireEvent.click(button("Undo"));
    doing(() => playground.actions.setSeed(8));
    expect(button("Redo").disabled).toBe(true);
  });
});

describe("language and theme", () => {
  it("the language changes every word, and each language is called by its own name", () => {
    const playground = open();
    fireEvent.click(button("Menu"));
    const languages = [...choice("Language").options].map(({ lang, textContent }) => [
      lang,
      textContent,
    ]);
    expect(languages).toEqual([
      ["ko", "한국어"],
      ["en", "English"],
    ]);
    fireEvent.change(choice("Language"), { target: { value: "ko" } });
    expect(playground.store.getState().preferences.language).toBe("ko");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(words.name.ko);
    expect(button(toolWords.undo.ko)).toBeDefined();
    expect(choice(toolWords.language.ko).value).toBe("ko");
  });

  it("every theme can be chosen", () => {
    const playground = open();
    fireEvent.click(button("Menu"));
    for (const { value } of [...choice("Theme").options]) {
      fireEvent.change(choice("Theme"), { target: { value } });
      expect(playground.store.getState().preferences.theme).toBe(value);
    }
    expect([...choice("Theme").options].length).toBe(4);
  });
});

describe("the menu", () => {
  it("closes with Escape, which gives the focus back, and when something else is pressed", () => {
    open();
    fireEvent.click(button("Menu"));
    fireEvent.keyDown(choice("Theme"), { key: "Escape" });
    expect(screen.queryByRole("combobox", { name: "Theme" })).toBeNull();
    expect(document.activeElement).toBe(button("Menu"));
    fireEvent.click(button("Menu"));
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole("combobox", { name: "Theme" })).toBeNull();
  });
});

describe("compare", () => {
  it("adds a lane, as long as there is room for one", () => {
    const playground = open();
    for (let lanes = 2; lanes <= MAX_LANES; lanes++) {
      fireEvent.click(button("Compare"));
      expect(playground.store.getState().recordings.length).toBe(lanes);
    }
    expect(button("Compare").disabled).toBe(true);
  });
});

describe("the panel's button", () => {
  it("folds the panel and brings it back", () => {
    const playground = open();
    const isOpen = () => playground.store.getState().preferences.panel.open;
    fireEvent.click(button("Side panel"));
    expect(isOpen()).toBe(false);
    fireEvent.click(button("Side panel"));
    expect(isOpen()).toBe(true);
  });
});

describe("help", () => {
  it("says what is a model and lists the keys; it closes and can be opened again", async () => {
    open();
    for (const _ of ["once", "twice"]) {
      fireEvent.click(button("Menu"));
      fireEvent.click(button("Help"));
      const dialog = await screen.findByRole<HTMLDialogElement>("dialog");
      expect(dialog.open).toBe(true);
      expect(dialog.textContent).toContain(helpWords.helpModel.en);
      const keys = within(dialog).getAllByRole("rowheader");
      expect(keys.map(({ textContent }) => textContent)).toContain("Space");
      fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
      expect(screen.queryByRole("dialog")).toBeNull();
    }
  });
});
