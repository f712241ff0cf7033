/** A scenario that changes a setting of its load on the way: opened, linked, changed, and put back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Intervention } from "../../src/params/index.ts";
import {
  type Experiment,
  isUntouched,
  openExperiment,
  readLink,
  showsAtMsOf,
  writeLink,
} from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";
import { rounds } from "../support/rounds.ts";
import { fingerprint } from "../support/runs.ts";
import { anyExperimentOf } from "./any-experiment.ts";
import { linkOf, open, run, state } from "./support.ts";

/** The load of monitoring falls at 5 s. */
const OWN = [{ atMs: 5_000, key: "producerDelayMs", value: 100 }];
const LINK = "v=1&s=monitoring.2";

const at = (atMs: number, key: string, value: number): Intervention => ({ atMs, key, value });
const changesOf = (link: string) => readLink(catalogue, link).experiment.interventions;
const written = (experiment: Experiment) => writeLink(catalogue, experiment);

describe("a link", () => {
  test("that says nothing of changes has the scenario's own", () => {
    const { experiment, notices } = readLink(catalogue, LINK);
    expect(experiment).toEqual(openExperiment(catalogue, "monitoring"));
    expect(experiment.interventions).toEqual(OWN);
    expect(notices).toEqual([]);
    expect(written(experiment)).toBe(LINK);
  });

  test("can say that there are none", () => {
    const { experiment, notices } = readLink(catalogue, `${LINK}&i=none`);
    expect([experiment.interventions, notices]).toEqual([[], []]);
    expect(written(experiment)).toBe(`${LINK}&i=none`);
  });

  test("can say others, or the same", () => {
    const others = `${LINK}&i=2000_c_20~5000_p_100`;
    expect(changesOf(others)).toEqual([at(2_000, "consumerDelayMs", 20), ...OWN]);
    expect(written(readLink(catalogue, others).experiment)).toBe(others);
    expect(written(readLink(catalogue, `${LINK}&i=5000_p_100`).experiment)).toBe(LINK);
  });

  test("of which no change can be taken has the scenario's own, and says so", () => {
    const { experiment, notices } = readLink(catalogue, `${LINK}&i=soon_p_100`);
    expect(experiment.interventions).toEqual(OWN);
    expect(notices).toEqual([{ kind: "intervention", given: "soon_p_100" }]);
  });

  test("of an earlier revision has none, also when it is written again", () => {
    for (const former of ["v=1&s=monitoring", "v=1&s=monitoring.1"]) {
      const { experiment, notices } = readLink(catalogue, former);
      expect([experiment.interventions, notices]).toEqual([[], []]);
      expect(written(experiment)).toBe(`${LINK}&i=none`);
    }
    expect(changesOf("v=1&s=monitoring&i=300_p_50")).toEqual([at(300, "producerDelayMs", 50)]);
  });

  test("of a scenario without any says nothing of them, and may say that there are none", () => {
    const { experiment, notices } = readLink(catalogue, "v=1&s=fast-producer&i=none");
    expect([experiment.interventions, notices]).toEqual([[], []]);
    expect(written(experiment)).toBe("v=1&s=fast-producer");
  });

  test("of a run that ends before leaves them out, and reads the same", () => {
    const short = `${LINK}&T=4`;
    const { experiment, notices } = readLink(catalogue, short);
    expect([experiment.interventions, notices]).toEqual([[], []]);
    expect(written(experiment)).toBe(short);
  });

  test("is read back as it was written, whatever was changed", () => {
    fc.assert(
      fc.property(anyExperimentOf("monitoring"), (experiment) => {
        const link = written(experiment);
        const read = readLink(catalogue, link);
        expect([read.experiment, read.notices]).toEqual([experiment, []]);
        expect(written(read.experiment)).toBe(link);
      }),
      { numRuns: rounds(100) },
    );
  });
});

