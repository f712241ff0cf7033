/** What a person does while something is still being loaded: nothing loaded late undoes it. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

type Store = typeof import("../../src/store/index.ts");

let store: Store;

beforeEach(async () => {
  store = await import("../../src/store/index.ts");
});

async function open(text = "") {
  const page = store.createPlayground(
    { language: "en", theme: "system" },
    await store.openLink(text),
  );
  const { actions } = page;
  return { page, actions, now: () => page.store.getState() };
}

/** An address bar of one entry; `type` is the reader's doing. */
function addressBar(first: string) {
  let text = first;
  let tell = () => {};
  const write = (link: string) => {
    text = `#${link}`;
  };
  return {
    read: () => text,
    replace: write,
    push: write,
    onChange(listener: () => void) {
      tell = listener;
      return () => {};
    },
    type(link: string) {
      text = link;
      tell();
    },
  };
}

/**
 * Waits until a scenario that the page has asked for has come to it: the same one, asked for later, comes no sooner.
 * (Vitest's own wait for all imports would wait for those that a test before it has left behind, too.)
 */
async function hasCome(scenario: string): Promise<void> {
  await store.openLink(`#s=${scenario}`);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

test("a scenario is shown as soon as it is loaded, and can be undone", async () => {
  const { actions, now } = await open();
  actions.openScenario("memory-leak");
  expect(now().experiment.scenario).toBe("fast-producer");
  await vi.waitUntil(() => now().experiment.scenario === "memory-leak");
  actions.undo();
  expect(now().experiment.scenario).toBe("fast-producer");
});

test("of two scenarios the one that was asked for last is shown", async () => {
  const { page, actions, now } = await open();
  const shown: string[] = [];
  page.store.subscribe(({ experiment }) => shown.push(experiment.scenario));
  actions.openScenario("memory-leak");
  actions.openScenario("conflated");
  await vi.waitUntil(() => now().experiment.scenario === "conflated");
  await hasCome("memory-leak");
  expect(shown).not.toContain("memory-leak");
  expect(now().experiment.scenario).toBe("conflated");
});

test("a link that is opened meanwhile is not overtaken", async () => {
  const { actions, now } = await open();
  actions.openScenario("memory-leak");
  actions.openLink(await store.openLink("#s=fast-producer&cap=3"));
  await hasCome("memory-leak");
  expect(now().experiment).toMatchObject({ scenario: "fast-producer", values: {} });
});

test("a slider in hand goes on in the scenario that has come, and leaves the one before as it was", async () => {
  const { actions, now } = await open();
  actions.openScenario("memory-leak");
  actions.setValue(0, "producerDelayMs", 70, true);
  await vi.waitUntil(() => now().experiment.scenario === "memory-leak");
  actions.setValue(0, "producerDelayMs", 90, true);
  actions.setValue(0, "producerDelayMs", 90);
  expect(now().experiment).toMatchObject({
    scenario: "memory-leak",
    values: { producerDelayMs: 90 },
  });
  actions.undo();
  actions.undo();
  expect(now().experiment).toMatchObject({
    scenario: "fast-producer",
    values: { producerDelayMs: 70 },
  });
});

test("a link opens with all that it names, in whatever lane", async () => {
  const { now } = await open("#v=1&s=conflated&2.k=token-bucket&2.r=7");
  expect(now().notices).toEqual([]);
  expect(now().experiment.lanes[1]).toEqual({
    strategy: "token-bucket",
    values: { ratePerSec: 7 },
  });
});

test.each([
  ["an escaped name", "#v=1&s=memory%2Dleak&2.k=token%2Dbucket"],
  ["the last of two names", "#v=1&s=conflated&s=memory-leak&2.k=retry&2.k=token-bucket"],
  ["a link that is escaped as a whole", "#v%3D1%26s%3Dmemory-leak%262.k%3Dtoken-bucket"],
  ["escaped ampersands", "#v=1&amp;s=memory-leak&amp;2.k=token-bucket"],
])("what is loaded is what is read: %s", async (_, text) => {
  const { now } = await open(text);
  expect(now().experiment).toMatchObject({
    scenario: "memory-leak",
    lanes: [{}, { strategy: "token-bucket" }],
  });
  expect(now().notices.filter(({ kind }) => kind !== "repeatedKey")).toEqual([]);
});

test("an address that the reader changes before anybody listens is followed", async () => {
  const text = "#v=1&s=fast-producer";
  const { page, now } = await open(text);
  const address = addressBar(text);
  const following = store.followAddress(page, address, text);
  address.type("#v=1&s=conflated");
  await following;
  await vi.waitUntil(() => now().experiment.scenario === "conflated");
});

test("an address that takes its time to load gives way to a later one", async () => {
  const { page, now } = await open();
  const address = addressBar("");
  await store.followAddress(page, address, "");
  address.type("#v=1&s=conflated");
  address.type("#v=1&s=fast-producer&cap=3");
  await hasCome("conflated");
  expect(now().experiment.scenario).toBe("fast-producer");
  expect(address.read()).toBe("#v=1&s=fast-producer&cap=3");
});

describe("what could not be loaded is asked for again", () => {
  /** A network that is away until it is told to be back. */
  async function away(module: string) {
    const network = { away: true };
    // What another test has imported would be there without it.
    vi.resetModules();
    store = await import("../../src/store/index.ts");
    vi.doMock(module, async (original) => {
      if (network.away) throw new TypeError("Failed to fetch dynamically imported module");
      return await original();
    });
    return () => {
      network.away = false;
      vi.doUnmock(module);
    };
  }

  afterEach(() => {
    vi.doUnmock("../../src/scenarios/conflated.ts");
    vi.doUnmock("../../src/store/link-sync.ts");
  });

  test("a scenario", async () => {
    const back = await away("../../src/scenarios/conflated.ts");
    const { actions, now } = await open();
    actions.openScenario("conflated");
    await vi.waitUntil(() => now().notices.length > 0);
    expect(now().notices).toEqual([{ kind: "notLoaded", given: "conflated" }]);
    expect(now().experiment.scenario).toBe("fast-producer");
    back();
    actions.loadAgain();
    expect(now().notices).toEqual([]);
    await vi.waitUntil(() => now().experiment.scenario === "conflated");
  });

  test("a scenario that nobody wants any more is not opened", async () => {
    const back = await away("../../src/scenarios/conflated.ts");
    const { actions, now } = await open();
    actions.openScenario("conflated");
    await vi.waitUntil(() => now().notices.length > 0);
    actions.dismissNotices();
    back();
    actions.loadAgain();
    await hasCome("conflated");
    expect(now().experiment.scenario).toBe("fast-producer");
  });

  test("all of a link", async () => {
    const back = await away("../../src/scenarios/conflated.ts");
    const text = "#v=1&s=conflated&p=70&t=500";
    const { page, now } = await open(text);
    expect(now().notices).toContainEqual({ kind: "notLoaded", given: "conflated" });
    const address = addressBar(text);
    await store.followAddress(page, address, text);
    // Whatever was done meanwhile.
    page.actions.seek(100);
    back();
    page.actions.loadAgain();
    await vi.waitUntil(() => now().experiment.scenario === "conflated");
    expect(now().experiment.values).toEqual({ producerDelayMs: 70 });
    expect(now().position.timeMs).toBe(500);
    expect(address.read()).toBe("#v=1&s=conflated&p=70&t=500");
  });

  test("what follows the address", async () => {
    const back = await away("../../src/store/link-sync.ts");
    const { page, actions, now } = await open();
    const address = addressBar("");
    const following = store.followAddress(page, address, "");
    await vi.waitUntil(() => now().notices.length > 0);
    expect(now().notices).toEqual([{ kind: "notLoaded", given: null }]);
    actions.setSeed(7);
    back();
    actions.loadAgain();
    await following;
    expect(address.read()).toBe("#v=1&s=fast-producer&seed=7");
    expect(now().notices).toEqual([]);
  });
});
