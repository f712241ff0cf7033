import { describe, expect, test } from "vitest";
import { createPlayground, openLink, readLink, syncLink } from "../../src/store/index.ts";
import { eventually } from "../support/eventually.ts";
import { catalogue } from "../support/everything.ts";

/** An address bar with its history, as a browser has it. */
function addressBar(first: string) {
  const entries = [first];
  const listeners = new Set<() => void>();
  const written: string[] = [];
  let at = 0;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    written,
    entries,
    get text() {
      return entries[at] ?? "";
    },
    read: () => entries[at] ?? "",
    replace(link: string) {
      written.push(`replace ${link}`);
      entries[at] = `#${link}`;
    },
    push(link: string) {
      written.push(`push ${link}`);
      entries.splice(++at, entries.length, `#${link}`);
    },
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Somebody types another address. */
    type(text: string) {
      entries.splice(++at, entries.length, text);
      tell();
    },
    go(steps: number) {
      at += steps;
      tell();
    },
  };
}

function open(link = "") {
  const address = addressBar(link);
  const page = createPlayground({ language: "en", theme: "system" }, readLink(catalogue, link));
  const stop = syncLink(page, address);
  return { page, address, stop };
}

describe("from the page to the address", () => {
  test("a setting replaces the address, another scenario gets an entry of its own", () => {
    const { page, address } = open();
    page.actions.setValue(0, "capacity", 3);
    page.actions.seek(4_000);
    page.actions.openScenario("memory-leak");
    page.actions.setSeed(7);
    expect(address.written).toEqual([
      "replace v=1&s=fast-producer&cap=3",
      "replace v=1&s=fast-producer&cap=3&t=4000",
      "push v=1&s=memory-leak.2",
      "replace v=1&s=memory-leak.2&seed=7",
    ]);
  });

  test("while it plays, every change is written, and where it stands", () => {
    const { page, address } = open();
    page.actions.play();
    for (let frame = 0; frame < 58; frame++) page.frame(20);
    expect(address.written.at(-1)).toBe("replace v=1&s=fast-producer&t=1000");
    expect(address.written).toHaveLength(5);
    page.actions.setValue(0, "producerDelayMs", 50);
    expect(address.text).toBe("#v=1&s=fast-producer&i=1160_p_50&t=1160");
    page.actions.setStrategy(0, "conflated");
    expect(address.text).toBe("#v=1&s=fast-producer&k=conflated&i=1160_p_50&t=1160");
    page.actions.pause();
    expect(address.text).toBe("#v=1&s=fast-producer&k=conflated&i=1160_p_50&t=1160");
  });

  test("between two whole ms the earlier one is written", () => {
    const { page, address } = open();
    page.actions.play();
    for (let frame = 0; frame < 20; frame++) page.frame(16.7);
    expect(address.written).toEqual(["replace v=1&s=fast-producer&t=200"]);
    page.actions.pause();
    expect(address.text).toBe("#v=1&s=fast-producer&t=334");
  });

  test("a scenario that undo opens while it plays gets its entry", () => {
    const { page, address } = open("#v=1&s=memory-leak.2");
    page.actions.openScenario("fast-producer");
    page.actions.play();
    page.frame(20);
    page.actions.undo();
    expect(address.written).toEqual(["push v=1&s=fast-producer", "push v=1&s=memory-leak.2&t=20"]);
  });

  test("what changes no link writes nothing", () => {
    const { page, address } = open();
    page.actions.setLanguage("ko");
    page.actions.setSpeed(10);
    page.actions.setStop("drop", true);
    page.actions.reset();
    page.actions.setValue(0, "capacity", 8);
    expect(address.written).toEqual([]);
  });

  test("an address that was not quite right is left alone until something changes", () => {
    const { page, address } = open("#cap=99999&zzz=1");
    expect(address.written).toEqual([]);
    page.actions.seek(100);
    expect(address.text).toBe("#v=1&s=fast-producer&cap=10000&t=100");
  });
});

