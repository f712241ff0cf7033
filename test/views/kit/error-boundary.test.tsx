import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../../src/i18n/index.ts";
import { App } from "../../../src/views/index.ts";
import { ErrorBoundary } from "../../../src/views/kit/ErrorBoundary.tsx";
import { TABS } from "../../../src/views/panel/tabs.ts";
import { words } from "../../../src/views/words.ts";
import { eventually } from "../../support/eventually.ts";
import { openPlayground, show } from "../support.tsx";

const gone = () => {
  throw new Error("Failed to fetch dynamically imported module");
};
vi.mock("../../../src/views/stage/strips/index.ts", () => gone());
vi.mock("../../../src/views/panel/TabBody.tsx", () => gone());
vi.mock("../../../src/views/shell/HelpDialog.tsx", () => gone());

async function open(language: Language = "en"): Promise<void> {
  await act(async () => {
    render(<App playground={openPlayground("", language)} />);
  });
  await eventually(() => {
    expect(failures(words.failed[language])).toBe(2);
    expect(document.querySelector(".picture > svg")).not.toBeNull();
  });
}

function Machine({ machine }: { readonly machine: { readonly broken: boolean } }): JSX.Element {
  if (machine.broken) throw new Error("broken");
  return <p>it works</p>;
}

const failures = (text: string) =>
  screen.queryAllByRole("alert").filter(({ textContent }) => textContent?.includes(text)).length;

beforeEach(() => {
  // Without one, what is far below is loaded at once.
  vi.stubGlobal("IntersectionObserver", undefined);
  // React reports every failure there, caught or not.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a part that fails", () => {
  it.each([
    ["en", "This part could not be loaded.", "Try again"],
    ["ko", "이 부분을 불러오지 못했습니다.", "다시 시도"],
  ] as const)("says so in %s, and the rest of the page stays", async (language, text, again) => {
    await open(language);
    expect(failures(text)).toBe(2);
    expect(document.querySelector(".picture > svg")).not.toBeNull();
    expect(screen.getAllByRole("button", { name: again }).length).toBeGreaterThanOrEqual(2);
  });

  it("takes down neither the panel nor the page's head", async () => {
    await open();
    fireEvent.click(await screen.findByRole("tab", { name: "Events" }));
    await eventually(() => expect(failures("This part could not be loaded")).toBe(2));
    fireEvent.click(screen.getByRole("button", { name: "Menu" }));
    fireEvent.click(screen.getByRole("button", { name: "Help" }));
    await eventually(() => expect(failures("This part could not be loaded")).toBe(3));
    expect(screen.getAllByRole("tab").length).toBe(TABS.length);
    expect(screen.getByRole("button", { name: "Play" })).toBeDefined();
  });

  it("draws what is in it while nothing fails", () => {
    show(openPlayground(), <ErrorBoundary>well</ErrorBoundary>);
    expect(screen.getByText("well")).toBeDefined();
  });

  it("says so in the place of what fails, and can draw it again", () => {
    const machine = { broken: true };
    show(
      openPlayground(),
      <ErrorBoundary>
        <Machine machine={machine} />
      </ErrorBoundary>,
    );
    expect(failures("Something went wrong in this part.")).toBe(1);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(failures("Something went wrong in this part.")).toBe(1);
    machine.broken = false;
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("it works")).toBeDefined();
  });
});