describe("on the page", () => {
  test("the run is that of the same change made by hand", () => {
    const own = open(LINK);
    const byHand = open(`${LINK}&i=none`);
    byHand.actions.seek(5_000);
    byHand.actions.setValue(0, "producerDelayMs", 100, false);
    for (const page of [own, byHand]) page.actions.seek(13_000);
    expect(linkOf(byHand)).toBe(linkOf(own));
    expect(fingerprint(run(byHand))).toBe(fingerprint(run(own)));
    expect(fingerprint(run(open(`${LINK}&i=none&t=13000`)))).not.toBe(fingerprint(run(own)));
  });

  test("another setting can be moved, at the start or later: the load changes all the same", () => {
    const page = open(LINK);
    page.actions.setValue(0, "consumerDelayMs", 60, false);
    expect(state(page).experiment.interventions).toEqual(OWN);
    expect(linkOf(page)).toBe(`${LINK}&c=60`);
    page.actions.seek(2_000);
    page.actions.setValue(0, "consumerDelayMs", 20, false);
    expect(state(page).experiment.interventions).toEqual([
      at(2_000, "consumerDelayMs", 20),
      ...OWN,
    ]);
  });

  test("changes that the reader made after the play head's time are dropped", () => {
    const page = open(`${LINK}&i=5000_p_100~7000_c_20`);
    page.actions.seek(2_000);
    page.actions.setValue(0, "consumerDelayMs", 30, false);
    expect(state(page).experiment.interventions).toEqual([
      at(2_000, "consumerDelayMs", 30),
      ...OWN,
    ]);
  });

  test.each([0, 2_000])("the same setting, moved at %d ms, holds from then on", (timeMs) => {
    const page = open(LINK);
    page.actions.seek(timeMs);
    page.actions.setValue(0, "producerDelayMs", 20, false);
    const made = timeMs === 0 ? [] : [at(timeMs, "producerDelayMs", 20)];
    expect(state(page).experiment.interventions).toEqual(made);
    page.actions.undo();
    expect(state(page).experiment.interventions).toEqual(OWN);
  });

  test("back to the scenario's own settings brings them back, as one step of undo", () => {
    const page = open(`${LINK}&i=none&c=60`);
    expect(isUntouched(catalogue, state(page).experiment)).toBe(false);
    page.actions.resetSettings();
    expect(linkOf(page)).toBe(LINK);
    expect(isUntouched(catalogue, state(page).experiment)).toBe(true);
    page.actions.undo();
    expect(linkOf(page)).toBe(`${LINK}&c=60&i=none`);
    page.actions.redo();
    page.actions.resetSettings();
    expect(state(page).future).toEqual([]);
    expect(state(page).past).toHaveLength(1);
  });

  test("without them it is another run than the one that the question is about", () => {
    expect(showsAtMsOf(state(open(LINK)))).toBe(10_000);
    expect(showsAtMsOf(state(open(`${LINK}&i=none`)))).toBeNull();
  });

  test.each([0, 2_000])(
    "the setting put back at %d ms falls again as the scenario has it",
    (timeMs) => {
      const page = open(LINK);
      page.actions.seek(timeMs);
      page.actions.setValue(0, "producerDelayMs", 20);
      page.actions.resetValue(0, "producerDelayMs");
      expect(state(page).experiment.interventions).toEqual(OWN);
      page.actions.undo();
      expect(state(page).experiment.interventions).not.toEqual(OWN);
    },
  );

  test("after it has fallen it is put back to what it has fallen to", () => {
    const page = open(LINK);
    page.actions.seek(7_000);
    page.actions.setValue(0, "producerDelayMs", 20);
    expect(state(page).experiment.interventions).toEqual([
      ...OWN,
      at(7_000, "producerDelayMs", 20),
    ]);
    page.actions.resetValue(0, "producerDelayMs");
    expect(linkOf(page)).toBe(`${LINK}&t=7000`);
  });

  test("without a lane that heeds it nothing changes; with one it does again", () => {
    const page = open(LINK);
    page.actions.setStrategy(0, "sensor-data-written");
    expect(state(page).experiment.interventions).toEqual([]);
    expect(linkOf(page)).toBe(`${LINK}&k=sensor-data-written`);
    page.actions.addLane();
    expect(state(page).experiment.interventions).toEqual(OWN);
    page.actions.removeLane(1);
    expect(state(page).experiment.interventions).toEqual([]);
    page.actions.setStrategy(0, "monitoring-written");
    expect(linkOf(page)).toBe(LINK);
  });

  test("a shorter run ends before it; made longer again, it has it again", () => {
    const page = open(LINK);
    page.actions.setValue(0, "durationS", 4, false);
    expect(state(page).experiment.interventions).toEqual([]);
    page.actions.setValue(0, "durationS", 13, false);
    expect(state(page).experiment.interventions).toEqual(OWN);
    const none = open(`${LINK}&i=none`);
    none.actions.setValue(0, "durationS", 20, false);
    expect(linkOf(none)).toBe(`${LINK}&T=20&i=none`);
  });
});
