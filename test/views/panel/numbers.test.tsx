import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { figuresAt, readMonitor } from "../../../src/run/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { NumbersPanel } from "../../../src/views/panel/numbers/NumbersPanel.tsx";
import { numbersWords } from "../../../src/views/panel/numbers/numbers-words.ts";
import { doing, laneRecording, openPlayground, part, show, textOf } from "../support.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(link = "", language: "ko" | "en" = "en"): Playground {
  const playground = openPlayground(link, language);
  show(playground, <NumbersPanel />);
  return playground;
}

/** The cells of a figure, lane by lane: over the last moments, and since the start. */
const figure = (id: string) =>
  [...part(`[data-figure=${id}]`).querySelectorAll("td")].map(({ textContent }) => textContent);

const alertRows = () =>
  [...document.querySelectorAll("tr[data-lasts]")].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? "").trim()),
  );

const thresholds = (playground: Playground) => playground.store.getState().experiment.thresholds;

describe("a long run", () => {
  it("is not read while the panel is drawn: it says so, and shows the numbers once they are there", () => {
    const playground = openPlayground("#s=fast-producer&k=try-send&p=2&c=7&t=40000");
    let readOn = () => {};
    const inSlices: Playground["inSlices"] = (step, done) => {
      readOn = () => {
        while (!step());
        done();
      };
      return () => {};
    };
    show({ ...playground, inSlices }, <NumbersPanel />);
    expect(screen.getByRole("status").textContent).toBe(numbersWords.reading.en);
    expect(readMonitor(laneRecording(playground), 0)).toBe(false);
    doing(() => readOn());
    expect(screen.queryByText(numbersWords.reading.en)).toBeNull();
    const { counts } = figuresAt(laneRecording(playground), 40_000);
    expect(figure("made")[1]).toBe(counts.made.toLocaleString("en"));
  });
});

describe("figures", () => {
  it("are those at the play head, with their units", () => {
    const playground = open("#k=drop-oldest");
    doing(() => playground.actions.seek(20_000));
    const { counts, recent, soFar } = figuresAt(laneRecording(playground), 20_000);
    expect(figure("made")).toEqual(["10.0/s", String(counts.made)]);
    expect(figure("received")[1]).toBe(String(counts.received));
    expect(figure("done")).toEqual(["3.3/s", String(counts.done)]);
    expect(figure("lost")[1]).toBe(String(counts.dropped));
    expect(figure("dropped")).toEqual(["", String(counts.dropped)]);
    expect(figure("failed")).toEqual(["", "0"]);
    expect(figure("loss-rate")).toEqual([
      `${recent.lossPercent.toFixed(1)} %`,
      `${soFar.lossPercent.toFixed(1)} %`,
    ]);
    expect(figure("wait-p99")).toEqual([
      `${recent.waits.p99.toLocaleString("en")} ms`,
      `${soFar.waits.p99.toLocaleString("en")} ms`,
    ]);
    expect(figure("utilisation")).toEqual(["100 %", "100 %"]);
    expect(figure("depth")).toEqual(["8 of 8 (100 %)"]);
  });

  it("say so if there is no value, and if there is no bound", () => {
    open("#k=unlimited");
    expect(figure("wait-p50")).toEqual(["none", "none"]);
    expect(figure("utilisation")).toEqual(["none", "none"]);
    expect(figure("depth")).toEqual(["0, no bound"]);
  });

  it("go back with the play head, and within an instant with its rows", () => {
    const playground = open();
    doing(() => playground.actions.seek(5_000));
    doing(() => playground.actions.seek(100));
    expect(figure("made")[1]).toBe("2");
    doing(playground.actions.stepBack);
    doing(playground.actions.stepBack);
    doing(playground.actions.stepBack);
    expect(figure("made")[1]).toBe("1");
  });

  it("of several lanes are side by side under their names", () => {
    const playground = open("#k=bounded&2.k=unlimited");
    doing(() => playground.actions.seek(20_000));
    const sent = figure("made");
    expect(sent).toHaveLength(4);
    expect(figure("depth")).toEqual(["8 of 8 (100 %)", expect.stringMatching(/no bound$/)]);
    const heads = [...document.querySelectorAll("th[scope=colgroup]")];
    expect(heads).toHaveLength(2);
  });

  it("are Korean on a Korean page", () => {
    const playground = open("", "ko");
    doing(() => playground.actions.seek(20_000));
    expect(figure("depth")).toEqual(["8 / 8칸 (100%)"]);
    expect(figure("done")[0]).toBe("3.3개/초");
    expect(document.body.textContent).not.toMatch(/[a-z]{4}(?<!send)/);
  });
});

