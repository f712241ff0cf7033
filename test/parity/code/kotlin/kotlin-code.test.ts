/** What can be tested of the Kotlin check without a JVM: its cases, the compiled text, and how runs are compared. */
import { describe, expect, test } from "vitest";
import { isAllowed } from "../../../../src/params/index.ts";
import { paramsOf } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { type ParityCase, randomCases } from "../code-cases.ts";
import { shownText } from "../shown-text.ts";
import {
  failingCases,
  flowCases,
  kotlinCases,
  rateCases,
  tieCases,
  timedFlowCases,
} from "./cases.ts";
import { differenceOf, type KotlinRun } from "./difference.ts";
import { kotlinFiles, mainFile, onVirtualTime } from "./kotlin-source.ts";
import { type Played, type PlayedEvent, playCase } from "./played.ts";

const { strategies } = kotlinCases;

/** How many random cases of each strategy are looked at. */
const ROUNDS = 20;

function someRandomCases(seed: number): ParityCase[] {
  const cases = randomCases(kotlinCases, seed);
  return Array.from({ length: ROUNDS * strategies.length }, () => cases.next().value);
}

/** Returns a case of `strategy` with `values`; all other settings have their defaults. */
function caseWith(values: ParityCase["values"], strategy: ParityCase["strategy"] = "bounded") {
  const params = paramsOf(strategyOf(catalogue, strategy)).map(({ key, default: value }) => [
    key,
    value,
  ]);
  const all = { ...Object.fromEntries(params), durationS: 1, ...values };
  return { id: "a case", strategy, values: all, untilMs: 1000, seed: 7 };
}

describe("the cases", () => {
  test("contain batches that are flushed at the ms of an element, with capacities 0 to 2", () => {
    const cases = tieCases();
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(new Set(cases.map(({ values }) => values["capacity"]))).toEqual(new Set([0, 1, 2]));
    for (const { values, untilMs } of cases) {
      const { flushMs, producerDelayMs } = values as Record<string, number>;
      expect((flushMs as number) % (producerDelayMs as number)).toBe(0);
      expect(untilMs).toBeGreaterThan(0);
    }
  });

  test("contain a minute of token buckets whose tokens become whole between two ms", () => {
    const cases = rateCases();
    expect(cases.map(({ values }) => values["ratePerSec"])).toEqual([700, 3]);
    for (const { values, untilMs } of cases) {
      expect(1000 % (values["ratePerSec"] as number)).not.toBe(0);
      expect(values["burst"]).toBe(1);
      expect(untilMs).toBe(60_000);
    }
  });

  test("contain each program that declares a failure, with settings that make it fail", () => {
    const declaring = strategies.filter(({ failure }) => failure !== undefined);
    const cases = failingCases();
    expect(new Set(cases.map(({ strategy }) => strategy))).toEqual(
      new Set(declaring.map(({ id }) => id)),
    );
    for (const each of cases) {
      expect(playCase(each).end[0], each.id).toBe("failed");
    }
  });

  test("contain every operator of a flow, and every overflow of a shared flow", () => {
    const cases = flowCases();
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const seen = (key: string) => new Set(cases.map(({ values }) => values[key]));
    expect(seen("operator").size).toBe(1 + 9);
    expect(seen("sharedOverflow").size).toBe(1 + 3);
    for (const { values } of cases) {
      expect((values["consumerDelayMs"] as number) % (values["producerDelayMs"] as number)).toBe(0);
    }
  });

  test("contain flows whose operator, source and collector are due at the same ms", () => {
    const cases = timedFlowCases();
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const strategiesSeen = new Set<string>(cases.map(({ strategy }) => strategy));
    expect(strategiesSeen).toEqual(new Set(["flow-debounce", "flow-sample", "flow-on-each"]));
    for (const { values } of cases) {
      const { debounceMs, sampleMs, onEachMs } = values as Record<string, number | undefined>;
      const ms = debounceMs ?? sampleMs ?? onEachMs ?? 0;
      expect(ms % 20).toBe(0);
      expect(ms).toBeGreaterThan(0);
    }
  });

  test("random cases cover every Kotlin strategy in turn, with allowed settings and an end", () => {
    const cases = someRandomCases(1);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id } of strategies) {
      expect(cases.filter(({ strategy }) => strategy === id)).toHaveLength(ROUNDS);
    }
    for (const { strategy, values, untilMs } of cases) {
      for (const param of paramsOf(strategyOf(catalogue, strategy))) {
        expect(isAllowed(param, values[param.key] as number), param.key).toBe(true);
      }
      expect(untilMs).toBeLessThanOrEqual(5000);
      const endless = values["count"] === undefined || values["count"] === 0;
      if (endless && "producerDelayMs" in values) expect(values["producerDelayMs"]).not.toBe(0);
    }
  });

  test("random cases cover all arrivals and service times, networks, threads, and runs with and without end", () => {
    const cases = someRandomCases(1).filter(({ values }) => "latencyMs" in values);
    const seen = (key: string) => new Set(cases.map(({ values }) => values[key]));
    expect(seen("arrivals").size).toBe(4);
    expect(seen("service").size).toBe(2);
    for (const key of ["latencyMs", "threads", "count", "workers"]) {
      expect(seen(key).size, key).toBeGreaterThan(3);
    }
    expect(seen("count")).toContain(0);
  });
});

