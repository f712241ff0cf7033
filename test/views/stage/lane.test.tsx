import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  fillIn,
  formatCount,
  formatPercent,
  formatRate,
  LANGUAGES,
  type Text,
} from "../../../src/i18n/index.ts";
import { type ActorState, ratesAt } from "../../../src/run/index.ts";
import { scenarioOf } from "../../../src/scenarios/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { channelStrategies as strategies } from "../../../src/systems/index.ts";
import { usePlaygroundState } from "../../../src/views/playground-context.ts";
import { guaranteeWords } from "../../../src/views/stage/lanes/guarantee-words.ts";
import { Lane } from "../../../src/views/stage/lanes/Lane.tsx";
import { Sentences } from "../../../src/views/stage/lanes/Sentences.tsx";
import { textWidth } from "../../../src/views/stage/picture/text-size.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { flat } from "../../support/flat-state.ts";
import {
  doing,
  laneRecording,
  laneState,
  openPlayground,
  part,
  show,
  textOf,
} from "../support.tsx";

function Lanes() {
  const recordings = usePlaygroundState((state) => state.recordings);
  return recordings.map((recording, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its place
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

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the numbers of a lane", () => {
  const ems = () => Number(lane().querySelector("dl")?.style.getPropertyValue("--ems"));

  it("keep their size up to 9,999, and beyond that all take the size that the widest needs", () => {
    const playground = open("#k=drop-oldest&n=20000&p=1");
    const common = ems();
    expect(common).toBeCloseTo(textWidth("9,999", 1, true));
    doing(() => playground.actions.seek(9_000));
    expect(counter("made")).toMatch(/^\d,\d{3}$/);
    expect(ems()).toBe(common);
    doing(() => playground.actions.seek(15_000));
    const made = counter("made") ?? "";
    expect(made).toMatch(/^\d{2},\d{3}$/);
    expect(ems()).toBeCloseTo(textWidth(made, 1, true));
  });
});

describe("beneath several lanes", () => {
  const told = () =>
    [...document.querySelectorAll("[data-sentences] p")].map(({ textContent, parentElement }) => [
      Number(parentElement?.firstElementChild?.textContent),
      textContent,
    ]);

  it("the sentence of the selected lane is shown with its number", () => {
    const playground = openPlayground("#k=bounded&2.k=unlimited&t=5260");
    show(playground, <Sentences />);
    expect(told()).toEqual([[1, expect.stringContaining("The buffer is full")]]);
    doing(() => playground.actions.selectLane(1));
    expect(told()).toEqual([[2, expect.not.stringContaining("is full")]]);
  });

  it("a sentence reports any lane that has failed, and a picked element of any lane", () => {
    const playground = openPlayground("#s=one-flood&t=5000");
    show(playground, <Sentences />);
    expect(told().map(([lane]) => lane)).toEqual([1, 2]);
    expect(told()[1]?.[1]).toContain("MissingBackpressureException");
    doing(() => playground.actions.pick({ lane: 2, element: 3 }));
    expect(told()[2]).toEqual([3, expect.stringContaining("No. 3: made at")]);
  });

  it("a lane itself has no sentence then", async () => {
    const playground = openPlayground("#k=bounded&2.k=unlimited&t=5260");
    show(playground, <Lane recording={laneRecording(playground)} index={0} told={false} />);
    await waitFor(() => expect(lane().textContent).toContain("State at 5.260 s"));
    expect(lane().querySelector("[data-testid=caption]")).toBeNull();
  });
});

describe("an alert", () => {
  const names = (index = 0) =>
    [...lane(index).querySelectorAll("dt")].map(({ textContent }) => textContent);

  it("marks the name of its counter as long as it lasts, with its limit for screen readers", async () => {
    const playground = open("#k=drop-oldest&n=30");
    const before = names();
    expect(before).toEqual(["made", "waiting", "held", "done", "lost"]);
    doing(() => playground.actions.seek(3_000));
    await waitFor(() => expect(lane().querySelector("[data-alert=depth]")).not.toBe(null));
    expect(names()[1]).toBe("▲ waiting: > 80 %");
    expect(lane().querySelector("[data-alert=loss]")?.textContent).toBe("▲ lost: > 1 %");
    expect(lane().querySelectorAll("[data-alert]")).toHaveLength(2);
    doing(() => playground.actions.seek(60_000));
    expect(names()).toEqual(before);
  });

  it("about waits marks the waiting elements if no send is ever held and there is no counter of sends", async () => {
    const playground = open("#s=rxjava&aW=100&aD=0");
    const before = names();
    expect(before).toEqual(["made", "waiting", "done", "lost"]);
    doing(() => playground.actions.seek(8_000));
    await waitFor(() => expect(names()[1]).toBe("▲ waiting: p99 > 100 ms"));
  });

  it("about waits marks the held sends, and only in its lane", async () => {
    open("#k=rendezvous&2.k=bounded&aW=1000&aD=0&t=20000");
    await waitFor(() => expect(lane(1).textContent).toContain("▲ held: p99 > 1,000 ms"));
    expect(lane(0).querySelectorAll("[data-alert]")).toHaveLength(0);
  });
});

describe("when a lesson pauses by itself", () => {
  const playToAnswer = (playground: Playground) =>
    doing(() => {
      playground.actions.setAsked({ guess: 0 });
      playground.actions.play();
      for (let frame = 0; frame < 600; frame++) playground.frame(16);
    });
  const ASKS = "What do you see?";

  it("the caption asks what is to be seen until that is answered; then it says what is happening again", async () => {
    const playground = open();
    playToAnswer(playground);
    await waitFor(() => expect(lane().textContent).toContain(ASKS));
    doing(() => playground.actions.setAsked({ seen: 0 }));
    expect(lane().textContent).not.toContain(ASKS);
    expect(textOf("[data-testid=caption]")).not.toBe("");
  });

  it("a lane that failed beside others says so", async () => {
    const playground = open("#s=one-flood");
    playToAnswer(playground);
    expect(playground.store.getState().paused).toBe("lesson");
    await waitFor(() => expect(lane(0).textContent).toContain(ASKS));
    expect(lane(1).textContent).not.toContain(ASKS);
    expect(lane(1).querySelector("[data-reason=failed]")).not.toBeNull();
  });
});

describe("the strategy of a lane", () => {
  it("can be chosen among those that the scenario offers", () => {
    const playground = open();
    const select = screen.getByRole<HTMLSelectElement>("combobox", { name: /Strategy/ });
    expect([...select.options].map(({ value }) => value)).toEqual(strategies.map(({ id }) => id));
    fireEvent.change(select, { target: { value: "conflated" } });
    expect(laneRecording(playground).spec.strategy).toBe("conflated");
  });

  it("is shown as plain text under the list, so that the last word of a long name in code may wrap", () => {
    open("#s=one-flood");
    const seen = [...document.querySelectorAll("[data-strategy-name]")].map(
      ({ textContent }) => textContent,
    );
    expect(seen).toContain("RxJava onBackpressure\u200bBuffer");
    expect(seen).toContain("Bounded buffer (suspend)");
    expect(document.querySelector("[title='RxJava onBackpressureBuffer'] select")).not.toBeNull();
  });

  it("is also offered if only a link names it", () => {
    open("#s=bounded-buffer.2&k=drop-latest");
    const select = screen.getByRole<HTMLSelectElement>("combobox", { name: /Strategy/ });
    expect(select.value).toBe("drop-latest");
    expect([...select.options].map(({ value }) => value)).toEqual([
      ...scenarioOf(catalogue, "bounded-buffer").strategies,
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
      `· ${say(producerWaits ? guaranteeWords.holds : guaranteeWords.free)}`,
      ...(inOrder ? [`✓ ${say(guaranteeWords.inOrder)}`] : []),
    ];
    const list = await screen.findByRole("list", { name: say(guaranteeWords.guarantees) });
    const items = within(list).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent)).toEqual(promised);
  });
});