describe("thresholds", () => {
  const field = (key: string) => part<HTMLInputElement>(`[data-threshold=${key}] [type=text]`);
  const box = (key: string) => part<HTMLInputElement>(`[data-threshold=${key}] [type=checkbox]`);
  const enter = (key: string, text: string) => {
    fireEvent.change(field(key), { target: { value: text } });
    fireEvent.blur(field(key));
  };

  it("are set by a number, taken when it is entered", () => {
    const playground = open();
    expect(field("depthPercent").value).toBe("80");
    fireEvent.change(field("depthPercent"), { target: { value: "5" } });
    expect(thresholds(playground)).toEqual({});
    enter("depthPercent", "50");
    expect(thresholds(playground)).toEqual({ depthPercent: 50 });
    doing(playground.actions.undo);
    expect(field("depthPercent").value).toBe("80");
  });

  it("can be turned off, and on again as they were", () => {
    const playground = open();
    enter("lossPercent", "5");
    fireEvent.click(box("lossPercent"));
    expect(thresholds(playground)).toEqual({ lossPercent: 0 });
    expect(field("lossPercent").disabled).toBe(true);
    fireEvent.click(box("lossPercent"));
    expect(thresholds(playground)).toEqual({ lossPercent: 5 });
    expect(box("waitMs").checked).toBe(false);
    fireEvent.click(box("waitMs"));
    expect(thresholds(playground)).toEqual({ lossPercent: 5, waitMs: 1_000 });
  });

  it("say what is in use if a number can't be used", () => {
    const playground = open();
    enter("depthPercent", "0");
    expect(thresholds(playground)).toEqual({ depthPercent: 1 });
    expect(textOf("[data-threshold=depthPercent] [role=alert]")).toBe(
      "“0” can't be used: enter a whole number from 1 to 99. It is 1 now.",
    );
    enter("depthPercent", "60");
    expect(textOf("[data-threshold=depthPercent] [role=alert]")).toBe("");
  });

  it.each([
    ["#k=bounded", ["depthPercent", "lossPercent", "waitMs"]],
    ["#k=unlimited", ["depthElements", "lossPercent", "waitMs"]],
    ["#k=bounded&2.k=unlimited", ["depthPercent", "depthElements", "lossPercent", "waitMs"]],
  ])("of %s are those that its buffers can go over", (link, keys) => {
    open(link);
    const shown = [...document.querySelectorAll("[data-threshold]")];
    expect(shown.map((each) => each.getAttribute("data-threshold"))).toEqual(keys);
  });

  it("have names", () => {
    open();
    expect(screen.getByRole("textbox", { name: /buffer is over.*% of capacity/ })).toBeDefined();
    expect(screen.getByRole("checkbox", { name: "wait p99 is over" })).toBeDefined();
  });
});

describe("alerts", () => {
  it("are listed from when they begin, with their end and their peak", () => {
    const playground = open("#n=30");
    doing(() => playground.actions.seek(500));
    expect(alertRows()).toEqual([]);
    expect(document.body.textContent).toContain(numbersWords.noAlerts.en);
    doing(() => playground.actions.seek(2_000));
    expect(alertRows()).toEqual([
      ["▲ Buffer > 80 %", expect.stringMatching(/^\d\.\d{3} s$/), "ongoing", "100 %"],
    ]);
    doing(() => playground.actions.seek(60_000));
    expect(alertRows()[0]?.[0]).toBe("△ Buffer > 80 %");
    expect(alertRows()[0]?.[2]).toMatch(/^\d\.\d{3} s$/);
  });

  it("have times that move the play head there", () => {
    const playground = open("#t=20000");
    const [from] = within(part("tr[data-lasts]")).getAllByRole("button", { name: /^Go to/ });
    if (from === undefined) throw new Error("no link");
    fireEvent.click(from);
    const { timeMs } = playground.position();
    expect(`${(timeMs / 1000).toFixed(3)} s`).toBe(from.textContent);
    expect(laneRecording(playground).history.stateAt(timeMs).waiting).toBe(7);
  });

  it("follow the thresholds at once", () => {
    const playground = open("#t=20000");
    expect(alertRows()).toHaveLength(1);
    doing(() => playground.actions.setThresholds({ depthPercent: 0, waitMs: 500 }));
    expect(alertRows().map(([what]) => what)).toEqual(["▲ Wait p99 > 500 ms"]);
  });
});

describe("the history", () => {
  const times = () =>
    [...document.querySelectorAll("section section tbody th")].map((each) => each.textContent);

  it("has a row per second, up to the play head", () => {
    const playground = open();
    expect(document.body.textContent).toContain("a row is added every 1 s");
    doing(() => playground.actions.seek(3_500));
    expect(times()).toEqual(["1.000", "2.000", "3.000"]);
    doing(() => playground.actions.seek(60_000));
    expect(times()).toHaveLength(60);
  });

  it("is copied as CSV", async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
    const playground = open("#k=drop-oldest");
    doing(() => playground.actions.seek(3_000));
    fireEvent.click(screen.getByRole("button", { name: /Copy as CSV/ }));
    expect(await screen.findByText(numbersWords.copied.en)).toBeDefined();
    const [head, ...rows] = (writeText.mock.calls[0]?.[0] ?? "").split("\r\n");
    expect(head).toMatch(/^time \(s\),produced \(elements\),/);
    expect(rows.slice(0, -1).map((row) => row.split(",")[0])).toEqual(["1.000", "2.000", "3.000"]);
    expect(rows.at(-1)).toBe("");
  });

  it("is downloaded under the names of scenario and strategy", () => {
    const playground = open("#k=drop-oldest");
    doing(() => playground.actions.seek(3_000));
    const blobs: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return "blob:x";
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    fireEvent.click(screen.getByRole("button", { name: "Download CSV" }));
    expect(names).toEqual(["fast-producer-drop-oldest.csv"]);
    expect(blobs[0]?.type).toBe("text/csv;charset=utf-8");
  });

  it("of several lanes is that of the chosen one", () => {
    const playground = open("#k=bounded&2.k=unlimited");
    doing(() => playground.actions.seek(1_000));
    const capacity = () => document.querySelector("section section tbody tr")?.children[13];
    expect(capacity()?.textContent).toBe("8");
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "1" } });
    expect(capacity()?.textContent).toBe("–");
  });
});
