/**
 * A browser that translates the page wraps every text in its own elements. React removes and inserts by the
 * text nodes that it has made itself, and throws if they have moved. It makes none if a text is all that its
 * element contains, so every text of the page must be alone in its element.
 */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language } from "../../src/i18n/index.ts";
import type { Playground } from "../../src/store/index.ts";
import { App } from "../../src/views/index.ts";
import { ErrorBoundary } from "../../src/views/kit/ErrorBoundary.tsx";
import { TABS, type Tab } from "../../src/views/panel/tabs.ts";
import { allScenarios as scenarios } from "../support/everything.ts";
import { doing, openPlayground, show } from "./support.tsx";

/** What browsers don't translate. */
const LEFT_ALONE = "svg, option, textarea, [translate=no]";

/** The texts that React would miss if they were moved, each with the element that it is in. */
function looseTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const loose = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest(LEFT_ALONE) !== null) continue;
    const isReacts = Object.keys(node).some((key) => key.startsWith("__reactFiber$"));
    if (!isReacts && parent.childNodes.length === 1) continue;
    const { localName, className, textContent } = parent;
    loose.add(`“${node.nodeValue}” in <${localName} class="${className}"> ${textContent}`);
  }
  return [...loose];
}

async function open(link: string, language: Language = "en"): Promise<Playground> {
  const playground = openPlayground(link, language);
  await act(async () => {
    render(<App playground={playground} />);
  });
  return playground;
}

/** Waits until something has been loaded, however long that takes. */
async function arrived(isThere: () => boolean): Promise<void> {
  while (!isThere()) await act(() => new Promise((done) => setTimeout(done, 5)));
}

async function press(name: string): Promise<void> {
  await arrived(() => screen.queryByRole("button", { name }) !== null);
  fireEvent.click(screen.getByRole("button", { name }));
}

const hasText = (selector: string) =>
  /\S/.test(document.querySelector(selector)?.textContent ?? "");

async function openTab(playground: Playground, tab: Tab): Promise<void> {
  doing(() => playground.actions.setPanel({ tab }));
  await arrived(() => hasText(`[data-tab=${tab}]`));
}

beforeAll(() => {
  // Without layout nothing comes into view, so the charts have to be there at once.
  vi.stubGlobal("IntersectionObserver", undefined);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

afterEach(cleanup);

function Broken(): never {
  throw new Error("broken");
}

describe("every text is alone in its element", () => {
  it.each(scenarios.map(({ id }) => id))("in %s, with each tab of the panel", async (id) => {
    const playground = await open(`#s=${id}`);
    doing(() => playground.actions.seek(6_000));
    for (const tab of TABS) {
      await openTab(playground, tab);
      expect(looseTexts(), tab).toEqual([]);
    }
    await openTab(playground, "lesson");
    const [answer] = document.querySelectorAll("ol[data-answered] button");
    if (answer !== undefined) fireEvent.click(answer);
    doing(playground.actions.play);
    doing(() => playground.frame(100));
    doing(() => playground.actions.seek(60_000));
    await arrived(() => hasText("[data-strip-table]"));
    expect(looseTexts()).toEqual([]);
  });

  it.each(LANGUAGES)("with five lanes to compare and each tab, in %s", async (language) => {
    const playground = await open(
      "#k=unlimited&2.k=conflated&3.k=rendezvous&4.k=drop-oldest&4.cap=2&5.k=try-send&5.nm=bWluZQ&p=40&aD=50&zzz=1&t=9000",
      language,
    );
    for (const tab of TABS) {
      await openTab(playground, tab);
      expect(looseTexts(), tab).toEqual([]);
    }
  });

  it("while presenting, with each card", async () => {
    const playground = await open("#t=9000");
    doing(() => playground.actions.present(true));
    for (let step = 0; step < 6; step++) {
      doing(() => playground.actions.setPresenting({ step }));
      await arrived(() => step === 0 || hasText("[data-step]"));
      expect(looseTexts(), String(step)).toEqual([]);
    }
  });

  it("in the gallery, also if nothing is found in it", async () => {
    const playground = await open("");
    doing(() => playground.actions.openDialog("gallery"));
    await arrived(() => hasText("dialog"));
    expect(looseTexts()).toEqual([]);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "xyzzy" } });
    expect(looseTexts()).toEqual([]);
  });

  it("in the menu of a lane, and of the strips", async () => {
    await open("#2.k=conflated");
    for (const name of ["This lane", "Strips", "Menu"]) {
      fireEvent.click((await screen.findAllByRole("button", { name }))[0] as HTMLElement);
    }
    expect(looseTexts()).toEqual([]);
  });

  it.each(["Share", "Help"])("in the dialog: %s", async (name) => {
    await open("");
    if (name === "Help") await press("Menu");
    await press(name);
    await arrived(() => hasText("dialog"));
    const copy = screen.queryByRole("button", { name: "Copy link" });
    if (copy !== null) {
      fireEvent.click(copy);
      await arrived(() => hasText("dialog [role=status]"));
    }
    expect(looseTexts()).toEqual([]);
  });

  it("if a part has failed", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    show(openPlayground(), <ErrorBoundary>{<Broken />}</ErrorBoundary>);
    expect(screen.getByRole("alert").textContent).toMatch(/\S/);
    expect(looseTexts()).toEqual([]);
    vi.restoreAllMocks();
  });
});
