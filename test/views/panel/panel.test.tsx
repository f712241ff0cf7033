import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { openExperiment, type Playground, writeLink } from "../../../src/store/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { Drawer } from "../../../src/views/panel/Panel.tsx";
// What the drawer loads when it is needed is at hand: no test waits for the machine.
import "../../../src/views/panel/code/CodePanel.tsx";
import "../../../src/views/panel/TabBody.tsx";
import { chooserWords } from "../../../src/views/panel/guide/chooser-words.ts";
import { words as lessonWords } from "../../../src/views/panel/lesson/words.ts";
import { tabWords } from "../../../src/views/panel/tab-words.ts";
import { TABS, type Tab } from "../../../src/views/panel/tabs.ts";
import { allScenarios as scenarios } from "../../support/everything.ts";
import { doing, openPlayground, show } from "../support.tsx";

function open(link = ""): Playground {
  const playground = openPlayground(link);
  show(playground, <Drawer />);
  return playground;
}

const tab = (name: Tab) => screen.getByRole("tab", { name: tabWords[name].en });
const panel = () => screen.getByRole("tabpanel");
const chosen = () =>
  screen
    .getAllByRole("tab")
    .filter((each) => each.getAttribute("aria-selected") === "true")
    .map(({ textContent }) => textContent);

afterEach(cleanup);

describe("the tabs of the drawer", () => {
  it("are shut at first; a click opens one, another click shuts it", async () => {
    open();
    expect(chosen()).toEqual([]);
    expect(panel().textContent).toBe("");
    fireEvent.click(tab("code"));
    expect(chosen()).toEqual([tabWords.code.en]);
    expect(await within(panel()).findByText(/\bmain\b/)).toBeDefined();
    fireEvent.click(tab("code"));
    expect(chosen()).toEqual([]);
    expect(panel().textContent).toBe("");
  });

  it("belong to their panel, which is named after the open one", () => {
    open();
    fireEvent.click(tab("events"));
    expect(tab("events").getAttribute("aria-controls")).toBe(panel().id);
    expect(panel().getAttribute("aria-labelledby")).toBe(tab("events").id);
    expect(tab("events").getAttribute("aria-expanded")).toBe("true");
  });

  it("are one stop for Tab, at the open one", () => {
    open();
    const stops = () => screen.getAllByRole("tab").filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([tab("notice")]);
    fireEvent.click(tab("code"));
    expect(stops()).toEqual([tab("code")]);
  });

  it("the arrows go round, and take the open panel with them", () => {
    open();
    const last = TABS.at(-1) as Tab;
    tab("notice").focus();
    fireEvent.keyDown(tab("notice"), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(tab(last));
    expect(chosen()).toEqual([]);
    fireEvent.click(tab(last));
    fireEvent.keyDown(tab(last), { key: "ArrowRight" });
    expect(document.activeElement).toBe(tab("notice"));
    expect(chosen()).toEqual([tabWords.notice.en]);
  });

  it("any of them is opened from elsewhere on the page, and has the focus then", async () => {
    const { actions } = open();
    doing(() => actions.openDrawer("practice"));
    expect(chosen()).toEqual([tabWords.practice.en]);
    expect(document.activeElement).toBe(tab("practice"));
    expect(
      await within(panel()).findByRole("heading", { name: chooserWords.chooser.en }),
    ).toBeDefined();
    doing(() => actions.openDrawer("of another version"));
    expect(chosen()).toEqual([]);
  });

  it("of what to notice leads to best practice", async () => {
    open();
    fireEvent.click(tab("notice"));
    fireEvent.click(await within(panel()).findByRole("button", { name: lessonWords.practice.en }));
    expect(chosen()).toEqual([tabWords.practice.en]);
    expect(document.activeElement).toBe(tab("practice"));
  });

  it("Escape shuts the drawer", () => {
    open();
    fireEvent.click(tab("notice"));
    fireEvent.keyDown(tab("notice"), { key: "Escape" });
    expect(chosen()).toEqual([]);
  });
});

describe("claims", () => {
  const marked = () =>
    [...panel().querySelectorAll("li")]
      .filter(({ textContent }) => textContent?.includes("(not this run)"))
      .map(({ textContent }) => textContent?.split(":")[0]);
  const claimed = scenarios[0].claims.map(({ strategy }) => strategyOf(strategy).name.en);
  const show = async (link: string) => {
    open(link);
    fireEvent.click(tab("notice"));
    await within(panel()).findByRole("heading", { name: lessonWords.claims.en });
  };

  it("of other strategies are not of this run", async () => {
    await show("");
    const [shown] = scenarios[0].strategies;
    expect(marked()).toEqual(claimed.filter((name) => name !== strategyOf(shown).name.en));
    expect(marked().length).toBeLessThan(claimed.length);
  });

  it.each(["#cap=9", "#p=50", "#seed=7", "#i=300_p_50"])(
    "none is of the run of %s",
    async (link) => {
      await show(link);
      expect(marked()).toEqual(claimed);
    },
  );

  it("are of the run of any lane", async () => {
    await show("#2.k=unlimited");
    expect(marked()).not.toContain(strategyOf("unlimited").name.en);
  });
});

describe("what to notice", () => {
  it.each(scenarios)(
    "of $id: what to look at, what is claimed, when to use it",
    async (scenario) => {
      open(`#${writeLink(openExperiment(scenario.id))}`);
      fireEvent.click(tab("notice"));
      await within(panel()).findByRole("heading", { name: tabWords.notice.en });
      for (const { en } of scenario.notice) expect(panel().textContent).toContain(en);
      for (const { text, strategy } of scenario.claims) {
        expect(panel().textContent).toContain(`${strategyOf(strategy).name.en}: ${text.en}`);
      }
      expect(panel().textContent).toContain(strategyOf(scenario.strategies[0]).advice.en);
    },
  );
});