describe("the events of the page's run", () => {
  test("are in order, with what became of each send", () => {
    const values = { producerDelayMs: 10, consumerDelayMs: 400, capacity: 1, count: 3 };
    const { events, end, draws } = playCase(caseWith(values));
    const [producer, worker] = [
      events[0]?.[1],
      events.find(([, , what]) => what === "receives")?.[1],
    ];
    expect(events).toEqual([
      [0, producer, "emits", 0],
      [0, producer, "goes", 0],
      [0, producer, "delays", 10],
      [0, worker, "receives", 0],
      [0, worker, "delays", 400],
      [10, producer, "emits", 1],
      [10, producer, "goes", 1],
      [10, producer, "delays", 10],
      [20, producer, "emits", 2],
      [20, producer, "waits", 2],
      [400, worker, "prints", "done 0, waiting 2"],
      [400, worker, "receives", 1],
      [400, worker, "delays", 400],
      [400, producer, "returns", 2],
      [400, producer, "delays", 10],
      [800, worker, "prints", "done 1, waiting 1"],
      [800, worker, "receives", 2],
      [800, worker, "delays", 400],
    ]);
    expect(end).toEqual(["active", 1000]);
    expect(draws).toEqual([]);
  });

  test("include losses, refusals, and waits for a thread", () => {
    const load = { producerDelayMs: 10, consumerDelayMs: 300, capacity: 1 };
    const whats = (strategy: ParityCase["strategy"], more = {}) =>
      new Set(playCase(caseWith({ ...load, ...more }, strategy)).events.map(([, , what]) => what));
    expect(whats("drop-oldest")).toContain("loses");
    expect(whats("drop-latest")).toContain("loses");
    expect(whats("try-send")).toContain("refused");
    expect(whats("bounded", { workers: 3, threads: 1 })).toContain("queues");
    expect(whats("bounded", { workers: 3, threads: 1 })).toContain("enters");
  });

  test("count a wait of known length at a gate as a delay", () => {
    const values = { producerDelayMs: 1, ratePerSec: 10, burst: 1 };
    const { events } = playCase(caseWith(values, "token-bucket"));
    expect(events.map(([, , what]) => what)).not.toContain("queues");
    expect(events.some(([, , what, ms]) => what === "delays" && Number(ms) > 90)).toBe(true);
  });

  test("of a flow are its emissions, the values received, and the values whose work is cancelled", () => {
    const load = { producerDelayMs: 20, consumerDelayMs: 30, count: 2 };
    const told = (values: ParityCase["values"], strategy: ParityCase["strategy"]) =>
      playCase(caseWith({ ...load, ...values }, strategy)).events.map(
        ([timeMs, , what, which]) => `${timeMs} ${what} ${which}`,
      );
    expect(
      told({ operator: "latest" }, "flow-buffer").filter((told) => !/goes/.test(told)),
    ).toEqual([
      "0 emits 0",
      "0 receives 0",
      "0 prints began 0",
      "0 delays 30",
      "0 delays 20",
      "20 emits 1",
      "20 cancels 0",
      "20 receives 1",
      "20 prints began 1",
      "20 delays 30",
      "20 delays 20",
      "50 prints done 1",
    ]);
    expect(told({ collectors: 2, count: 1 }, "shared-flow")).toEqual([
      "0 emits 0",
      "0 delays 20",
      "0 receives 0",
      "0 prints collector 0: 0",
      "0 receives 0",
      "0 delays 30",
      "30 prints collector 1: 0",
    ]);
  });

  test("come with the random numbers, in the order in which they were drawn", () => {
    const values = { arrivals: "poisson", service: "exponential", count: 5, producerDelayMs: 1 };
    const { draws } = playCase(caseWith(values));
    expect(draws).toHaveLength(10);
    expect(new Set(draws).size).toBe(10);
    expect(playCase(caseWith(values)).draws).toEqual(draws);
  });

  test("come with the end of the program", () => {
    expect(playCase(caseWith({ count: 2, consumerDelayMs: 1 })).end).toEqual(["completed", 200]);
    expect(playCase(caseWith({ count: 0, producerDelayMs: 0 }, "unlimited")).end[0]).toBe("limit");
  });
});

