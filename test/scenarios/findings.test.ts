/** Findings are about the run on the page: they must also be true of the runs that lessons link to. */
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/i18n/index.ts";
import { claimRunOf, Recording } from "../../src/run/index.ts";
import { scenarioOf } from "../../src/scenarios/index.ts";
import { readLink, runSpecOf } from "../../src/store/index.ts";
import { findingText } from "../../src/views/panel/lesson/finding-text.ts";
import { catalogue } from "../support/everything.ts";

/** All findings that the lesson shows for the runs of a link, as one text. */
function foundIn(link: string, language: Language = "en"): string {
  const { experiment } = readLink(catalogue, `v=1&${link}`);
  const { reality } = scenarioOf(catalogue, experiment.scenario);
  return experiment.lanes
    .flatMap((lane) => {
      const spec = runSpecOf(experiment, lane);
      const run = claimRunOf(new Recording(catalogue, spec));
      return reality.findings
        .filter(({ strategy, applies }) => strategy === spec.strategy && (applies?.(run) ?? true))
        .map(({ text, numbers }) => findingText(text[language], numbers(run), language));
    })
    .join("\n");
}

/** A link, words of a finding that its runs must have, and words that would be false of them. */
test.each<[string, { readonly found?: string; readonly never: string }]>([
  ["s=fast-producer&w=3", { never: "bounded" }],
  ["s=fast-producer&k=unlimited&c=100", { never: "piled up" }],
  ["s=causes&w=4", { found: "4 workers, yet", never: "two workers" }],
  ["s=memory-leak.2&p=20&c=10&body=2000", { never: "Memory is not the only problem" }],
  ["s=conflated&c=10", { found: "overwritten: 0", never: "In return" }],
  ["s=rate-limiting&p=0&n=5", { found: "failed at 0 ms", never: "busiest second" }],
  ["s=one-flood&k=bounded&c=50", { never: "waited in send" }],
  ["s=one-flood&k=pekko-buffer&c=50", { never: "only" }],
  ["s=rxjava.2&pf=128&n=400", { found: "Of 400 elements, 128 got through", never: "120" }],
  ["s=rxjava.2&pf=1", { never: "evenly" }],
  ["s=reactor&k=reactor-limit-rate&lt=0", { found: "8 come each time", never: "0 come" }],
  ["s=reactor&k=reactor-limit-rate&lt=8", { found: "6 come each time", never: "8 come" }],
  ["s=akka&ab=fused", { found: "only the buffer requests ahead", never: ".async()" }],
  [
    "s=kotlin-flow&k=shared-flow&em=try-emit&sub=750",
    { found: "tryEmit returns true", never: "hold each other up" },
  ],
  ["s=kotlin-flow&k=shared-flow&c=50", { never: "hold each other up" }],
  ["s=kotlin-flow&k=flow-debounce&db=50", { never: "no value passed" }],
])("%s", (link, { found = "", never }) => {
  const said = foundIn(link);
  expect(said).toContain(found);
  expect(said).not.toContain(never);
});

describe("code in a finding", () => {
  test.each(["s=memory-leak.2", "s=memory-leak.2&k=leak-that-ends", "s=system-overload.2"])(
    "is written as in a program, without thousands separators: %s",
    (link) => {
      expect(foundIn(link)).toMatch(/delay\(\d{4,5}\)/);
    },
  );
});

test("a finding about a smaller buffer does not name the scenario’s own capacity", () => {
  expect(foundIn("s=akka&cap=2", "ko")).not.toContain("8칸");
});
