/** The sentence under the picture says what an error has done, and that a source without requests may not emit. */
import { expect, test } from "vitest";
import { captionOf } from "../../../src/views/stage/lanes/caption-of.ts";
import { captionWords } from "../../../src/views/stage/lanes/caption-words.ts";
import { recorded } from "../../support/runs.ts";

const RATES = { madePerSec: 10, donePerSec: 10, lostPerSec: 0 };

function captionAt(spec: Parameters<typeof recorded>[0], timeMs: number) {
  const { text, numbers } = captionOf(recorded(spec).history.stateAt(timeMs), RATES);
  return { text: text.en, numbers };
}

test("a full slot has room for what replaces it, and a full channel that is exchanged loses nothing that arrives", () => {
  const slot = { scenario: "conflated", strategy: "conflated" } as const;
  expect(captionAt(slot, 15).text).toBe("The buffer is full.");
  const adaptive = { scenario: "adaptive-buffer", strategy: "adaptive-buffer-written" } as const;
  const { text } = captionOf(recorded(adaptive).history.stateAt(5_000), {
    ...RATES,
    lostPerSec: 1,
  });
  expect(text.en).not.toContain("arrival");
});

test("what waits to be tried again does not wait for a worker", () => {
  const spec = { scenario: "retry", strategy: "retry" } as const;
  expect(captionAt(spec, 2_200).text).toContain("Nothing waits for the consumer");
});

test("an error that has ended the subscriber, with what was lost", () => {
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

test("a source that asks nobody, and will fail at its next tick", () => {
  const spec = { scenario: "rxjava", strategy: "rx-interval" } as const;
  expect(captionAt(spec, 850).text).toContain("No request is outstanding");
});

test("what piles up where everything was requested", () => {
  const values = { rxOverflow: "unbounded" };
  const spec = { scenario: "rxjava", strategy: "rx-buffer", values } as const;
  const { text, numbers } = captionAt(spec, 5_050);
  expect(text).toMatch(/wait/);
  expect(numbers["waiting"]).toBeGreaterThan(30);
});

test("a producer that waits by itself for what its stream says", () => {
  const spec = { scenario: "node-streams", strategy: "node-write" } as const;
  expect(captionAt(spec, 140).text).not.toContain("itself waits");
  expect(captionAt(spec, 1_190).text).toContain("the producer itself waits for 'drain'");
  expect(captionAt(spec, 1_210).text).not.toContain("itself waits");
  const web = { scenario: "node-streams", strategy: "web-write" } as const;
  expect(captionAt(web, 290).text).toContain("the producer itself awaits writer.ready");
});

test("one that ignores it is held by nothing, and at its end what waits is still worked on", () => {
  const spec = { scenario: "node-streams", strategy: "node-write" } as const;
  const ignoring = { ...spec, values: { heeds: "nothing" } };
  const state = recorded(ignoring).history.stateAt(1_000);
  const { text } = captionOf(state, { madePerSec: 20, donePerSec: 3, lostPerSec: 0 });
  expect(text.en).toContain("Nothing holds the producer");
  expect(captionAt(ignoring, 3_000).text).toContain("has finished");
});

test("a source at the head of a pipeline makes what is asked for", () => {
  const spec = { scenario: "node-streams", strategy: "node-pipe" } as const;
  expect(captionAt(spec, 740).text).toContain("Only what is requested is made");
  expect(captionAt(spec, 1_000).text).toContain("No request is outstanding");
});

test("a delay in onEach, by its name, and then the work: no consumer is waited for", () => {
  const spec = { scenario: "kotlin-flow", strategy: "flow-on-each" } as const;
  const at = (timeMs: number) => captionOf(recorded(spec).history.stateAt(timeMs), RATES);
  expect(at(300).text).toBe(captionWords.resting);
  expect(at(300).holder?.en).toBe("onEach");
  expect(at(900).text).toBe(captionWords.inItsCall);
  // Without an operator there is nothing that has a time of its own.
  const plain = recorded({ scenario: "kotlin-flow", strategy: "rendezvous" }).history.stateAt(300);
  expect(captionOf(plain, RATES).text).toBe(captionWords.meeting);
});

test("English sentences read as well of one element as of many", () => {
  for (const { en } of Object.values(captionWords)) {
    expect(en).not.toMatch(/\{\w+\} (still )?(wait|are|were|elements)\b/);
  }
});