it("across a network, the promise does not cover elements on their way", async () => {
  open("#k=bounded&cap=8&lat=700");
  const list = await screen.findByRole("list", { name: guaranteeWords.guarantees.en });
  // It is beside the promise that it qualifies, because what has no room is left out from the end.
  const items = within(list).getAllByRole("listitem");
  expect(items[1]?.textContent).toBe(`! ${guaranteeWords.network.en}`);
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
    expect(counter("made")).toBe(count(state.made));
    expect(note("made")).toBe(`${formatRate(rates.madePerSec, "en")}/s`);
    expect(counter("done")).toBe(count(state.done));
    expect(note("done")).toBe(`${formatRate(rates.donePerSec, "en")}/s`);
    expect(counter("waiting")).toBe(count(state.waiting));
    expect(counter("lost")).toBe(count(state.lost));
    const loss = state.made === 0 ? 0 : (100 * state.lost) / state.made;
    expect(note("lost")).toBe(`${formatPercent(loss, "en")} %`);
    const held = state.stations.flatMap((station) => station.held).length;
    expect(counter("held")).toBe(count(held));
    expect(note("held")).toBe(held > 0 ? "producer" : "");
  });

  it("count event by event", () => {
    const playground = open();
    doing(() => playground.actions.seek(299));
    const now = () => [counter("made"), counter("waiting"), counter("done")].join(", ");
    const seen = [now()];
    for (let step = 0; step < 4; step++) {
      doing(playground.actions.stepForward);
      seen.push(now());
    }
    // At 300 ms the first element is done and the second is taken; then the fourth is made.
    expect(seen).toEqual(["3, 2, 0", "3, 2, 1", "3, 1, 1", "4, 1, 1", "4, 2, 1"]);
    for (const before of seen.slice(0, -1).reverse()) {
      doing(playground.actions.stepBack);
      expect(now()).toBe(before);
    }
  });

  it("of a further lane are those of the whole instant", () => {
    const playground = open("#s=bounded-buffer&2.k=unlimited");
    doing(playground.actions.stepBack);
    expect(counter("made", 0)).toBe("12");
    for (let step = 0; step < 30; step++) doing(playground.actions.stepBack);
    expect(counter("made", 0)).toBe("0");
    expect(counter("made", 1)).toBe("100");
    expect(counter("waiting", 1)).toBe(String(laneState(playground, 1).waiting));
  });

  it("of a further lane show the difference from the first, with its sign", () => {
    const playground = open("#k=bounded&2.k=drop-oldest");
    doing(() => playground.actions.seek(20_000));
    const difference = (id: string) =>
      lane(1).querySelector(`[data-counter-difference=${id}]`)?.textContent;
    const by = (id: string) => Number(counter(id, 1)) - Number(counter(id, 0));
    expect(difference("made")).toBe(`+${by("made")}`);
    expect(difference("held")).toBe("−1");
    expect(difference("done")).toBe("=");
    expect(lane(0).querySelectorAll("[data-counter-difference]")).toHaveLength(0);
  });
});