describe("the sources", () => {
  test("the shown text is compiled verbatim, in its own package", () => {
    const [shown, played] = kotlinFiles(caseWith({}), 17);
    expect(shown).toEqual({
      path: "shown17/Program.kt",
      text: `package shown17\n\n${shownText(caseWith({}))}`,
    });
    expect(played?.text).toMatch(/^package played17\n\nimport harness.println\n/);
  });

  test("only imports are replaced, and only those of names that take time, print or draw", () => {
    const text = [
      "import kotlin.math.ln",
      "import kotlin.random.Random",
      "import kotlinx.coroutines.channels.Channel",
      "import kotlinx.coroutines.coroutineScope",
      "import kotlinx.coroutines.delay",
      "",
      'val now = System.currentTimeMillis() // println("import kotlinx.coroutines.delay")',
    ].join("\n");
    expect(onVirtualTime(text).split("\n")).toEqual([
      "import harness.println",
      "import harness.System",
      "import kotlin.math.ln",
      "import harness.Random",
      "import harness.Channel",
      "import kotlinx.coroutines.coroutineScope",
      "import harness.delay",
      "",
      'val now = System.currentTimeMillis() // println("import kotlinx.coroutines.delay")',
    ]);
  });

  test("the list of cases names the class of each", () => {
    const { text } = mainFile([caseWith({}), caseWith({ count: 3 })]);
    expect(text).toContain('Case("a case", "shown0.ProgramKt") { played0.main() },');
    expect(text).toContain('Case("a case", "shown1.ProgramKt") { played1.main() },');
  });
});

