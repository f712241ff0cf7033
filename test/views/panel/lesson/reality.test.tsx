import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fillIn, LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { claimRunOf, openingSpec, Recording } from "../../../../src/run/index.ts";
import { type Catalogue, type Finding, plainCatalogue } from "../../../../src/scenarios/index.ts";
import type { Playground } from "../../../../src/store/index.ts";
import { strategyOf, wordsOf } from "../../../../src/systems/index.ts";
import { findingText } from "../../../../src/views/panel/lesson/finding-text.ts";
import { Reality } from "../../../../src/views/panel/lesson/Reality.tsx";
import { realMachineWords } from "../../../../src/views/panel/lesson/real-machine-words.ts";
import { realityWords } from "../../../../src/views/panel/lesson/reality-words.ts";
import { eventually } from "../../../support/eventually.ts";
import { allScenarios, catalogue } from "../../../support/everything.ts";
import { doing, laneRecording, openPlayground, show } from "../../support.tsx";
import { taught } from "./lessons.ts";

afterEach(cleanup);

const finding = (strategy: Finding["strategy"], name: string): Finding => ({
  strategy,
  text: { ko: `${name} 만듦 {made}, 버림 {lost}`, en: `${name} made {made}, lost {lost}` },
  numbers: (run) => {
    const { made, dropped } = run.countsAt(run.durationMs);
    return { made, lost: dropped };
  },
});
const REALITY = {
  claimed: { ko: "글은 이렇게 말한다.", en: "So says the text." },
  findings: [
    finding("memory-leak-written", "A"),
    finding("leak-that-ends", "B"),
    finding("unlimited", "C"),
  ],
};

function open(link = "", language: Language = "en", among: Catalogue = catalogue): Playground {
  const loaded = taught("fast-producer", { reality: REALITY }, among);
  const playground = openPlayground(link, language, loaded);
  show(playground, <Reality />);
  return playground;
}

const section = (name: string) =>
  screen.getByRole("heading", { name }).closest("section") as HTMLElement;

