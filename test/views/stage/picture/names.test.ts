/** Every station of every scenario has its name above it and its kinds of elements beside it, also on a phone. */
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { openingSpec, Recording } from "../../../../src/run/index.ts";
import { factsOf } from "../../../../src/views/stage/picture/facts-of.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../src/views/stage/picture/scene.ts";
import type { Label } from "../../../../src/views/stage/picture/shape.ts";
import { labelBox } from "../../../../src/views/stage/picture/text-size.ts";
import { allScenarios, catalogue } from "../../../support/everything.ts";

/** A single lane and one of five, on a phone and in a window 1280 px wide. */
const ROOMS = [
  { width: 366, height: 165 },
  { width: 338, height: 86 },
  { width: 864, height: 416 },
  { width: 632, height: 92 },
] as const;
/** Beside four others on a phone there is no room for more names. */
const MOST_BESIDE = 4;
const TIMES_MS = [500, 1500, 4000];

interface Drawn {
  readonly labels: readonly Label[];
  /** The numbers of the stations. */
  readonly stations: readonly number[];
  readonly slots: readonly { readonly x: number; readonly width: number }[];
}

function drawn(
  recording: Recording,
  timeMs: number,
  language: Language,
  room: (typeof ROOMS)[number],
): Drawn {
  const run = factsOf(recording);
  const rows = recording.trace.rowsUntil(timeMs);
  const state = recording.history.stateAtRow(rows);
  const layout = pictureLayout(run.topology, crewsOf(state), room, run.answer?.share);
  const { still } = sceneOf(
    {
      ...{ run, state, told: state, timeMs, rows, speed: 1, language, discrete: false },
      ...{ producerDelayMs: run.pauseMs, picked: -1, landedRows: 0, settlingMs: 0 },
    },
    layout,
  );
  return {
    labels: still.filter((shape): shape is Label => shape.type === "label"),
    stations: state.stations.map((_, number) => number),
    slots: layout.stations,
  };
}

describe("the names of the kinds of elements", () => {
  it.each(["sensor-data", "priority-drop", "degradation", "log-processing"] as const)(
    "%s: all are beside their rows",
    (id) => {
      const { strategies = [] } = allScenarios.find((scenario) => scenario.id === id) ?? {};
      for (const strategy of strategies) {
        const recording = new Recording(catalogue, openingSpec(catalogue, id, strategy));
        recording.advanceTo(3000);
        const { kinds } = factsOf(recording);
        for (const room of ROOMS.filter(({ height }) => height > 100)) {
          for (const language of LANGUAGES) {
            const texts = drawn(recording, 3000, language, room).labels.map(({ text }) => text);
            const names = kinds?.names.map((name) => name[language]) ?? [];
            expect(texts, `${strategy}, ${language}, ${room.width} px`).toEqual(
              expect.arrayContaining(names),
            );
          }
        }
      }
    },
  );
});

describe("an error", () => {
  it.each(LANGUAGES)(
    "is named once beneath the actor that it has ended, however little room there is: %s",
    (language) => {
      const spec = openingSpec(catalogue, "reactor", "reactor-buffer");
      const recording = new Recording(catalogue, spec);
      recording.advanceTo(10_000);
      for (const room of ROOMS) {
        const { labels } = drawn(recording, recording.lastMs, language, room);
        const said = labels.filter(({ key }) => key.includes("-error-")).map(({ text }) => text);
        expect(new Set(said).size).toBe(said.length);
        if (room.height > 100) expect(said.length).toBeGreaterThan(0);
      }
    },
  );
});

describe("the names of the stations", () => {
  it.each(allScenarios.map(({ id, strategies }) => ({ id, strategies })))(
    "$id: all are written, each over its own station",
    ({ id, strategies }) => {
      const faults: string[] = [];
      for (const strategy of strategies) {
        const recording = new Recording(catalogue, openingSpec(catalogue, id, strategy));
        recording.advanceTo(Math.max(...TIMES_MS));
        for (const room of ROOMS) {
          for (const language of LANGUAGES) {
            for (const timeMs of TIMES_MS) {
              if (room.height < 90 && recording.topology.stations.length > MOST_BESIDE) continue;
              const where = `${strategy}, ${language}, ${room.width} px, ${timeMs} ms`;
              const { labels, stations, slots } = drawn(recording, timeMs, language, room);
              const names = labels.filter(({ names }) => names);
              expect(
                labels.some(({ key }) => key === "done-name"),
                where,
              ).toBe(true);
              expect(
                names.map(({ about }) => about).sort((a, b) => a - b),
                where,
              ).toEqual(stations);
              for (const name of names) {
                const { left, right } = labelBox(name);
                const { x = 0, width = 0 } = slots[name.about] ?? {};
                if (right < x || left > x + width) faults.push(`${where}: ${name.text}`);
              }
            }
          }
        }
      }
      expect(faults).toEqual([]);
    },
  );
});