/** The elements that have a node in the picture. */
const tokens = (index = 0): number[] =>
  [...lane(index).querySelectorAll("[data-element]")]
    .map((node) => Number(node.getAttribute("data-element")))
    .filter((element, i, all) => all.indexOf(element) === i);

function handsOf(actors: readonly ActorState[]): number[] {
  return actors.flatMap(({ hand }) => hand);
}

/** Waits for the picture, whose drawing is loaded after the page. */
async function pictureDrawn(): Promise<void> {
  await waitFor(() => expect(part(".picture svg").children.length).toBeGreaterThan(0));
}

describe("the picture", () => {
  it("follows the play head at once, even between two publications of the state", async () => {
    const playground = open();
    await pictureDrawn();
    doing(() => playground.actions.seek(5000));
    const before = playground.store.getState().position;
    doing(() => {
      playground.actions.play();
      for (let frame = 0; frame < 5; frame++) playground.frame(16);
    });
    expect(playground.store.getState().position.timeMs).toBe(before.timeMs);
    expect(playground.position().timeMs).toBe(5080);
    doing(() => playground.actions.seek(10_000));
    const { buffer, heldByBuffer, workers } = flat(laneState(playground));
    const inHand = workers.flatMap(({ hand }) => hand);
    expect(buffer.length).toBe(8);
    doing(playground.actions.pause);
    const all = [...buffer.toArray(), ...heldByBuffer, ...inHand].sort();
    await waitFor(() => expect(tokens().sort()).toEqual(all));
  });

  it("speaks the language of the page", async () => {
    const playground = open();
    await pictureDrawn();
    const svg = () => part(".picture svg");
    expect(svg().getAttribute("aria-label")).toMatch(/^The path/);
    expect(svg().textContent).toContain("Producer");
    doing(() => playground.actions.setLanguage("ko"));
    expect(svg().getAttribute("aria-label")).toMatch(/^생산자에서/);
    expect(svg().textContent).toContain("생산자");
    expect(svg().textContent).not.toContain("Producer");
  });

  it("shows the current rate and workers, not those of the start", async () => {
    const playground = open("#k=unlimited&i=3000_w_3~3000_p_20");
    await pictureDrawn();
    doing(() => playground.actions.seek(2000));
    expect(part(".picture svg").textContent).toContain("10/s");
    expect(part(".picture svg").textContent).toContain("Consumer");
    doing(() => playground.actions.seek(3500));
    expect(part(".picture svg").textContent).toContain("50/s");
    expect(part(".picture svg").textContent).toContain("3 workers");
  });

  it("keeps a retired worker until its last element is done, event by event", async () => {
    const playground = open("#w=3&c=1000&p=0&n=50&i=2500_w_1");
    await pictureDrawn();
    doing(() => playground.actions.seek(2600));
    const workers = () => flat(laneState(playground)).workers;
    let most = 0;
    for (let step = 0; step < 30; step++) {
      doing(playground.actions.stepForward);
      await waitFor(() => expect(tokens()).toEqual(expect.arrayContaining(handsOf(workers()))));
      most = Math.max(most, handsOf(workers()).length);
    }
    expect(most).toBe(3);
  });

  it("has no element on its way if the reader prefers reduced motion", async () => {
    const matchMedia = window.matchMedia.bind(window);
    vi.spyOn(window, "matchMedia").mockImplementation((query) =>
      Object.defineProperty(matchMedia(query), "matches", { value: true }),
    );
    const playground = open("#k=unlimited");
    await pictureDrawn();
    doing(() => playground.actions.seek(5000));
    doing(playground.actions.stepForward);
    const { buffer, workers } = flat(laneState(playground));
    expect(tokens().sort()).toEqual([...buffer.toArray(), ...handsOf(workers)].sort());
  });
});