describe("claim and reality", () => {
  it.each(LANGUAGES)(
    "shows the claim, then the program as written beside the program as meant: %s",
    (language) => {
      open("", language);
      expect(section(realityWords.claimed[language]).textContent).toContain(
        REALITY.claimed[language],
      );
      expect(section(realityWords.written[language]).textContent).toMatch(/A .*\d/);
      expect(section(realityWords.meant[language]).textContent).toMatch(/B .*\d/);
      expect(
        section(wordsOf(strategyOf(catalogue, "bounded")).library[language]).textContent,
      ).toMatch(/C .*\d/);
      expect(document.body.textContent).not.toMatch(/[{}]/);
    },
  );

  it("loads the strategies that it is about if they have not been loaded yet", async () => {
    const { store } = open("", "en", plainCatalogue);
    expect(screen.getByRole("status").textContent).toBe(realityWords.loading.en);
    await screen.findByRole("heading", { name: realityWords.meant.en });
    expect(section(realityWords.meant.en).textContent).toMatch(/B .*\d/);
    expect([...store.getState().catalogue.strategies.keys()]).toContain("leak-that-ends");
  });

  it("has the numbers of the run, to its end, as people write them", () => {
    open("#s=fast-producer&k=unlimited&p=10");
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
      "C made 6,001, lost 0",
    );
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
      `${fillIn(realityWords.here.en, { end: 60 })} · ${realityWords.changed.en}`,
    );
  });

  it("uses the scenario's own settings for a strategy that is not on the page, and says so", () => {
    open("#s=fast-producer&k=bounded&p=10");
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
      "C made 601, lost 0",
    );
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
      fillIn(realityWords.elsewhere.en, { end: 60 }),
    );
  });

  it("uses the page's run for a strategy in any lane", () => {
    open("#s=fast-producer&2.k=unlimited&p=10");
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
      "C made 6,001, lost 0",
    );
  });

  it("follows a setting once it has come to rest, even in the middle of a run", async () => {
    const playground = open("#s=fast-producer&k=unlimited&t=30000");
    doing(() => playground.actions.setValue(0, "producerDelayMs", 10));
    expect(
      section(wordsOf(strategyOf(catalogue, "bounded")).library.en).querySelector(
        "[aria-busy=true]",
      ),
    ).not.toBeNull();
    await eventually(() =>
      expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toContain(
        "C made 3,292, lost 0",
      ),
    );
  });

  it("records the run on the page no further than the reader looked", () => {
    const playground = open("#s=fast-producer&k=unlimited");
    expect(laneRecording(playground).recordedMs).toBeLessThan(1000);
  });

  it("says how far a run was recorded that needs more memory, until the page has recorded more of it", async () => {
    const playground = open("#s=fast-producer&k=unlimited&p=2&c=2&T=400");
    const told = () => section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent;
    expect(told()).toContain(realityWords.hereCut.en.split(":")[0]);
    expect(told()).not.toContain("C made 200,001");
    doing(() => playground.actions.seek(400_000));
    await eventually(() => expect(told()).toContain("C made 200,001, lost 0"));
    expect(told()).toContain(fillIn(realityWords.here.en, { end: 400 }));
  });

  it.each(LANGUAGES)("puts plain strategies under their own library: %s", (language) => {
    show(openPlayground("#s=rxjava", language), <Reality />);
    const headings = screen.getAllByRole("heading").map(({ textContent }) => textContent);
    expect(headings.slice(1, -1)).toEqual(
      [
        wordsOf(strategyOf(catalogue, "rx-observe-on")),
        wordsOf(strategyOf(catalogue, "bounded")),
      ].map(({ library }) => library[language]),
    );
  });

  it("leaves out what does not apply to the run, and says so if nothing is left", () => {
    const [a, b, c] = REALITY.findings as [Finding, Finding, Finding];
    const short = { applies: (run: { durationMs: number }) => run.durationMs < 1000 };
    const findings = [a, { ...b, ...short }, c, { ...c, ...short, text: a.text }];
    const loaded = taught("fast-producer", { reality: { ...REALITY, findings } });
    show(openPlayground("", "en", loaded), <Reality />);
    expect(section(realityWords.meant.en).textContent).toContain(realityWords.nothing.en);
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).toMatch(
      /C .*\d/,
    );
    expect(section(wordsOf(strategyOf(catalogue, "bounded")).library.en).textContent).not.toContain(
      "A ",
    );
  });

  it.each(LANGUAGES)("does not attribute common belief to the text: %s", (language) => {
    const loaded = taught("fast-producer", { reality: { ...REALITY, source: "common" } });
    show(openPlayground("", language, loaded), <Reality />);
    const headings = screen.getAllByRole("heading").map(({ textContent }) => textContent);
    expect(headings).toEqual([
      realityWords.believed[language],
      realityWords.happens[language],
      realMachineWords.heading[language],
    ]);
    expect(section(realityWords.happens[language]).querySelectorAll("ul")).toHaveLength(3);
  });
});

describe("the findings of every scenario", () => {
  const withFindings = allScenarios.flatMap((scenario) =>
    scenario.reality.findings.map((each) => ({ id: scenario.id, ...each })),
  );

  it.each(withFindings)("$id: $text.en", ({ id, strategy, text, numbers, example }) => {
    const own = openingSpec(catalogue, id, strategy);
    const run = claimRunOf(
      new Recording(catalogue, { ...own, values: { ...own.values, ...(example ?? {}) } }),
    );
    const found = numbers(run);
    for (const language of LANGUAGES) {
      const told = findingText(text[language], found, language);
      expect(told).not.toMatch(/[{}]/);
      expect(told).toMatch(/\d/);
    }
    for (const value of Object.values(found)) {
      expect(String(value)).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(["written", "meant", "library"]).toContain(strategyOf(catalogue, strategy).version);
  });
});

describe("a number in a finding", () => {
  it("has thousands separators, and a decimal only if it needs one", () => {
    const numbers = { whole: 12345, part: 12.345, word: "p99" };
    expect(findingText("{whole} {part} {word} {none}", numbers, "ko")).toBe(
      "12,345 12.3 p99 {none}",
    );
  });
});
