/** The sentence under the picture is true: about errors, requests, losses and whatever waits. */
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/i18n/index.ts";
import {
  heldAnywhere,
  openingSpec,
  pausingIn,
  Recording,
  type RunState,
  ratesAt,
} from "../../../src/run/index.ts";
import { captionOf } from "../../../src/views/stage/lanes/caption-of.ts";
import { captionWords } from "../../../src/views/stage/lanes/caption-words.ts";
import { textWidth } from "../../../src/views/stage/picture/text-size.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { recorded } from "../../support/runs.ts";

const RATES = { madePerSec: 10, donePerSec: 10, lostPerSec: 0 };
const FACTS = { rates: RATES, losses: [], pausing: 0 };

function captionOfRun(recording: Recording, state: RunState, timeMs: number) {
  const rates = ratesAt(recording.history, timeMs);
  return captionOf(state, {
    rates,
    losses: recording.losses,
    pausing: pausingIn(state),
  });
}

function captionAt(spec: Parameters<typeof recorded>[0], timeMs: number) {
  const recording = recorded(spec);
  const { text, numbers, rule } = captionOfRun(
    recording,
    recording.history.stateAt(timeMs),
    timeMs,
  );
  return { text: text.en, numbers, rule: rule?.en };
}

test("a full slot has room for what replaces it: the sentence does not say that there is none", () => {
  const slot = { scenario: "conflated", strategy: "conflated" } as const;
  expect(captionAt(slot, 15).text).toBe("The buffer is full.");
});

test("an error that has ended the subscriber is told with what was lost", () => {
  const spec = { scenario: "rxjava", strategy: "rx-buffer" } as const;
  const { text, numbers } = captionAt(spec, 2_500);
  expect(text).toContain("ended with an error");
  expect(numbers["lost"]).toBe(17);
  expect(captionAt(spec, 2_499).text).not.toContain("error");
});

test("a source that heeds requests and has none", () => {
  const spec = { scenario: "reactor", strategy: "reactor-limit-rate" } as const;
  expect(captionAt(spec, 1_250).text).toContain("No request is outstanding");
  expect(captionAt(spec, 1_600).text).not.toContain("No request");
});

test("a source that ignores requests, and will fail at its next tick", () => {
  const spec = { scenario: "rxjava", strategy: "rx-interval" } as const;
  expect(captionAt(spec, 850).text).toContain("No request is outstanding");
});

test("what piles up if everything was requested", () => {
  const values = { rxOverflow: "unbounded" };
  const spec = { scenario: "rxjava", strategy: "rx-buffer", values } as const;
  const { text, numbers } = captionAt(spec, 5_050);
  expect(text).toMatch(/wait/);
  expect(numbers["waiting"]).toBeGreaterThan(30);
});

test("a producer that waits of its own accord for its stream's signal", () => {
  const spec = { scenario: "node-streams", strategy: "node-write" } as const;
  expect(captionAt(spec, 140).text).not.toContain("itself waits");
  expect(captionAt(spec, 1_190).text).toContain("the producer itself waits for 'drain'");
  expect(captionAt(spec, 1_210).text).not.toContain("itself waits");
  const web = { scenario: "node-streams", strategy: "web-write" } as const;
  expect(captionAt(web, 290).text).toContain("the producer itself awaits writer.ready");
});

test("nothing holds a producer that ignores the signal, and after its end the consumer still works off what waits", () => {
  const spec = { scenario: "node-streams", strategy: "node-write" } as const;
  const ignoring = { ...spec, values: { heeds: "nothing" } };
  const state = recorded(ignoring).history.stateAt(1_000);
  const { text } = captionOf(state, {
    ...FACTS,
    rates: { madePerSec: 20, donePerSec: 3, lostPerSec: 0 },
  });
  expect(text.en).toContain("Nothing holds the producer");
  expect(captionAt(ignoring, 3_000).text).toContain("has finished");
});

test("a source at the head of a pipeline makes what is requested", () => {
  const spec = { scenario: "node-streams", strategy: "node-pipe" } as const;
  expect(captionAt(spec, 740).text).toContain("Only what is requested is made");
  expect(captionAt(spec, 1_000).text).toContain("No request is outstanding");
});