describe("the difference", () => {
  const events: PlayedEvent[] = [
    [0, 4, "goes", 0],
    [0, 9, "receives", 0],
    [5, 9, "prints", "done 0"],
    [5, 4, "goes", 1],
  ];
  const page: Played = { events, end: ["completed", 5], draws: [0.25] };
  const kotlin = (
    change: Partial<KotlinRun> = {},
    run: Partial<KotlinRun["run"]> = {},
  ): KotlinRun => ({
    case: "a case",
    watched: true,
    starts: true,
    problem: null,
    run: { end: page.end, draws: 1, events, ...run },
    ...change,
  });
  const moved = (change: (event: PlayedEvent) => PlayedEvent) => events.map(change);

  test("is null if the same happened, whatever the numbers of coroutines and elements", () => {
    expect(differenceOf(page, kotlin())).toBeNull();
    const renamed = moved(([timeMs, who, what, which]) => [
      timeMs,
      who + 100,
      what,
      typeof which === "number" ? `#${which}` : which,
    ]);
    expect(differenceOf(page, kotlin({}, { events: renamed }))).toBeNull();
  });

  test.each<[string, Partial<KotlinRun["run"]>, RegExp]>([
    ["a time", { events: moved(([ms, ...rest]) => [ms + 1, ...rest]) }, /^event 0/],
    [
      "a line",
      { events: moved(([ms, who, what, of]) => [ms, who, what, what === "prints" ? "x" : of]) },
      /^event 2: .*done 0.*"x"/,
    ],
    ["another coroutine", { events: moved(([ms, , ...rest]) => [ms, 4, ...rest]) }, /^event 1/],
    [
      "another element",
      { events: moved(([ms, who, what, of]) => [ms, who, what, of === 1 ? 0 : of]) },
      /^event 3/,
    ],
    ["one event less", { events: events.slice(0, 3) }, /^event 3/],
    ["one event more", { events: [...events, [6, 4, "delays", 1]] }, /^event 4/],
    ["another end", { end: ["active", 5] }, /^event 4: .*completed.*active/],
    ["an end at another time", { end: ["completed", 6] }, /^event 4/],
    ["fewer random numbers", { draws: 0 }, /^event 4: .*1 random.*0 random/],
  ])("reports %s", (_, run, message) => {
    expect(differenceOf(page, kotlin({}, run))).toMatch(message);
  });

  test("compares a bare run only by what it prints", () => {
    const printed = events.filter(([, , what]) => what === "prints");
    expect(differenceOf(page, kotlin({ watched: false }, { events: printed }))).toBeNull();
    expect(differenceOf(page, kotlin({ watched: false }, { events: [] }))).toMatch(
      /^printed line 0/,
    );
  });

  test("compares exceptions of the library by name, and treats a program's own as equal", () => {
    const failed = (page: string, inKotlin: string) =>
      differenceOf(
        { events, end: ["failed", 5, page], draws: [0] },
        kotlin({}, { end: ["failed", 5, inKotlin] }),
      );
    expect(failed("ClosedSendChannelException", "ClosedSendChannelException")).toBeNull();
    expect(failed("Error", "RuntimeException")).toBeNull();
    expect(failed("ClosedSendChannelException", "RuntimeException")).toMatch(/^event 4/);
    expect(failed("Error", "CancellationException")).toMatch(/^event 4/);
  });

  test("ignores the refusal of an element that is offered again", () => {
    const again: PlayedEvent[] = [[5, 4, "refused", 1], ...events];
    expect(differenceOf(page, kotlin({}, { events: again }))).toBeNull();
    const last: PlayedEvent[] = [...events, [6, 4, "refused", 2]];
    expect(differenceOf(page, kotlin({}, { events: last }))).toMatch(/^event 4: .*refused/);
  });

  test("ignores what a select receives, which can't be seen", () => {
    const unseen = events.filter(([, , what]) => what !== "receives");
    expect(differenceOf(page, kotlin({}, { events: unseen }), "select<Int> {")).toBeNull();
    expect(differenceOf(page, kotlin({}, { events: unseen }))).toMatch(/^event 1/);
  });

  test("compares what a flow emits, but not the events in its channel", () => {
    const flow = "import kotlinx.coroutines.flow.flow";
    const emitted: PlayedEvent[] = events.map(([timeMs, who, what, which]) => [
      timeMs,
      who,
      what === "goes" ? "emits" : what,
      which,
    ]);
    const both: Played = { ...page, events: [...emitted, [6, 4, "goes", 2]] };
    expect(differenceOf(both, kotlin({}, { events: emitted }), flow)).toBeNull();
    const without = emitted.filter(([, , what]) => what !== "emits");
    expect(differenceOf(both, kotlin({}, { events: without }), flow)).toMatch(/^event 0: .*emits/);
    // A program with a channel has no such event on the Kotlin side: its sends are compared instead.
    const made: Played = { ...page, events: [[0, 4, "emits", 0], ...events] };
    expect(differenceOf(made, kotlin())).toBeNull();
  });

  test("fails for a run that went wrong, can't be started, or reached a limit on the page", () => {
    expect(differenceOf(page, kotlin({ problem: "more than 3 events" }))).toMatch(/more than 3/);
    expect(differenceOf(page, kotlin({ starts: false }))).toMatch(/no main/);
    expect(differenceOf({ ...page, end: ["limit", 3, "events"] }, kotlin())).toMatch(
      /bound on events/,
    );
  });
});
