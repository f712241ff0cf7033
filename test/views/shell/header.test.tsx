import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Playground } from "../../../src/store/index.ts";
import { Header } from "../../../src/views/shell/Header.tsx";
import { helpWords } from "../../../src/views/shell/help-words.ts";
import { Tools } from "../../../src/views/shell/Tools.tsx";
import { toolWords } from "../../../src/views/shell/tool-words.ts";
import { words } from "../../../src/views/shell/words.ts";
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

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const choice = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the scenario picker", () => {
  it("lists every scenario once, under the heading of its group", () => {
    open();
    const groups = within(choice("Scenario")).getAllByRole<HTMLOptGroupElement>("group");
    const listed = groups.flatMap((group) =>
      within(group)
        .getAllByRole<HTMLOptionElement>("option")
        .map(({ value, textContent }) => [group.label, value, textContent]),
    );
    const groupOf = [...new Set(scenarios.map(({ group }) => group))];
    expect(listed).toEqual(
      groupOf.flatMap((group) =>
        scenarios
          .filter((scenario) => scenario.group === group)
          .map(({ id, name }) => [words[group].en, id, name.en]),
      ),
    );
  });

  it("opens the scenario at its start", () => {
    const playground = open();
    doing(() => playground.actions.seek(3000));
    fireEvent.change(choice("Scenario"), { target: { value: "memory-leak" } });
    expect(playground.store.getState().experiment.scenario).toBe("memory-leak");
    expect(playground.position().timeMs).toBe(0);
    expect(choice("Scenario").value).toBe("memory-leak");
  });
});

describe("undo and redo", () => {
  it("can be pressed only when there is something to do", () => {
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

  it("a new change closes the way forward", () => {
    const playground = open();
    doing(() => playground.actions.setSeed(7));
    fireEvent.click(button("Undo"));
    doing(() => playground.actions.setSeed(8));
    expect(button("Redo").disabled).toBe(true);
  });
});

describe("language and theme", () => {
  it("the language changes every word, and is called by its own name", () => {
    const playground = open();
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
    for (const { value } of [...choice("Theme").options]) {
      fireEvent.change(choice("Theme"), { target: { value } });
      expect(playground.store.getState().preferences.theme).toBe(value);
    }
    expect([...choice("Theme").options].length).toBe(4);
  });
});

describe("full screen", () => {
  it("is asked for, and a refusal leaves the page as it is", async () => {
    open();
    const ask = vi.fn(() => Promise.reject(new Error("not here")));
    document.documentElement.requestFullscreen = ask;
    fireEvent.click(button("Full screen"));
    expect(ask).toHaveBeenCalledOnce();
    await Promise.resolve();
  });
});

describe("help", () => {
  it("says what is a model and which keys there are; it closes and can be opened again", async () => {
    open();
    for (const _ of ["once", "twice"]) {
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
