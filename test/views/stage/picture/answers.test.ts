import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/i18n/index.ts";
import type { RunSpec } from "../../../../src/run/index.ts";
import { factsOf } from "../../../../src/views/stage/picture/facts-of.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../src/views/stage/picture/scene.ts";
import type { Label, Token } from "../../../../src/views/stage/picture/shape.ts";
import { recorded } from "../../../support/runs.ts";
import { numbers } from "./fixture.ts";

/** The answer strip of a run at a time. */
function answerAt(
  spec: Partial<RunSpec>,
  timeMs: number,
  { width = 1280, height = 460, language = "en" as Language } = {},
) {
  const recording = recorded(spec);
  const rows = recording.trace.rowsUntil(timeMs);
  const state = recording.history.stateAtRow(rows);
  const run = factsOf(recording);
  const layout = pictureLayout(run.topology, crewsOf(state), { width, height }, run.answer?.share);
  const { still, strip: moving } = sceneOf(
    {
      ...{ run, state, told: state, timeMs, rows, speed: 1, language, discrete: false },
      ...{ producerDelayMs: run.pauseMs, picked: -1, landedRows: rows, settlingMs: 0 },
    },
    layout,
  );
  const top = layout.answer?.y ?? Number.POSITIVE_INFINITY;
  const tokens = moving.filter((shape): shape is Token => shape.type === "token" && shape.y > top);
  const texts = still.filter((shape): shape is Label => shape.type === "label" && shape.y > top);
  return {
    id: run.answer?.id,
    state,
    moving,
    tokens,
    texts: texts.map(({ text }) => text),
    topOf: (key: string) => {
      const rect = still.find((shape) => shape.key === key);
      return rect?.type === "rect" ? rect.y : Number.NaN;
    },
    pathOf: (key: string) => {
      const path = moving.find((shape) => shape.key === key);
      return path?.type === "path" ? path.d : "";
    },
  };
}

const moves = (d: string) => d.match(/M/g)?.length ?? 0;

/** A load under which a run shows what it has to show within a second or two. */
const FAST = { producerDelayMs: 20, consumerDelayMs: 100 };