test("a delay in onEach is named, and then the work: nothing waits for a consumer", () => {
  const spec = { scenario: "kotlin-flow", strategy: "flow-on-each" } as const;
  const at = (timeMs: number) => captionOf(recorded(spec).history.stateAt(timeMs), FACTS);
  expect(at(300).text).toBe(captionWords.resting);
  expect(at(300).holder?.en).toBe("onEach");
  expect(at(900).text).toBe(captionWords.inItsCall);
  // Without an operator, nothing else takes time.
  const plain = recorded({ scenario: "kotlin-flow", strategy: "rendezvous" }).history.stateAt(300);
  expect(captionOf(plain, FACTS).text).toBe(captionWords.meeting);
});

test("workers that wait between two attempts are not mistaken for workers that keep up", () => {
  const spec = { scenario: "retry", strategy: "retry" } as const;
  const { text, numbers } = captionAt(spec, 2_495);
  expect(text).toBe(captionWords.pausing.en);
  expect(numbers).toMatchObject({ pausing: 8, workers: 8, waiting: 0 });
  expect(captionAt(spec, 2_000).text).not.toBe(captionWords.pausing.en);
  expect(captionAt(spec, 6_236).text).toBe(captionWords.keepingUp.en);
});

test("losses are told by their rule, from the first one on", () => {
  const losses = (scenario: "conflated" | "adaptive-buffer" | "degradation" | "kotlin-flow") => {
    const { strategies } = allScenarios.find(({ id }) => id === scenario) ?? allScenarios[0];
    return { scenario, strategy: strategies[0], values: {} };
  };
  expect(captionAt(losses("conflated"), 100)).toMatchObject({
    text: captionWords.losingBy.en,
    rule: "dropped as the oldest",
  });
  // The buffer that is full then has lost nothing: the losses were left behind in another one.
  const { interventions } = openingSpec(catalogue, "adaptive-buffer", "adaptive-buffer-written");
  expect(captionAt({ ...losses("adaptive-buffer"), interventions }, 5_000)).toMatchObject({
    text: captionWords.losingBy.en,
    rule: "left behind in the old channel",
  });
  expect(captionAt(losses("degradation"), 1_253).rule).toBe("rejected at the gate");
  const debounced = { scenario: "kotlin-flow", strategy: "flow-debounce" } as const;
  expect(captionAt(debounced, 437)).toMatchObject({
    text: captionWords.losingBy.en,
    rule: "dropped: a newer value came too soon",
  });
  const calls = { scenario: "circuit-breaker", strategy: "circuit-breaker-written" } as const;
  expect(captionAt(calls, 2_502).text).toBe(captionWords.callsFail.en);
});

test("a buffer that loses part of what arrives overflows all that time", () => {
  const spec = { scenario: "degradation", strategy: "try-send" } as const;
  for (let timeMs = 3_000; timeMs < 4_000; timeMs += 7) {
    expect(captionAt(spec, timeMs).text).toBe(captionWords.overflowing.en);
  }
});

test("sends that wait for room in a full buffer, and workers that wait for a thread", () => {
  const limited = { scenario: "rate-limiting", strategy: "rate-limiting-written" } as const;
  const held = captionAt(limited, 8_734);
  expect(held.text).toBe(captionWords.sendsWait.en);
  expect(held.numbers["sends"]).toBe(6);
  const pool = captionAt({ scenario: "pool-size", strategy: "unlimited" }, 2_494);
  expect(pool.text).toBe(captionWords.noThread.en);
  expect(pool.numbers).toMatchObject({ threads: 5, workers: 8, waiting: 7 });
});

test("sends before a full buffer and workers without a thread, together, are the counter's number", () => {
  const values = { workers: 8, threads: 1, latencyMs: 100 };
  const { text, numbers } = captionAt({ values }, 3_000);
  expect(text).toBe(captionWords.bothWait.en);
  expect(numbers).toMatchObject({ sends: 5, threads: 7, workers: 8 });
  expect(heldAnywhere(recorded({ values }).history.stateAt(3_000))).toBe(5 + 7);
});