describe("from the address to the page", () => {
  test("an edited address is opened, with what is to be said about it", () => {
    const { page, address } = open();
    address.type("#s=memory-leak&p=5&what=1");
    expect(page.store.getState().experiment).toMatchObject({
      scenario: "memory-leak",
      values: { producerDelayMs: 5 },
    });
    expect(page.store.getState().notices).toEqual([{ kind: "unknownKey", key: "what" }]);
    expect(address.written).toEqual([]);
  });

  test("back and forward lead through the scenarios and write nothing", () => {
    const { page, address } = open();
    page.actions.openScenario("memory-leak");
    page.actions.openScenario("bounded-buffer");
    const written = address.written.length;
    const scenario = () => page.store.getState().experiment.scenario;
    address.go(-1);
    expect(scenario()).toBe("memory-leak");
    address.go(-1);
    expect(scenario()).toBe("fast-producer");
    address.go(2);
    expect(scenario()).toBe("bounded-buffer");
    expect(address.written).toHaveLength(written);
    expect(address.entries).toHaveLength(3);
    page.actions.seek(50);
    expect(address.text).toBe("#v=1&s=bounded-buffer.2&t=50");
  });

  test("an address that is shown already opens nothing", () => {
    const { page, address } = open();
    page.actions.setValue(0, "capacity", 3);
    const { past } = page.store.getState();
    address.go(0);
    expect(page.store.getState().past).toBe(past);
  });

  test("after the end neither hears of the other", () => {
    const { page, address, stop } = open();
    stop();
    page.actions.setSeed(5);
    address.type("#s=memory-leak");
    expect(address.written).toEqual([]);
    expect(page.store.getState().experiment.scenario).toBe("fast-producer");
  });
});

describe("while what the reader's address names is being loaded", () => {
  const NEW = "#v=1&s=retry&t=3000";

  async function openPlain() {
    const address = addressBar("");
    const page = createPlayground({ language: "en", theme: "system" }, await openLink(""));
    syncLink(page, address);
    return { page, address };
  }

  function playOn(page: ReturnType<typeof createPlayground>) {
    for (let frame = 0; frame < 58; frame++) page.frame(20);
  }

  test("a run that still plays does not write its moments over it", async () => {
    const { page, address } = await openPlain();
    page.actions.play();
    address.type(NEW);
    playOn(page);
    expect(page.position().timeMs).toBeGreaterThan(1_000);
    expect(address.written).toEqual([]);
    await eventually(() => expect(page.store.getState().experiment.scenario).toBe("retry"));
    expect(address.text).toBe(NEW);
    expect(page.position().timeMs).toBe(3_000);
    page.actions.seek(4_000);
    expect(address.text).toBe("#v=1&s=retry&t=4000");
  });

  test("a change on the page is followed instead", async () => {
    const { page, address } = await openPlain();
    address.type(NEW);
    page.actions.setValue(0, "capacity", 3);
    expect(address.text).toBe("#v=1&s=fast-producer&cap=3");
    await new Promise((done) => setTimeout(done, 50));
    expect(page.store.getState().experiment.scenario).toBe("fast-producer");
  });

  test("going back meanwhile stays in effect, and moments are written again", async () => {
    const { page, address } = await openPlain();
    address.type(NEW);
    address.go(-1);
    await new Promise((done) => setTimeout(done, 50));
    expect(page.store.getState().experiment.scenario).toBe("fast-producer");
    page.actions.play();
    playOn(page);
    expect(address.text).toMatch(/s=fast-producer&t=1/);
  });
});

describe("a link to a time that takes a while to record", () => {
  /** The page on its way to the time of its link, a slice recorded, and the slices to come. */
  function onItsWay(link: string) {
    const slices: (() => void)[] = [];
    let nowMs = 0;
    const pacing = { now: () => (nowMs += 3), later: (task: () => void) => slices.push(task) };
    const address = addressBar(link);
    const preferences = { language: "en", theme: "system" } as const;
    const page = createPlayground(preferences, readLink(catalogue, link), pacing);
    syncLink(page, address);
    return { page, address };
  }
  const LINK = "#v=1&s=fast-producer&k=unlimited&p=0&c=0&T=600&heap=8192&t=600000";

  test("stays in the address meanwhile; once the way is given up, the address names where the page is", () => {
    const { page, address } = onItsWay(LINK);
    expect(page.store.getState().reaching).not.toBeNull();
    expect(address.text).toBe(LINK);
    page.actions.stopReaching();
    expect(page.position().timeMs).toBe(0);
    expect(address.text).toBe(LINK.replace("&t=600000", ""));
  });

  test("is overtaken by what is done next: the address names that", () => {
    const { page, address } = onItsWay(LINK);
    page.actions.reset();
    expect(address.text).toBe(LINK.replace("&t=600000", ""));
  });
});
