import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import {
  openExperiment,
  PANEL_WIDTHS,
  type Playground,
  writeLink,
} from "../../../src/store/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { Panel } from "../../../src/views/panel/Panel.tsx";
// What the panel loads on demand is there at once, so that no test waits for it.
import "../../../src/views/panel/code/CodePanel.tsx";
import "../../../src/views/panel/events/EventsPanel.tsx";
import "../../../src/views/panel/guide/Guide.tsx";
import "../../../src/views/panel/lesson/Lesson.tsx";
import "../../../src/views/panel/numbers/NumbersPanel.tsx";
import "../../../src/views/panel/settings/Settings.tsx";
import "../../../src/views/panel/TabBody.tsx";
import { chooserWords } from "../../../src/views/panel/guide/chooser-words.ts";
import { answerWords } from "../../../src/views/panel/lesson/answer-words.ts";
import { words as lessonWords } from "../../../src/views/panel/lesson/words.ts";
import { tabWords } from "../../../src/views/panel/tab-words.ts";
import { TABS, type Tab } from "../../../src/views/panel/tabs.ts";
import { eventually } from "../../support/eventually.ts";
import { catalogue, allScenarios as scenarios } from "../../support/everything.ts";
import { doing, openPlayground, show } from "../support.tsx";

function open(link = ""): Playground {
  const playground = openPlayground(link);
  show(playground, <Panel arrangement="desk" />);
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

describe("the tabs of the panel", () => {
  it("always have one open; a click opens another", async () => {
    open();
    expect(chosen()).toEqual([tabWords.lesson.en]);
    fireEvent.click(tab("code"));
    expect(chosen()).toEqual([tabWords.code.en]);
    expect(await within(panel()).findByText(/\bmain\b/)).toBeDefined();
  });

  it("all have content", async () => {
    open();
    for (const name of TABS) {
      fireEvent.click(tab(name));
      await eventually(() => expect(panel().textContent?.trim().length, name).toBeGreaterThan(20));
    }
  });

  it("belong to the panel, which is named after the open one", () => {
    open();
    fireEvent.click(tab("events"));
    expect(tab("events").getAttribute("aria-controls")).toBe(panel().id);
    expect(panel().getAttribute("aria-labelledby")).toBe(tab("events").id);
  });

  it("are a single Tab stop, at the open one", () => {
    open();
    const stops = () => screen.getAllByRole("tab").filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([tab("lesson")]);
    fireEvent.click(tab("code"));
    expect(stops()).toEqual([tab("code")]);
  });

  it("are cycled through and opened by the arrow keys", () => {
    open();
    const last = TABS.at(-1) as Tab;
    tab("lesson").focus();
    fireEvent.keyDown(tab("lesson"), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(tab(last));
    expect(chosen()).toEqual([tabWords[last].en]);
    fireEvent.keyDown(tab(last), { key: "ArrowRight" });
    expect(document.activeElement).toBe(tab("lesson"));
    expect(chosen()).toEqual([tabWords.lesson.en]);
  });

  it("open the first one if the stored one is from another version", () => {
    const { actions } = open();
    doing(() => actions.setPanel({ tab: "from another version" }));
    expect(chosen()).toEqual([tabWords.lesson.en]);
  });

  it("lead from the lesson to the guide", async () => {
    open();
    fireEvent.click(await within(panel()).findByRole("button", { name: lessonWords.practice.en }));
    expect(chosen()).toEqual([tabWords.guide.en]);
    expect(
      await within(panel()).findByRole("heading", { name: chooserWords.chooser.en }),
    ).toBeDefined();
  });

  it("include one for the strips if these have no room under the picture", () => {
    const playground = openPlayground();
    show(playground, <Panel arrangement="column" />);
    expect(tab("strips")).toBeDefined();
  });

  it("show the code and the events of the selected lane", async () => {
    const { actions } = open("#2.k=conflated");
    fireEvent.click(tab("code"));
    await within(panel()).findByText(/\bmain\b/);
    expect(panel().textContent).not.toContain("CONFLATED");
    doing(() => actions.selectLane(1));
    await eventually(() => expect(panel().textContent).toContain("CONFLATED"));
  });
});

describe("the edge between panel and stage", () => {
  const edge = () => screen.getByRole("separator", { name: tabWords.width.en });
  const width = (playground: Playground) => playground.store.getState().preferences.panel.widthPx;

  it("moves with the arrow keys, within its bounds, and announces where it is", () => {
    const playground = open();
    const before = width(playground);
    fireEvent.keyDown(edge(), { key: "ArrowRight" });
    expect(width(playground)).toBe(before + 20);
    expect(edge().getAttribute("aria-valuenow")).toBe(String(before + 20));
    for (let i = 0; i < 30; i++) fireEvent.keyDown(edge(), { key: "ArrowLeft" });
    expect(width(playground)).toBe(PANEL_WIDTHS.min);
  });

  it("follows a drag to the pixel, and goes back with a double click", () => {
    const playground = open();
    const before = width(playground);
    edge().setPointerCapture = () => undefined;
    fireEvent.pointerDown(edge(), { clientX: 400, pointerId: 1 });
    fireEvent.pointerMove(edge(), { clientX: 437, pointerId: 1 });
    fireEvent.pointerUp(edge(), { pointerId: 1 });
    expect(width(playground)).toBe(before + 37);
    fireEvent.pointerMove(edge(), { clientX: 500, pointerId: 1 });
    expect(width(playground)).toBe(before + 37);
    fireEvent.doubleClick(edge());
    expect(width(playground)).toBe(PANEL_WIDTHS.first);
  });
});

describe("claims", () => {
  const marked = () =>
    [...panel().querySelectorAll("li")]
      .filter(({ textContent }) => textContent?.includes("(not this run)"))
      .map(({ textContent }) => textContent?.split(":")[0]);
  const claimed = scenarios[0].claims.map(
    ({ strategy }) => strategyOf(catalogue, strategy).name.en,
  );
  const show = async (link: string) => {
    open(link);
    fireEvent.click(tab("lesson"));
    fireEvent.click(await within(panel()).findByRole("button", { name: answerWords.show.en }));
    await within(panel()).findByRole("heading", { name: lessonWords.claims.en });
  };

  it("about other strategies are not about this run", async () => {
    await show("");
    const [shown] = scenarios[0].strategies;
    expect(marked()).toEqual(
      claimed.filter((name) => name !== strategyOf(catalogue, shown).name.en),
    );
    expect(marked().length).toBeLessThan(claimed.length);
  });

  it.each(["#cap=9", "#p=50", "#seed=7", "#i=300_p_50"])(
    "are not about the run of %s",
    async (link) => {
      await show(link);
      expect(marked()).toEqual(claimed);
    },
  );

  it("are about the run of any lane", async () => {
    await show("#2.k=unlimited");
    expect(marked()).not.toContain(strategyOf(catalogue, "unlimited").name.en);
  });
});

describe("what to notice", () => {
  it.each(scenarios)(
    "of $id: what to look at, what is claimed, when to use it",
    async (scenario) => {
      open(`#${writeLink(catalogue, openExperiment(catalogue, scenario.id))}`);
      fireEvent.click(tab("lesson"));
      fireEvent.click(await within(panel()).findByRole("button", { name: answerWords.show.en }));
      await within(panel()).findByRole("heading", { name: lessonWords.notice.en });
      for (const { en } of scenario.notice) expect(panel().textContent).toContain(en);
      for (const { text, strategy } of scenario.claims) {
        expect(panel().textContent).toContain(
          `${strategyOf(catalogue, strategy).name.en}: ${text.en}`,
        );
      }
      expect(panel().textContent).toContain(
        strategyOf(catalogue, scenario.strategies[0]).advice.en,
      );
    },
  );
});