test("a producer that an error has stopped has not finished", () => {
  const spec = { scenario: "rxjava", strategy: "rx-buffer" } as const;
  expect(captionAt(spec, 2_338)).toMatchObject({
    text: captionWords.stopped.en,
    numbers: { lost: 17, left: 1 },
  });
});

/** What sentences claim about a state, by their English words. */
const CLAIMS: readonly (readonly [RegExp, (state: RunState, pausing: number) => boolean])[] = [
  [/^Nothing waits/, (state, pausing) => state.waiting === 0 && pausing === 0 && !anyHeld(state)],
  [/takes each element as it comes/, (state) => !areTogether(state)],
  [/while the consumer works/, areTogether],
  [/is not held|Nothing holds/, (state) => !sourceIs(state, "held")],
  [
    /producer( itself)? (waits|awaits)/,
    (state) => sourceIs(state, "held") || sourceIs(state, "busy"),
  ],
  [/has finished/, (state) => sourceIs(state, "ended")],
  [/stopped early/, (state) => sourceIs(state, "cancelled") || sourceIs(state, "failed")],
  [/nothing is left/, ({ made, done, lost }) => made === done + lost],
  [/still to be processed/, ({ made, done, lost }) => made > done + lost],
  [/^The buffer is full/, ({ stations }) => stations.some(isFull)],
  [/lost/, ({ lost }) => lost > 0],
];

function anyHeld({ stations }: RunState): boolean {
  return stations.some(({ held, station }) => held.length > 0 && station.kind !== "call");
}

function sourceIs({ stations }: RunState, activity: string): boolean {
  return stations.some(
    ({ station, actors }) =>
      station.kind === "source" && actors.some((actor) => actor.activity === activity),
  );
}

/** Nothing can wait between producer and consumer, and both have something in hand. */
function areTogether(state: RunState): boolean {
  const workers = state.stations.flatMap(({ station, actors }) =>
    station.kind === "workers" ? actors : [],
  );
  const isMeeting = state.stations.some(
    ({ station }) => station.kind === "buffer" && station.capacity === 0,
  );
  const buffers = state.stations.filter(({ station }) => station.kind === "buffer").length;
  return isMeeting && buffers === 1 && workers.every(({ activity }) => activity === "busy");
}

function isFull({ station, contents, capacity }: RunState["stations"][number]): boolean {
  return station.kind === "buffer" && contents.length >= capacity;
}

const MOMENTS = 60;
const LONGEST_MS = 20_000;

describe("what a sentence claims is true at every moment", () => {
  test.each(allScenarios.map(({ id, strategies }) => ({ id, strategies })))(
    "$id",
    ({ id, strategies }) => {
      for (const strategy of strategies) {
        const recording = new Recording(catalogue, openingSpec(catalogue, id, strategy));
        recording.advanceTo(LONGEST_MS);
        for (let moment = 0; moment < MOMENTS; moment++) {
          const timeMs = (Math.min(recording.lastMs, LONGEST_MS) * moment) / MOMENTS + (moment % 7);
          const state = recording.history.stateAt(timeMs);
          const { text, numbers } = captionOfRun(recording, state, timeMs);
          for (const [claim, holds] of CLAIMS) {
            if (!claim.test(text.en)) continue;
            const said = `${strategy} at ${timeMs} ms: ${text.en} ${JSON.stringify(numbers)}`;
            expect(holds(state, pausingIn(state)), said).toBe(true);
          }
        }
      }
    },
  );
});

test("every sentence fits on the line under the picture when it is presented, in the largest type", () => {
  // A window of 16:9, minus its margins, holds 42 ems; widths are estimated generously.
  const MOST_EMS = 44;
  for (const text of Object.values(captionWords)) {
    for (const language of LANGUAGES) {
      const filled = text[language]
        .replace(/\{(holder|rule)\}/g, "debounce")
        .replace(/\{\w+\}/g, "25");
      expect(textWidth(filled, 1), filled).toBeLessThan(MOST_EMS);
    }
  }
});

test("English sentences are grammatical for one element and for many", () => {
  for (const { en } of Object.values(captionWords)) {
    expect(en).not.toMatch(/\{\w+\} (still )?(wait|are|were|elements)\b/);
  }
});
