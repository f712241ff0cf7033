/** Sentences of the lessons that once were false: what they must say now, checked on their programs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { claimRunOf, initialValues, Recording } from "../../src/run/index.ts";
import { loadSequel, type ScenarioId, scenarioOf } from "../../src/scenarios/index.ts";
import { readLink, runSpecOf } from "../../src/store/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../src/systems/index.ts";
import { adviceWords } from "../../src/views/panel/guide/guide-words.ts";
import { busiestWindow } from "../../src/workloads/index.ts";
import { catalogue } from "../support/everything.ts";
import { specOf } from "../support/runs.ts";

const textOf = (scenario: ScenarioId) => JSON.stringify(scenarioOf(catalogue, scenario));

describe("the circuit breaker", () => {
  test("the one as written and the failure-rate one wait equally long", () => {
    const { values } = scenarioOf(catalogue, "circuit-breaker");
    expect(values["waitOpenMs"]).toBe(values["timeoutMs"]);
  });

  test("one of the wrong answers is the general rule: at the first call after the wait", () => {
    const wrong = scenarioOf(catalogue, "circuit-breaker").answers.filter(({ right }) => !right);
    expect(wrong.map(({ text }) => text.en)).toContain("At the first call after 8,000 ms.");
  });
});

test("the twin of the circuit breaker is about the program of the text: the call that turns it HALF_OPEN is not made", async () => {
  const { twin } = await loadSequel("circuit-breaker");
  const { experiment } = readLink(catalogue, `v=1&${twin.link}`);
  const run = claimRunOf(new Recording(catalogue, runSpecOf(experiment, experiment.lanes[0])));
  const later = run.output().filter(({ timeMs }) => timeMs >= 4_600);
  expect(later.slice(0, 3).map(({ line, timeMs }) => `${line}@${timeMs}`)).toEqual([
    "halfOpen@4600",
    "failed@4600",
    "reopen@4800",
  ]);
  const right = twin.answers.find((answer) => answer.right);
  expect(right?.why.en).toContain("the next call is the trial");
});

test("the program of the rate limiter has the class with the misleading name", () => {
  const spec = specOf({ scenario: "rate-limiting", strategy: "rate-limiting-written" });
  const { text } = sourceTextOf(
    strategyOf(catalogue, "rate-limiting-written"),
    initialValues(catalogue, spec),
    "en",
  );
  expect(text).toContain("class RateLimiter(permits: Int)");
});

test("pool size: the planned number of threads is computed, also for another load", () => {
  const { findings } = scenarioOf(catalogue, "pool-size").reality;
  const plan = findings.find(({ text }) => text.en.includes("{planned}"));
  const numbers = (values: Record<string, number>) => {
    const spec = specOf({ scenario: "pool-size", strategy: "unlimited", values });
    return plan?.numbers(claimRunOf(new Recording(catalogue, spec)));
  };
  expect(numbers({})).toEqual({ needed: 4, percent: 100, planned: 5 });
  expect(numbers({ consumerDelayMs: 400 })).toEqual({ needed: 8, percent: 100, planned: 10 });
});

test("conflated: no value waits longer than one producer pause, but only while the producer is sending", () => {
  const spec = specOf({ scenario: "conflated", strategy: "conflated-written" });
  const longest = (count: number) =>
    claimRunOf(new Recording(catalogue, { ...spec, values: { count } })).maxWaitMs();
  expect(longest(100)).toBeLessThanOrEqual(10);
  expect(longest(60)).toBeGreaterThan(10);
  expect(textOf("conflated")).toContain("While the producer is sending");
});

test.each<[ScenarioId, StrategyId, string]>([
  ["rxjava", "rx-buffer", "Flowable.java"],
  ["reactor", "reactor-buffer", "FluxOnBackpressureBuffer.java"],
  ["akka", "pekko-conflate", "Buffers and working with rate"],
  ["node-streams", "node-write", "Buffering"],
])(
  "%s: a quotation of the documentation names its source and the version that the page models",
  (scenario, id, source) => {
    const { version } = strategyOf(catalogue, id).system;
    const { findings } = scenarioOf(catalogue, scenario).reality;
    for (const language of ["ko", "en"] as const) {
      const said = findings.map(({ text }) => text[language]).find((text) => text.includes(source));
      expect(said, language).toContain(version);
    }
  },
);

test("the first lesson: backpressure is not the problem but the answer, and there are more than three ways", () => {
  expect(textOf("fast-producer")).toContain(
    "not the problem of a faster producer but the answer to it",
  );
  expect(textOf("fast-producer")).not.toContain("fourth way");
});

describe("a clock that is late like a real one", () => {
  const runs = (scenario: ScenarioId, strategy: StrategyId) =>
    Array.from({ length: 20 }, (_, seed) => {
      const values = { latePercent: 10 };
      const recording = new Recording(catalogue, {
        scenario,
        strategy,
        values,
        seed,
        interventions: [],
      });
      const run = claimRunOf(recording);
      return run.countsAt(run.end().atMs);
    });

  test("log processing processes about the same share of ERRORs as of all logs, as five runs on a JVM did", () => {
    for (const { byKind, received, made } of runs("log-processing", "log-processing-written")) {
      const [errors] = byKind;
      const share = (100 * (errors?.received ?? 0)) / (errors?.made ?? 1);
      expect(Math.abs(share - (100 * received) / made)).toBeLessThanOrEqual(5);
    }
  });

  test("conflated receives three or four values", () => {
    for (const { received } of runs("conflated", "conflated-written")) {
      expect([3, 4]).toContain(received);
    }
  });

  test("conflated says that its three values need the ideal clock", () => {
    const received = runs("conflated", "conflated-written").map((counts) => counts.received);
    expect(received).toContain(4);
    expect(textOf("conflated")).toContain("“1, 50 and 100” needs an ideal clock");
  });

  test("TEMP_02 is never processed: that is no accident of the clock", () => {
    for (const { byKind } of runs("sensor-data", "sensor-data-written")) {
      expect(byKind[1]?.received).toBe(0);
      expect(byKind[2]?.received).toBeGreaterThan(100);
    }
  });

  test("at 0 % every timer is on time; at 100 % each is 1 ms late", () => {
    const madeAt = (latePercent: number) => {
      const spec = { scenario: "fast-producer", strategy: "unlimited", seed: 3 } as const;
      const recording = new Recording(catalogue, {
        ...spec,
        values: { latePercent },
        interventions: [],
      });
      const run = claimRunOf(recording);
      return [99, 100, 101, 201, 202].map((timeMs) => run.countsAt(timeMs).made);
    };
    expect(madeAt(0)).toEqual([1, 2, 2, 3, 3]);
    expect(madeAt(100)).toEqual([1, 1, 2, 2, 3]);
  });

  test("links published earlier keep the ideal clock", () => {
    expect(readLink(catalogue, "v=1&s=log-processing").experiment.values).toMatchObject({
      latePercent: 0,
    });
    expect(readLink(catalogue, "v=1&s=log-processing.2").experiment.values).toEqual({});
  });
});

describe("system overload on a real JVM", () => {
  const { heap } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../parity/golden/real-clock.json"), "utf8"),
  ) as {
    heap: {
      collector: string;
      maxHeap: string;
      runs: { arrays: number; heapMiB: number; outOfMemory: boolean }[];
    }[];
  };
  const ran = (name: string, size: string) =>
    heap.find(({ collector, maxHeap }) => collector === name && maxHeap === size)?.runs ?? [];

  test("the lesson quotes what was measured, including that Parallel ends early", () => {
    const notes = textOf("system-overload");
    const [parallel] = ran("Parallel", "1100m");
    expect(parallel?.outOfMemory).toBe(true);
    expect(notes).toContain(`${parallel?.arrays} under Parallel`);
    expect(notes).toContain(`Parallel에서 ${parallel?.arrays}개`);
    const g1 = ran("G1", "1100m").map(({ arrays }) => arrays);
    expect(notes).toContain(`${Math.min(...g1)} to ${Math.max(...g1)} of these arrays under G1`);
    expect(notes).toContain("Serial held all 1,001");
    for (const { arrays } of ran("Serial", "1100m")) expect(arrays).toBe(1_001);
    const took = (size: string) => ran("G1", size)[0]?.heapMiB.toLocaleString("en");
    expect(notes).toContain(`took ${took("2g")} MiB of heap`);
    expect(notes).toContain(`all of them took ${took("8g")} MiB`);
  });

  test("links published earlier keep a heap that counts only bytes", () => {
    expect(readLink(catalogue, "v=1&s=system-overload").experiment.values).toEqual({
      collector: "none",
    });
    expect(readLink(catalogue, "v=1&s=system-overload.2").experiment.values).toEqual({});
    const liveMiB = (hash: string) => {
      const { scenario, values } = readLink(catalogue, hash).experiment;
      const spec = specOf({ scenario, values, strategy: "system-overload-written" });
      return claimRunOf(new Recording(catalogue, spec)).heapMiBOf(1_002);
    };
    expect(liveMiB("v=1&s=system-overload")).toBe(1_002);
    expect(liveMiB("v=1&s=system-overload.2")).toBe(2_004);
    expect(liveMiB("v=1&s=system-overload.2&heap=8192")).toBeCloseTo(1_336, 6);
  });
});

describe("monitoring", () => {
  /** The loss rates that both programs print at 10 s, since the start and over the last window, in hundredths of a percent. */
  function reportedAt10s(link: string) {
    const { experiment } = readLink(catalogue, `v=1&${link}&2.k=windowed-monitor`);
    return experiment.lanes.map((lane) => {
      const run = claimRunOf(new Recording(catalogue, runSpecOf(experiment, lane)));
      const lines = run.output().filter(({ timeMs }) => timeMs === 10_000);
      const told = lines.find(({ line }) => ["stats", "window"].includes(line));
      return told?.numbers.at(-1);
    });
  }

  test("its question asks what both monitors say after the load has fallen, and both programs print the right answer", async () => {
    expect(reportedAt10s("s=monitoring.2")).toEqual([7_096, 0]);
    const { question, answers } = scenarioOf(catalogue, "monitoring");
    expect(question.en).toContain("two monitors report");
    expect(answers.find(({ right }) => right)?.text.en).toBe(
      "About 71 % since the start, 0 % in the last 3 s.",
    );
  });

  test("in its twin the average is as high although the outage has only just begun", async () => {
    const { twin } = await loadSequel("monitoring");
    expect(reportedAt10s(twin.link)).toEqual([7_061, 8_000]);
  });

  test("links published earlier keep a load that never falls", () => {
    expect(reportedAt10s("s=monitoring")).toEqual([7_900, 8_000]);
  });
});