describe("the answer of a run, chosen by its kind", () => {
  it("fast producer: every beat is an element or an empty outline, ten a second", () => {
    const { id, tokens, pathOf } = answerAt({}, 6050);
    expect(id).toBe("beats");
    const made = tokens.map(({ element }) => element);
    expect([...made].sort((a, b) => a - b)).toEqual(made.slice().reverse());
    // The producer is held two thirds of the time, so there are two outlines for each element.
    const missed = moves(pathOf("beats-missed"));
    expect(missed / made.length).toBeGreaterThan(1.7);
    expect(missed / made.length).toBeLessThan(2.2);
  });

  it("is left out of a lane too low for it and the stations, but not on a phone", () => {
    const topology = factsOf(recorded({})).topology;
    const answerIn = (width: number, height: number, leastText: number, share: number) =>
      pictureLayout(topology, [1, 0, 1], { width, height, leastText }, share).answer;
    // A lane of five, presented on 1080 lines, and one of two.
    expect(answerIn(1480, 178, 18, 0.45)).toBeNull();
    expect(answerIn(1480, 400, 24, 0.45)).not.toBeNull();
    // The tallest answer, that of retries, on 390x844.
    expect(answerIn(366, 151, 12, 0.52)).not.toBeNull();
  });

  it("a producer that nothing holds misses no beat", () => {
    const { pathOf, id } = answerAt({ values: { producerDelayMs: 400 } }, 6050);
    expect(id).toBe("beats");
    expect(pathOf("beats-missed")).toBe("");
  });

  it("conflated: what arrived stays, 1, 50 and 100", () => {
    const spec = { scenario: "conflated", strategy: "conflated-written" } as const;
    const { id, tokens, texts, state } = answerAt(spec, 1500);
    expect(id).toBe("arrived");
    expect(tokens.map(({ element }) => element)).toEqual([1, 50, 100]);
    expect(texts).toContain(`${state.received} arrived of 100 made`);
  });

  it("a buffer that merges: shows how many elements each result stands for", () => {
    const spec = { scenario: "akka", strategy: "pekko-conflate" } as const;
    const { id, texts, pathOf } = answerAt(spec, 7_650);
    expect(id).toBe("aggregates");
    const [title, ...counts] = texts;
    expect(title).toBe("25 results: elements combined in each");
    const ones = (n: number) => numbers(0, n).map(() => "1");
    expect(counts).toEqual([...ones(16), "4", ...ones(7), "17"]);
    expect(moves(pathOf("aggregates-single"))).toBe(23);
    expect(moves(pathOf("aggregates-merged"))).toBe(2);
  });

  it("requests: an async boundary in Pekko requests 16, then 8", () => {
    const spec = { scenario: "akka", strategy: "pekko-buffer" } as const;
    const { id, moving } = answerAt(spec, 5_000);
    expect(id).toBe("requests");
    const tickets = moving.filter((shape): shape is Token => shape.key.startsWith("request-1-"));
    expect(tickets.sort((a, b) => a.x - b.x).map(({ label }) => label)).toEqual(["16", "8", "8"]);
  });

  it("requests: there is a ticket for each request(n) upstream, 8 and then 6 each time, with the elements that use it up", () => {
    const spec = { scenario: "rxjava", strategy: "rx-observe-on", values: FAST } as const;
    const { id, moving, tokens, texts } = answerAt(spec, 1980);
    expect(id).toBe("requests");
    const tickets = (connection: number) =>
      moving
        .filter((shape): shape is Token => shape.key.startsWith(`request-${connection}-`))
        .sort((a, b) => a.x - b.x);
    expect(tickets(1).map(({ label }) => label)).toEqual(["8", "6", "6", "6"]);
    // Even at a quarter of the size, a number has 6 px or more.
    expect(Math.min(...tickets(1).map(({ labelSize }) => labelSize))).toBeGreaterThan(24);
    expect(tickets(2).map(({ label }) => label)).toEqual(numbers(0, 20).map(() => "1"));
    // Time runs to the right, and shows that it requested more with two still there.
    expect(texts).toEqual(expect.arrayContaining(["0 s", "0.5 s · 2 left", "1.7 s · 2 left"]));
    const elements = tokens.filter(({ element }) => element >= 0);
    expect(elements.map(({ element }) => element).sort((a, b) => a - b)).toEqual(numbers(0, 26));
    const waits = elements.filter(({ role }) => role === "waiting");
    expect(waits.map(({ element }) => element).sort((a, b) => a - b)).toEqual(numbers(20, 6));
  });

  it("requests: an element that has not come is an outline, and the last request's elements always have room", () => {
    const spec = { scenario: "rxjava", strategy: "rx-observe-on", values: FAST } as const;
    expect(moves(answerAt(spec, 50).pathOf("requests-1-open"))).toBe(5);
    for (let timeMs = 500; timeMs < 9000; timeMs += 100) {
      const { tokens, moving } = answerAt(spec, timeMs);
      const tickets = moving.filter(({ key }) => key.startsWith("request-1-"));
      const cells = tokens.filter(({ element }) => element >= 0).length;
      const asked = tickets.reduce((sum, shape) => sum + Number((shape as Token).label), 0);
      expect(cells, `${timeMs}`).toBe(asked);
    }
  });

  it("writes: there are four and then none until 'drain', while elements are done one by one", () => {
    const spec = { scenario: "node-streams", strategy: "node-write" } as const;
    const { id, texts, pathOf } = answerAt(spec, 3_000);
    expect(id).toBe("writes");
    expect(texts).toEqual(
      expect.arrayContaining(["'drain' 1.2 s", "'drain' 2.5 s", "3 in flight"]),
    );
    // Three of four may continue; the fourth gets false.
    expect([moves(pathOf("writes-waiting")), moves(pathOf("writes-held"))]).toEqual([9, 3]);
    expect(moves(pathOf("writes-done"))).toBe(9);
    expect([moves(pathOf("writes-asked")), moves(pathOf("writes-posts"))]).toEqual([3, 2]);
  });

  it("writes: a producer that ignores the answer gets false from the mark on", () => {
    const spec = { scenario: "node-streams", strategy: "node-write" } as const;
    const { pathOf } = answerAt({ ...spec, values: { heeds: "nothing" } }, 1_000);
    expect([moves(pathOf("writes-waiting")), moves(pathOf("writes-held"))]).toEqual([3, 18]);
    expect([moves(pathOf("writes-asked")), moves(pathOf("writes-posts"))]).toEqual([1, 0]);
  });

  it("writes: the last eight are visible however fast they come, until the stream has drained", () => {
    const spec = { scenario: "node-streams", strategy: "web-write" } as const;
    const seen = (values: Record<string, number>, timeMs: number) => {
      const { tokens, pathOf } = answerAt({ ...spec, values }, timeMs);
      const paths = ["writes-waiting", "writes-held"].map((key) => moves(pathOf(key)));
      return tokens.length + (paths[0] ?? 0) + (paths[1] ?? 0);
    };
    for (const timeMs of [100, 1_500, 5_000]) {
      const fast = { producerDelayMs: 0, consumerDelayMs: 1, count: 10_000 };
      expect(seen(fast, timeMs), `${timeMs}`).toBeGreaterThanOrEqual(8);
      expect(seen(fast, timeMs), `${timeMs}`).toBeLessThan(30);
      // A name would overlap the ends of others.
      const { texts } = answerAt({ ...spec, values: fast }, timeMs);
      expect(texts.filter((text) => text.startsWith("ready"))).toEqual([]);
    }
    // Four were written in 150 ms, and then nothing for a long time.
    for (const timeMs of [200, 3_000, 9_000]) {
      expect(seen({ producerDelayMs: 50, consumerDelayMs: 10_000 }, timeMs)).toBe(4);
    }
  });

  it("writes: a pipeline shows what reaches its end and how many are in flight", () => {
    const spec = { scenario: "node-streams", strategy: "node-pipe" } as const;
    const { id, texts } = answerAt(spec, 1_450);
    expect([id, texts]).toEqual(["writes", expect.arrayContaining(["15 in flight"])]);
    expect(answerAt({ ...spec, strategy: "web-pipe" }, 900).texts).toContain("16 in flight");
  });

  it("circuit breaker: each call is above or below the line, over the state that it met", () => {
    const spec = { scenario: "circuit-breaker", strategy: "circuit-breaker-written" } as const;
    const { id, tokens, texts, state, topOf } = answerAt(spec, 3500);
    expect(id).toBe("calls");
    expect(tokens).toHaveLength(state.made);
    const refused = tokens.filter(({ look }) => look === "outline");
    expect(refused).toHaveLength(state.lostBy.rejected);
    expect(tokens.filter(({ look }) => look === "ghost")).toHaveLength(state.lostBy.failed);
    const lowest = Math.max(...tokens.filter(({ look }) => look !== "outline").map(({ y }) => y));
    expect(refused.every(({ y }) => y > lowest)).toBe(true);
    expect(texts).toEqual(expect.arrayContaining(["CLOSED", "OPEN"]));
    // No call reaches into the band of states.
    expect(refused.every(({ y, size }) => y + size / 2 < topOf("state-1"))).toBe(true);
  });

  it("retry: there is a dot for each call that was made", () => {
    const spec = { scenario: "retry", strategy: "retry" } as const;
    const { id, pathOf } = answerAt(
      { ...spec, values: { count: 10, producerDelayMs: 100, failPercent: 100, workers: 2 } },
      3000,
    );
    expect(id).toBe("retries");
    expect(moves(pathOf("calls-lost"))).toBeGreaterThan(4);
    expect(pathOf("calls-done")).toBe("");
  });

  it("sensors: each has a row with what was processed and what was overwritten", () => {
    const { id, texts, tokens, state } = answerAt(
      { scenario: "sensor-data", strategy: "sensor-data-written" },
      1500,
    );
    expect(id).toBe("kind-rows");
    expect(new Set(tokens.map(({ y }) => Math.round(y))).size).toBe(state.byKind.length);
    const heard = tokens.filter(({ look }) => look === "solid").length;
    expect(heard).toBe(state.byKind.reduce((sum, { received }) => sum + received, 0));
    expect(texts.some((text) => text.startsWith("never processed"))).toBe(true);
  });

  it("sensors: words say how many were processed, also in Korean on a desk", () => {
    const spec = { scenario: "sensor-data", strategy: "sensor-data-written" } as const;
    const desk = { width: 880, height: 400, language: "ko" } as const;
    const { texts } = answerAt(spec, 4_000, desk);
    expect(texts).toContain("41개 중 41개");
    expect(texts.filter((text) => /^\d+\/\d+$/.test(text))).toEqual([]);
  });

  it("logs: those kept and lost of each kind are side by side", () => {
    const { id, texts, state } = answerAt(
      { scenario: "log-processing", strategy: "log-processing-written" },
      3000,
    );
    const count = new Intl.NumberFormat("en-US");
    expect(id).toBe("kind-shares");
    for (const { made, lost } of state.byKind) {
      expect(texts).toContain(`${count.format(made - lost)} kept`);
      expect(texts).toContain(`${count.format(lost)} lost`);
    }
  });

  it("overload: the heap's cells fill with what is live, as the collector counts it", () => {
    const spec = { scenario: "system-overload", strategy: "system-overload-written" } as const;
    const usedUnder = (collector: string) => {
      const { id, moving, texts, state } = answerAt({ ...spec, values: { collector } }, 900);
      expect(id).toBe("heap");
      expect(state.made - state.done - state.lost).toBe(1_002);
      const cells = (key: string) => {
        const dots = moving.find((shape) => shape.key === key);
        return dots?.type === "dots" ? dots.count : 0;
      };
      return { share: cells("heap-used") / cells("heap-all"), title: texts[0] };
    };
    expect(usedUnder("g1").share).toBeCloseTo(2_004 / 2_048, 2);
    expect(usedUnder("g1").title).toBe("Heap 2,004 of 2,048 MiB (model)");
    expect(usedUnder("none").share).toBeCloseTo(1_002 / 2_048, 2);
    expect(usedUnder("serial").share).toBeCloseTo(1_002 / 1_980, 2);
    expect(usedUnder("serial").title).toBe("Heap 1,002 of 1,979 MiB (model)");
  });
});

describe("in a low room", () => {
  const conflated = {
    scenario: "conflated",
    strategy: "conflated",
    values: { count: 100 },
  } as const;

  it("on a phone, the answer gets what it needs, even if its share of the room is smaller", () => {
    const room = { width: 366, height: 130 };
    const { pathOf, texts } = answerAt(conflated, 3_000, room);
    expect(moves(pathOf("arrived-ticks"))).toBeGreaterThan(10);
    expect(texts.join()).toContain("arrived of");
    expect(moves(answerAt({}, 6_050, room).pathOf("beats-missed"))).toBeGreaterThan(5);
  });

  it("there is none if the stations could not be seen beside it", () => {
    const { pathOf, texts } = answerAt(conflated, 3_000, { width: 366, height: 100 });
    expect([pathOf("arrived-ticks"), texts]).toEqual(["", []]);
  });
});