describe("the sentence under the picture", () => {
  const said = (index = 0) => lane(index).querySelector("[data-testid=caption]")?.textContent;

  it.each([
    ["#k=bounded", 650, "The buffer has room (4 of 8): the producer is not held."],
    ["#k=bounded", 5260, "The buffer is full: the producer waits until the consumer takes one."],
    [
      "#s=memory-leak",
      140,
      "Nothing holds the producer: 139 waiting, and the number keeps growing.",
    ],
    [
      "#k=unlimited",
      20_000,
      "Nothing holds the producer: 134 waiting, and the number keeps growing.",
    ],
    ["#k=drop-oldest", 20_000, "The buffer overflows: 126 lost so far (dropped as the oldest)."],
    [
      "#k=rendezvous",
      5000,
      "There is no buffer: the producer waits until a consumer comes for the element.",
    ],
    ["#s=kotlin-flow", 300, "The producer waits until the work is done."],
    [
      "#s=circuit-breaker",
      3500,
      "The breaker is open: calls are rejected at once, without being tried.",
    ],
    ["#s=akka", 3200, "No request is outstanding: nothing may be emitted until the next request."],
    [
      "#s=akka&k=pekko-throttle",
      3700,
      "No request is outstanding: nothing may be emitted until the next request.",
    ],
    ["#s=akka&k=pekko-throttle", 3900, "No token is left: the producer waits for the next one."],
    [
      "#s=akka&k=pekko-conflate&ab=fused",
      5000,
      "New elements are merged: none is dropped, and the producer is not held.",
    ],
    ["#p=400", 5000, "Nothing waits for the consumer: it takes each element as it comes."],
    ["#n=10", 1500, "The producer has finished: 5 still to be processed."],
  ])("%s at %i ms: %s", async (link, timeMs, text) => {
    const playground = open(link);
    doing(() => playground.actions.seek(timeMs));
    await waitFor(() => expect(said()).toBe(text));
  });

  it("is in both languages, without an unfilled placeholder, at any time of any scenario", async () => {
    for (const { id } of allScenarios) {
      for (const language of LANGUAGES) {
        const playground = open(`#s=${id}`, language);
        for (const timeMs of [0, 700, 3000, 8000]) {
          doing(() => playground.actions.seek(timeMs));
          await waitFor(() =>
            expect(lane().querySelector("p")?.textContent ?? "").toMatch(/[.)]$/),
          );
          expect(lane().querySelector("p")?.textContent).not.toMatch(/[{}]|NaN|undefined/);
        }
        cleanup();
      }
    }
  });
});