test("best practice doesn't claim that a collection scans the contents of an array", () => {
  expect(adviceWords.memory.en).toContain("The contents of a byte array are never scanned");
  expect(adviceWords.memory.en).not.toContain("go through");
  expect(adviceWords.memory.ko).toContain("바이트 배열의 내용은 훑지 않고");
});

describe("numbers that are written into a notice", () => {
  test("retry: without backoff there are forty retries in the busiest 100 ms instead of eight, and attempts run out", () => {
    const runOf = (values: Record<string, string>) =>
      claimRunOf(
        new Recording(catalogue, specOf({ scenario: "retry", strategy: "retry", values })),
      );
    const busiest = (run: ReturnType<typeof runOf>) =>
      busiestWindow(
        run
          .output()
          .flatMap(({ line, numbers: [, attempt = 1], timeMs }) =>
            line === "call" && attempt > 1 ? [timeMs] : [],
          ),
        100,
      );
    const [backoff, none] = [runOf({}), runOf({ backoff: "none" })];
    expect([busiest(backoff), busiest(none)]).toEqual([8, 40]);
    const gaveUp = none.output().filter(({ line }) => line === "gaveUp");
    expect(gaveUp.length).toBeGreaterThan(0);
    for (const { timeMs } of gaveUp) expect(timeMs).toBeLessThan(Number(none.values["downToMs"]));
    expect(textOf("retry")).toContain("40 retries instead of 8");
  });

  test("one flood: all process the same number, except RxJava, whose stream has ended", () => {
    const { strategies } = scenarioOf(catalogue, "one-flood");
    const done = strategies.map((strategy) => {
      const run = claimRunOf(new Recording(catalogue, specOf({ scenario: "one-flood", strategy })));
      return run.countsAt(run.end().atMs).done;
    });
    expect(done).toEqual([100, 3, 100, 100, 100]);
    expect(textOf("one-flood")).toContain("All except RxJava process the same number");
  });

  test("reactor: an element overflows at 1,300 ms, and elements keep coming for almost five seconds", () => {
    const run = claimRunOf(
      new Recording(catalogue, specOf({ scenario: "reactor", strategy: "reactor-buffer" })),
    );
    const last = run.output().findLast(({ line }) => line === "done");
    expect(run.firstLossMs()).toBe(1_300);
    expect((last?.timeMs ?? 0) - 1_300).toBeGreaterThan(4_500);
    expect((last?.timeMs ?? 0) - 1_300).toBeLessThan(5_500);
    expect(textOf("reactor")).toContain("1,300 ms element 13 overflows");
  });
});
