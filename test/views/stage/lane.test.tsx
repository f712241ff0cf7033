import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fillIn, formatCount, formatRate, LANGUAGES, type Text } from "../../../src/i18n/index.ts";
import { ratesAt } from "../../../src/run/index.ts";
import { scenarioOf } from "../../../src/scenarios/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { channelStrategies as strategies } from "../../../src/systems/index.ts";
import { usePlaygroundState } from "../../../src/views/playground-context.ts";
import { guaranteeWords } from "../../../src/views/stage/lanes/guarantee-words.ts";
import { Lane } from "../../../src/views/stage/lanes/Lane.tsx";
import { laneWords } from "../../../src/views/stage/lanes/lane-words.ts";
import { doing, laneRecording, laneState, openPlayground, part, show } from "../support.tsx";

function Lanes() {
  const recordings = usePlaygroundState((state) => state.recordings);
  return recordings.map((recording, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
    <Lane key={index} recording={recording} index={index} />
  ));
}

function open(link = "", language: "ko" | "en" = "en"): Playground {
  const playground = openPlayground(link, language);
  show(playground, <Lanes />);
  return playground;
}

/** A lane of the page, by its place. */
function lane(index = 0): HTMLElement {
  const found = document.querySelectorAll("section")[index];
  if (found === undefined) throw new Error(`no lane ${index}`);
  return found;
}

function counter(id: string, index = 0): string | null | undefined {
  return lane(index).querySelector(`[data-counter=${id}]`)?.textContent;
}

const note = (id: string, index = 0) =>
  lane(index).querySelector(`[data-counter-note=${id}]`)?.textContent;

const tokens = (index = 0) =>
  [...lane(index).querySelectorAll("svg .token-label")].flatMap(({ textContent }) =>
    textContent === "" ? [] : [textContent],
  );

/** The numbers in the circles of producer and workers. */
const numbersIn = (index = 0) =>
  [...lane(index).querySelectorAll("svg .label-number")].map(({ textContent }) => textContent);

const rowOf = (name: string) =>
  [...(screen.getByRole("rowheader", { name }).closest("tr")?.children ?? [])].map(
    ({ textContent }) => textContent,
  );

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("an alert", () => {
  const names = (index = 0) =>
    [...lane(index).querySelectorAll("dt")].map(({ textContent }) => textContent);

  it("stands in the place of its counter's name for as long as it lasts", async () => {
    const playground = open("#k=drop-oldest&n=30");
    const before = names();
    expect(before[2]).toBe(laneWords.depth.en);
    doing(() => playground.actions.seek(3_000));
    await waitFor(() => expect(lane().querySelector("[data-alert=depth]")).not.toBe(null));
    expect(names()[2]).toBe("▲ Buffer > 80%");
    expect(lane().querySelector("[data-alert=loss]")?.textContent).toBe("▲ Loss > 1%");
    expect(lane().querySelectorAll("[data-alert]")).toHaveLength(2);
    doing(() => playground.actions.seek(60_000));
    expect(names()).toEqual(before);
    doing(() => playground.actions.seek(0));
    expect(names()).toEqual(before);
  });

  it("of waits stands at the sends that wait, and only in its lane", async () => {
    open("#k=rendezvous&2.k=bounded&aW=1000&aD=0&t=20000");
    await waitFor(() => expect(lane(1).textContent).toContain("▲ Wait p99 > 1,000 ms"));
    expect(lane(0).querySelectorAll("[data-alert]")).toHaveLength(0);
    expect(lane(1).querySelector("[data-alert=wait]")?.closest("[data-role]")).toBe(
      lane(1).querySelector("[data-counter=waiting]")?.closest("[data-role]"),
    );
  });
});

describe("the strategy of a lane", () => {
  it("can be chosen among those that the scenario offers", () => {
    const playground = open();
    const select = screen.getByRole<HTMLSelectElement>("combobox", { name: /Strategy/ });
    expect([...select.options].map(({ value }) => value)).toEqual(strategies.map(({ id }) => id));
    fireEvent.change(select, { target: { value: "conflated" } });
    expect(laneRecording(playground).spec.strategy).toBe("conflated");
    expect(lane().textContent).toContain("A new element replaces the one that nobody has taken");
  });

  it("is offered too when only a link names it", () => {
    open("#s=bounded-buffer.2&k=drop-latest");
    const select = screen.getByRole<HTMLSelectElement>("combobox", { name: /Strategy/ });
    expect(select.value).toBe("drop-latest");
    expect([...select.options].map(({ value }) => value)).toEqual([
      ...scenarioOf("bounded-buffer").strategies,
      "drop-latest",
    ]);
  });

  it("a lane is a region named after it", () => {
    open("#2.k=conflated");
    expect(screen.getAllByRole("region").length).toBe(2);
  });
});

