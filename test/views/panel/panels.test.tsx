import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fillIn, formatSeconds, LANGUAGES } from "../../../src/i18n/index.ts";
import { type Alert, alertsOf, eventAt, thresholdsOf } from "../../../src/run/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import {
  channelStrategies as strategies,
  strategyOf,
  wordsOf,
} from "../../../src/systems/index.ts";
import { OLDEST } from "../../../src/systems/kotlin/index.ts";
import { alertWords } from "../../../src/views/alert-words.ts";
import { CodePanel } from "../../../src/views/panel/code/CodePanel.tsx";
import { EventsPanel } from "../../../src/views/panel/events/EventsPanel.tsx";
import { eventText } from "../../../src/views/panel/events/event-text.ts";
import { eventWords } from "../../../src/views/panel/events/event-words.ts";
import { tabWords } from "../../../src/views/panel/tab-words.ts";
import { words } from "../../../src/views/panel/words.ts";
import { catalogue } from "../../support/everything.ts";
import { doing, laneRecording, openPlayground, part, show } from "../support.tsx";

const own = wordsOf(strategyOf(catalogue, "bounded"));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("events", () => {
  function open(link = "", language: "ko" | "en" = "en"): Playground {
    const playground = openPlayground(link, language);
    show(playground, <EventsPanel recording={laneRecording(playground)} />);
    return playground;
  }

  const rows = () =>
    [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
  const follow = (element: string) =>
    fireEvent.change(screen.getByRole("textbox", { name: words.follow.en }), {
      target: { value: element },
    });

  it("are those up to the play head, the newest last", () => {
    const playground = open("#s=bounded-buffer&k=rendezvous");
    doing(() => playground.actions.seek(100));
    expect(rows().slice(-4)).toEqual([
      ["0.100 s", "worker 1", eventWords.received.en, "1"],
      ["0.100 s", "producer", own.holding?.returns.en, expect.any(String)],
      ["0.100 s", "producer", eventWords.made.en, "2"],
      ["0.100 s", "producer", own.holding?.begins.en, "2"],
    ]);
  });

  it("come one at a time with each step", () => {
    const playground = open();
    doing(() => playground.actions.seek(299));
    const before = rows();
    doing(playground.actions.stepForward);
    expect(rows().slice(0, -1)).toEqual(before);
    expect(rows().at(-1)).toEqual(["0.300 s", "worker 1", eventWords.done.en, "0"]);
    doing(playground.actions.stepBack);
    expect(rows()).toEqual(before);
  });

  it("are never more than can be read", () => {
    const playground = open("#s=memory-leak");
    doing(() => playground.actions.seek(20_000));
    expect(rows().length).toBeLessThanOrEqual(100);
    expect(rows().at(-1)?.[0]).toBe("20.000 s");
  });

  it("scroll their own list to the newest, and never the page", () => {
    const playground = open();
    const list = screen.getByRole("region", { name: tabWords.events.en });
    const pageScrolled = vi.spyOn(Element.prototype, "scrollIntoView");
    Object.defineProperty(list, "scrollHeight", { value: 700 });
    doing(() => playground.actions.seek(5000));
    expect(list.scrollTop).toBe(700);
    expect(pageScrolled).not.toHaveBeenCalled();
  });

  it("of one element show its life", () => {
    const playground = open("#cap=2");
    doing(() => playground.actions.seek(5000));
    follow("5");
    expect(rows().map(([, who, what, element]) => [who, what, element])).toEqual([
      ["producer", eventWords.made.en, "5"],
      ["producer", own.holding?.begins.en, "5"],
      ["producer", eventWords.accepted.en, "5"],
      ["worker 1", eventWords.received.en, "5"],
      ["worker 1", eventWords.done.en, "5"],
    ]);
    doing(() => playground.actions.seek(100));
    expect(rows()).toEqual([]);
    expect(screen.getByText(words.noEvents.en)).toBeDefined();
    follow("");
    expect(rows().length).toBeGreaterThan(2);
  });

  it("of an element that never existed are none", () => {
    const playground = open();
    doing(() => playground.actions.seek(5000));
    follow("99999");
    expect(screen.getByText(words.noEvents.en)).toBeDefined();
    follow("abc");
    expect(rows().length).toBeGreaterThan(2);
    expect(screen.getByText(/“abc” is not an element number/)).toBeDefined();
  });

  it("of one element are found by its number as people type it", () => {
    const playground = open();
    doing(() => playground.actions.seek(5000));
    follow(" ５ ");
    expect(rows()[0]?.[3]).toBe("5");
    expect(screen.queryByText(/is not an element number/)).toBeNull();
  });

  it("include the beginning and end of alerts, after the row that caused them", () => {
    const playground = open("#n=30");
    const [alert] = alertsOf(laneRecording(playground), thresholdsOf({}));
    expect(alert).toBeUndefined();
    doing(() => playground.actions.seek(20_000));
    const [{ fromMs, toMs }] = alertsOf(laneRecording(playground), thresholdsOf({})) as [Alert];
    const found = () => rows().filter(([, who]) => who === alertWords.monitor.en);
    doing(() => playground.actions.seek(fromMs - 1));
    expect(found()).toEqual([]);
    doing(() => playground.actions.seek(fromMs));
    const begins = `▲ ${fillIn(alertWords.begins.en, { what: "Buffer > 80 %" })}`;
    expect(rows().slice(-2)).toEqual([
      [`${formatSeconds(fromMs, "en")} s`, "producer", eventWords.accepted.en, expect.any(String)],
      [`${formatSeconds(fromMs, "en")} s`, alertWords.monitor.en, begins, ""],
    ]);
    doing(playground.actions.stepBack);
    expect(found()).toEqual([]);
    doing(() => playground.actions.seek(toMs ?? 0));
    expect(found().at(-1)?.[2]).toBe("△ alert ends: Buffer > 80 %");
    const times = rows().map(([time]) => Number.parseFloat(time ?? ""));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    follow("5");
    expect(found()).toEqual([]);
  });

  it("have a role, with its colour and the word for it", () => {
    const playground = open("#k=drop-oldest&cap=1", "ko");
    doing(() => playground.actions.seek(2000));
    const lost = [...document.querySelectorAll("tr[data-role=lost]")];
    expect(lost.length).toBeGreaterThan(0);
    for (const row of lost) expect(row.textContent).toContain(OLDEST.event.ko);
  });

  it.each(strategies.map(({ id }) => id))("of %s all have words and an actor", (id) => {
    const playground = openPlayground(`#k=${id}&cap=2&n=30&w=2&i=1000_w_1`);
    const { actions } = playground;
    actions.seek(20_000);
    const recording = laneRecording(playground);
    const seen = new Set<string>();
    for (let row = 0; row < recording.trace.length; row++) {
      const event = eventAt(recording.trace, row);
      expect(recording.actorOf(event.who), formatSeconds(event.timeMs, "en")).toBeDefined();
      const text = eventText(recording, event);
      for (const language of LANGUAGES) expect(text[language]).not.toBe("");
      seen.add(text.en);
    }
    expect(seen.has(wordsOf(strategyOf(catalogue, id)).ended.en)).toBe(true);
    expect(seen.size).toBeGreaterThanOrEqual(5);
  });
});

describe("code", () => {
  function open(link = ""): Playground {
    const playground = openPlayground(link);
    show(playground, <CodePanel recording={laneRecording(playground)} />);
    return playground;
  }

  const source = () => part("pre").textContent ?? "";
  const copy = async () => {
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: /Copy/ }));
    });
    return screen.getByRole("status").textContent;
  };
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: { writeText } } }));

  it.each(strategies.map(({ id }) => id))("of %s contains its channel and the settings", (id) => {
    open(`#k=${id}&cap=17&p=23&c=71`);
    const channel = {
      unlimited: "Channel.UNLIMITED",
      rendezvous: "Channel.RENDEZVOUS",
      conflated: "Channel.CONFLATED",
    }[id as string];
    const call = source().replace(/\(\n\s+/g, "(");
    expect(call).toContain(`Channel<Int>(${channel ?? "capacity = 17"}`);
    expect(source()).toMatch(/delay\(23|23\.milliseconds/);
    expect(source()).toMatch(/delay\(71|71\.milliseconds/);
  });

  it("can be copied, to the last letter", async () => {
    const written: string[] = [];
    clipboard(async (text) => {
      written.push(text);
    });
    open();
    expect(await copy()).toBe(words.copied.en);
    expect(written).toEqual([source()]);
  });

  it("says so when the browser refuses", async () => {
    clipboard(() => Promise.reject(new Error("not allowed")));
    open();
    expect(await copy()).toBe(words.copyFailed.en);
  });

  it("says so if there is no clipboard at all", async () => {
    vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: undefined } }));
    open();
    expect(await copy()).toBe(words.copyFailed.en);
  });

  it("is no longer called copied when it has changed", async () => {
    clipboard(async () => undefined);
    const playground = openPlayground("#i=1000_p_50");
    show(playground, <CodePanel recording={laneRecording(playground)} />);
    expect(await copy()).toBe(words.copied.en);
    doing(() => playground.actions.seek(2000));
    expect(source()).toContain("50");
    expect(screen.getByRole("status").textContent).toBe("");
  });
});