describe("what can be done with a lane", () => {
  const menu = (index: number) => within(lane(index));
  const openMenu = async (index: number) => {
    fireEvent.click(await menu(index).findByRole("button", { name: "This lane" }));
    return menu(index);
  };

  it("a press anywhere in it selects it", () => {
    const playground = open("#2.k=conflated");
    fireEvent.click(lane(1));
    expect(playground.store.getState().selected).toBe(1);
    expect(lane(1).getAttribute("aria-current")).toBe("true");
    expect(lane(0).getAttribute("aria-current")).toBeNull();
  });

  it("it can be named, and the name is in its head", async () => {
    const playground = open("#2.k=conflated");
    const tools = await openMenu(1);
    fireEvent.change(tools.getByRole("textbox"), { target: { value: "mine" } });
    fireEvent.submit(tools.getByRole("textbox"));
    expect(playground.store.getState().experiment.lanes[1]?.name).toBe("mine");
    expect(screen.getByRole("region", { name: /mine/ })).toBe(lane(1));
    expect(tools.queryByRole("textbox")).toBeNull();
  });

  it("it can be duplicated, moved and removed", async () => {
    const playground = open("#cap=3&2.k=conflated");
    const strategiesNow = () =>
      playground.store.getState().experiment.lanes.map(({ strategy }) => strategy);
    fireEvent.click((await openMenu(0)).getByRole("button", { name: "Duplicate" }));
    expect(strategiesNow()).toEqual(["bounded", "bounded", "conflated"]);
    fireEvent.click((await openMenu(2)).getByRole("button", { name: "Move up" }));
    expect(strategiesNow()).toEqual(["bounded", "conflated", "bounded"]);
    fireEvent.click((await openMenu(1)).getByRole("button", { name: "Remove this lane" }));
    expect(strategiesNow()).toEqual(["bounded", "bounded"]);
    const first = await openMenu(0);
    expect(first.getByRole<HTMLButtonElement>("button", { name: "Move up" }).disabled).toBe(true);
  });
});

describe("the end of a run", () => {
  const ends = () => screen.queryAllByTestId("end").map(({ textContent }) => textContent);

  it("is announced when the play head has got there", async () => {
    const playground = open("#s=bounded-buffer");
    doing(() => playground.actions.seek(9000));
    expect(ends()).toEqual([]);
    doing(() => playground.actions.seek(12_000));
    await waitFor(() => expect(ends()).toEqual(["Every coroutine has ended."]));
  });

  it("of one lane is not announced for another", async () => {
    const playground = open("#s=memory-leak&heap=1&2.k=bounded");
    doing(() => playground.actions.seek(3000));
    await waitFor(() => expect(lane(0).textContent).toContain("Out of memory"));
    expect(lane(1).textContent).not.toContain("Out of memory");
  });

  it("a pause at the first loss is announced in the lane that lost something", async () => {
    const playground = open("#k=bounded&2.k=drop-oldest");
    doing(() => {
      playground.actions.setStop("drop", true);
      playground.actions.setSpeed(100);
      playground.actions.play();
      for (let frame = 0; frame < 40; frame++) playground.frame(16);
    });
    expect(playground.store.getState().paused).toBe("drop");
    await waitFor(() => expect(lane(1).textContent).toContain("Paused at the first drop"));
    expect(lane(0).textContent).not.toContain("Paused at the first drop");
  });
});