describe.each(LANGUAGES)("guarantees in %s", (language) => {
  const say = (text: Text) => text[language];

  it.each(strategies)("$id says what it promises, by a mark and by words", async (strategy) => {
    open(`#k=${strategy.id}&cap=5`, language);
    const { maxBuffered, lossless, producerWaits, inOrder, keeps } = strategy.guarantees({
      capacity: 5,
    });
    const bounded = Number.isFinite(maxBuffered);
    const room =
      maxBuffered === 0
        ? guaranteeWords.noBuffer
        : bounded
          ? guaranteeWords.bounded
          : guaranteeWords.unbounded;
    const loss = keeps === "oldest" ? guaranteeWords.lossyOldest : guaranteeWords.lossyNewest;
    const promised = [
      `${bounded ? "✓" : "!"} ${fillIn(say(room), { n: maxBuffered })}`,
      lossless ? `✓ ${say(guaranteeWords.lossless)}` : `! ${say(loss)}`,
      producerWaits ? `! ${say(guaranteeWords.holds)}` : `✓ ${say(guaranteeWords.free)}`,
      ...(inOrder ? [`✓ ${say(guaranteeWords.inOrder)}`] : []),
    ];
    const list = await screen.findByRole("list", { name: say(guaranteeWords.guarantees) });
    const items = within(list).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent)).toEqual(promised);
  });
});

describe("counters", () => {
  it.each([
    ["#k=bounded", 4000],
    ["#k=drop-oldest&cap=3", 20_000],
    ["#k=conflated&w=2", 9000],
    ["#s=memory-leak", 12_000],
    ["#s=bounded-buffer&k=rendezvous", 700],
  ])("%s at %i ms are the numbers of the recording", (link, timeMs) => {
    const playground = open(link);
    doing(() => playground.actions.seek(timeMs));
    const { history } = laneRecording(playground);
    const rates = ratesAt(history, timeMs);
    const state = laneState(playground);
    const count = (value: number) => formatCount(value, "en");
    expect(counter("produced")).toBe(formatRate(rates.producedPerSec, "en"));
    expect(note("produced")).toBe(`${count(state.produced)} in all`);
    expect(counter("done")).toBe(formatRate(rates.donePerSec, "en"));
    expect(note("done")).toBe(`${count(state.done)} in all`);
    expect(counter("depth")).toBe(count(state.buffer.length));
    expect(counter("waiting")).toBe(count(state.waiting.length));
    expect(note("waiting")).toBe(state.waiting.length > 0 ? "producer held" : "nobody held");
    expect(counter("dropped")).toBe(count(state.dropped));
    const loss = state.produced === 0 ? 0 : (100 * state.dropped) / state.produced;
    expect(note("dropped")).toBe(`${formatRate(loss, "en")}% lost`);
  });

  it("count event by event", () => {
    const playground = open();
    doing(() => playground.actions.seek(299));
    const now = () => [note("produced"), counter("depth"), note("done")].join(", ");
    const seen = [now()];
    for (let step = 0; step < 4; step++) {
      doing(playground.actions.stepForward);
      seen.push(now());
    }
    // At 300 ms the first element is done and the second is taken; then the fourth is made.
    expect(seen).toEqual([
      "3 in all, 2, 0 in all",
      "3 in all, 2, 1 in all",
      "3 in all, 1, 1 in all",
      "4 in all, 1, 1 in all",
      "4 in all, 2, 1 in all",
    ]);
    for (const before of seen.slice(0, -1).reverse()) {
      doing(playground.actions.stepBack);
      expect(now()).toBe(before);
    }
  });

  it("of a lane beside the first are those of the whole instant", () => {
    const playground = open("#s=bounded-buffer&2.k=unlimited");
    doing(playground.actions.stepBack);
    expect(note("produced", 0)).toBe("12 in all");
    for (let step = 0; step < 30; step++) doing(playground.actions.stepBack);
    expect(note("produced", 0)).toBe("0 in all");
    expect(note("produced", 1)).toBe("100 in all");
    expect(counter("depth", 1)).toBe(String(laneState(playground, 1).buffer.length));
  });
});

describe("the picture", () => {
  it("follows the play head at once, also between two publications of the state", () => {
    const playground = open();
    doing(() => playground.actions.seek(5000));
    const before = playground.store.getState().position;
    doing(() => {
      playground.actions.play();
      for (let frame = 0; frame < 5; frame++) playground.frame(16);
    });
    expect(playground.store.getState().position.timeMs).toBe(before.timeMs);
    expect(playground.position().timeMs).toBe(5080);
    doing(() => playground.actions.seek(10_000));
    const { buffer, waiting, workers } = laneState(playground);
    expect(tokens()).toEqual(expect.arrayContaining(waiting.map(String)));
    expect(tokens().length).toBeGreaterThanOrEqual(buffer.length);
    expect(numbersIn()).toContain(String(workers[0]?.element));
  });

  it("speaks the language of the page", () => {
    const playground = open();
    expect(part("svg.picture").getAttribute("aria-label")).toMatch(/^The flow/);
    expect(part("svg.picture").textContent).toContain("Producer");
    doing(() => playground.actions.setLanguage("ko"));
    expect(part("svg.picture").getAttribute("aria-label")).toMatch(/^생산자에서/);
    expect(part("svg.picture").textContent).toContain("생산자");
    expect(part("svg.picture").textContent).not.toContain("Producer");
  });

  it("shows the rate and the workers of now, not those of the start", () => {
    const playground = open("#i=3000_w_3~3000_p_20");
    const circles = () => lane().querySelectorAll("svg circle.working, svg circle.quiet").length;
    doing(() => playground.actions.seek(2000));
    expect(part("svg.picture").textContent).toContain("10.0/s");
    expect(circles()).toBe(1);
    doing(() => playground.actions.seek(3500));
    expect(part("svg.picture").textContent).toContain("50.0/s");
    expect(circles()).toBe(3);
  });

  it("keeps a retired worker until its last element is done, event by event", () => {
    const playground = open("#w=3&c=1000&p=0&n=50&i=2500_w_1");
    doing(() => playground.actions.seek(2600));
    const inHand = () =>
      laneState(playground).workers.flatMap(({ element }) =>
        element >= 0 ? [String(element)] : [],
      );
    let most = 0;
    for (let step = 0; step < 30; step++) {
      doing(playground.actions.stepForward);
      expect(numbersIn()).toEqual(expect.arrayContaining(inHand()));
      most = Math.max(most, inHand().length);
    }
    expect(most).toBe(3);
  });

  it("has no element on its way when the reader wants no movement", () => {
    const matchMedia = window.matchMedia.bind(window);
    vi.spyOn(window, "matchMedia").mockImplementation((query) =>
      Object.defineProperty(matchMedia(query), "matches", { value: true }),
    );
    const playground = open("#k=unlimited");
    doing(() => playground.actions.seek(5010));
    const { buffer } = laneState(playground);
    expect(tokens()).toEqual(buffer.toArray().map(String));
  });
});

describe("the end of a run", () => {
  const ends = () => screen.queryAllByTestId("end").map(({ textContent }) => textContent);

  it("is told when the play head has come there", () => {
    const playground = open("#s=bounded-buffer");
    doing(() => playground.actions.seek(9000));
    expect(ends()).toEqual([]);
    doing(() => playground.actions.seek(12_000));
    expect(ends()).toEqual(["Every coroutine has ended."]);
  });

  it("of one lane is not told of another", () => {
    const playground = open("#s=memory-leak&heap=1&2.k=bounded");
    doing(() => playground.actions.seek(3000));
    expect(lane(0).textContent).toContain("Out of memory");
    expect(lane(1).textContent).not.toContain("Out of memory");
  });

  it("a pause at the first loss is told where something was lost", () => {
    const playground = open("#k=bounded&2.k=drop-oldest");
    doing(() => {
      playground.actions.setStop("drop", true);
      playground.actions.setSpeed(100);
      playground.actions.play();
      for (let frame = 0; frame < 40; frame++) playground.frame(16);
    });
    expect(playground.store.getState().paused).toBe("drop");
    expect(lane(0).textContent).not.toContain("Paused at the first drop");
    expect(lane(1).textContent).toContain("Paused at the first drop");
  });
});

describe("the table beside the picture", () => {
  it("says where every element stands", async () => {
    const playground = open("#cap=3&w=2&c=900");
    await screen.findByRole("table");
    doing(() => playground.actions.seek(4000));
    const { buffer, waiting, workers } = laneState(playground);
    const held = [...waiting];
    const stored = buffer.toArray();
    const inHand = workers.map(({ element }) => String(element));
    expect(rowOf("Producer")).toEqual(["Producer", "waits for room", String(held[0])]);
    expect(rowOf("send waits")).toEqual(["send waits", "sends waiting: 1", String(held[0])]);
    expect(rowOf("Buffer")).toEqual(["Buffer", `3 in the buffer, first ${stored.join(", ")}`]);
    expect(rowOf("Worker 1")).toEqual(["Worker 1", "working", inHand[0]]);
    expect(rowOf("Worker 2")).toEqual(["Worker 2", "working", inHand[1]]);
    expect(screen.getByRole("table").textContent).toContain("State at 4.000 s");
  });

  it("says that nothing is there, and who has finished", async () => {
    const playground = open("#n=2", "ko");
    await screen.findByRole("table");
    doing(() => playground.actions.seek(5000));
    expect(rowOf("생산자")).toEqual(["생산자", "끝남", ""]);
    expect(rowOf("버퍼")).toEqual(["버퍼", "비어 있음"]);
    expect(rowOf("소비자 1")).toEqual(["소비자 1", "끝남", ""]);
  });

  it("names only the first of a long queue", async () => {
    const playground = open("#s=memory-leak");
    await screen.findByRole("table");
    doing(() => playground.actions.seek(5000));
    expect(rowOf("Buffer")[1]).toBe("4,950 in the buffer, first 51, 52, 53, 54, 55, 56, 57, 58");
  });
});
