import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAllowed, type Param, type ParamValue } from "../../src/params/index.ts";
import { MAX_SEED, paramsOf, scenarioValue, thresholdParams } from "../../src/run/index.ts";
import { scenarioOf } from "../../src/scenarios/index.ts";
import {
  createPlayground,
  type Experiment,
  type Lane,
  laneOf,
  MAX_LANE_NAME,
  MAX_LANES,
  type Notice,
  openExperiment,
  type Position,
  readLink,
  runSpecOf,
  START,
  writeLink,
} from "../../src/store/index.ts";
import { channelStrategies as strategies, strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";
import { rounds } from "../support/rounds.ts";
import { anyExperiment, anyPosition, liveParams, sharedParams } from "./any-experiment.ts";

/** Links that somebody may have kept. What they mean must never change: lines are added, none is edited. */
const published: readonly {
  link: string;
  means: { experiment: Experiment; position: Position };
}[] = JSON.parse(readFileSync(new URL("./published-links.json", import.meta.url), "utf8"));

vi.setConfig({ testTimeout: 30_000 });

/** Text that looks like a link, or nearly. */
const nearLink = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom("v", "s", "k", "2.k", "3.k", "4.k", "5.k", "2.cap", "seed", "i", "t", "e"),
        fc.constantFrom(...sharedParams.map(({ link }) => link)),
        fc.constantFrom(...thresholdParams.map(({ link }) => link)),
        fc.string({ maxLength: 6 }),
      ),
      fc.oneof(
        fc.constantFrom("1", "0", "-1", "1e9", "NaN", "", "%", "%E0%A4%A", "__proto__", "1.5"),
        fc.constantFrom("fast-producer", "memory-leak.2", "unlimited", "100_p_5~x_p_1~9_w_99"),
        fc.integer().map(String),
        fc.double().map(String),
        fc.string(),
      ),
    ),
  )
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join("&"));

function expectValid({
  lanes,
  values,
  interventions,
  seed,
  thresholds,
  ...experiment
}: Experiment) {
  for (const [key, value] of Object.entries(thresholds)) {
    const param = thresholdParams.find((threshold) => threshold.key === key);
    expect(param !== undefined && isAllowed(param, value)).toBe(true);
  }
  expect(lanes.length).toBeGreaterThanOrEqual(1);
  expect(lanes.length).toBeLessThanOrEqual(MAX_LANES);
  expect(Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED).toBe(true);
  for (const [key, value] of Object.entries(values)) {
    const param = sharedParams.find((shared) => shared.key === key);
    expect(param !== undefined && isAllowed(param, value)).toBe(true);
  }
  for (const { strategy, values: own } of lanes) {
    for (const [key, value] of Object.entries(own)) {
      const param = paramsOf(strategyOf(catalogue, strategy)).find((other) => other.key === key);
      expect(param !== undefined && isAllowed(param, value)).toBe(true);
    }
  }
  for (const [index, { atMs, key, value }] of interventions.entries()) {
    const param = liveParams.find((live) => live.key === key);
    expect(param !== undefined && isAllowed(param, value)).toBe(true);
    expect(Number.isInteger(atMs) && atMs >= (interventions[index - 1]?.atMs ?? 0)).toBe(true);
  }
  expect(experiment).toEqual({ scenario: experiment.scenario });
}

describe("reading", () => {
  test("is total: any text gives a valid experiment and position", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), nearLink), (text) => {
        const { experiment, position } = readLink(catalogue, text);
        expectValid(experiment);
        expect(position.timeMs).toBeGreaterThanOrEqual(0);
        expect(position.rows ?? 0).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(position.rows ?? 0)).toBe(true);
      }),
      { numRuns: rounds(300) },
    );
  });

  test("what was read can be opened, and shows a moment of its runs", () => {
    fc.assert(
      fc.property(nearLink, fc.nat(30_000), fc.nat(500), (text, timeMs, rows) => {
        // A producer that never rests fills a million rows: right, but no test of links.
        const link = `${text}&p=40&n=0&b=10&t=${timeMs}&e=${rows}`.replace(/(^|&)i=[^&]*/g, "");
        const page = createPlayground(
          { language: "en", theme: "light" },
          readLink(catalogue, link),
        );
        const { recordings, position } = page.store.getState();
        const [first] = recordings;
        expect(position.timeMs).toBeLessThanOrEqual(timeMs);
        if (position.rows !== null) {
          expect(position.rows).toBeLessThan(first?.trace.rowsUntil(position.timeMs) ?? 0);
          expect(position.rows).toBeGreaterThanOrEqual(
            first?.trace.rowsUntil(position.timeMs - 1) ?? 0,
          );
        }
      }),
      { numRuns: rounds(30) },
    );
  });

  test("an empty text is the first scenario at its start", () => {
    const opened = {
      experiment: openExperiment(catalogue, "fast-producer"),
      position: START,
      notices: [],
      catalogue,
    };
    for (const text of ["", "#", "?", "#v=1", "?v=1&s=fast-producer", "&&&"]) {
      expect(readLink(catalogue, text)).toEqual(opened);
    }
  });

  test("names of things that every object has are no settings", () => {
    const { experiment, notices } = readLink(
      catalogue,
      "__proto__=1&constructor=2&2.k=toString&s=valueOf",
    );
    expect(experiment.scenario).toBe("fast-producer");
    expect(notices.map(({ kind }) => kind).sort()).toEqual([
      ...["unknownKey", "unknownKey", "unknownScenario", "unknownStrategy"],
    ]);
  });
});

describe("writing", () => {
  test("reading back gives the same experiment and position, without a word", () => {
    fc.assert(
      fc.property(anyExperiment, anyPosition, (experiment, position) => {
        const read = readLink(catalogue, writeLink(catalogue, experiment, position));
        expect(read).toEqual({ experiment, position, notices: [], catalogue });
      }),
    );
  });

  test("is canonical: a link that was read and written is written so for ever", () => {
    fc.assert(
      fc.property(nearLink, (text) => {
        const first = readLink(catalogue, text);
        const link = writeLink(catalogue, first.experiment, first.position);
        const second = readLink(catalogue, link);
        expect(writeLink(catalogue, second.experiment, second.position)).toBe(link);
      }),
    );
  });

  test("only letters, digits and - . _ ~ stand inside of values; never 2,000 characters", () => {
    fc.assert(
      fc.property(anyExperiment, anyPosition, (experiment, position) => {
        const link = writeLink(catalogue, experiment, position);
        expect(link).toMatch(/^[\w.~-]+=[\w.~-]+(&[\w.~-]+=[\w.~-]+)*$/);
        expect(link.length).toBeLessThan(2000);
      }),
    );
  });

  test("the longest link of all is below 2,000 characters", () => {
    const widest = (params: readonly Param[]) =>
      Object.fromEntries(
        params.map((param) => {
          const values =
            param.kind === "int"
              ? [param.max, param.min]
              : param.kind === "choice"
                ? param.choices.map(({ value }) => value).filter((each) => each !== param.default)
                : [true];
          return [param.key, values.sort((a, b) => `${b}`.length - `${a}`.length)[0] ?? 0];
        }),
      );
    const name = "🐢".repeat(MAX_LANE_NAME);
    const lane = { strategy: "drop-oldest", values: { capacity: 10_000 }, name } as const;
    const interventions = Array.from({ length: 60 }, (_, index) => ({
      atMs: 599_900 + index,
      key: "producerDelayMs",
      value: 60_000,
    }));
    const experiment: Experiment = {
      scenario: "bounded-buffer",
      seed: MAX_SEED,
      values: widest(sharedParams),
      interventions,
      lanes: [lane, lane, lane, lane, lane],
      strips: ["losses", "throughput", "depth"],
      thresholds: widest(thresholdParams),
    };
    const link = writeLink(catalogue, experiment, { timeMs: 599_999.999, rows: 999_999 });
    expect(link.length).toBeLessThan(2000);
    expect(readLink(catalogue, link).experiment).toEqual(experiment);
  });

  test("defaults are left out, and an ordinary run is below 150 characters", () => {
    expect(writeLink(catalogue, openExperiment(catalogue, "memory-leak"))).toBe(
      "v=1&s=memory-leak.2",
    );
    const ordinary: Experiment = {
      scenario: "bounded-buffer",
      seed: 20_241,
      values: { producerDelayMs: 120, consumerDelayMs: 40, workers: 2, durationS: 30 },
      interventions: [
        { atMs: 4_200, key: "consumerDelayMs", value: 400 },
        { atMs: 9_050, key: "workers", value: 3 },
      ],
      lanes: [
        { strategy: "drop-oldest", values: { capacity: 16 } },
        { strategy: "conflated", values: {} },
      ],
      thresholds: {},
    };
    const link = writeLink(catalogue, ordinary, { timeMs: 12_345, rows: null });
    expect(link).toBe(
      "v=1&s=bounded-buffer.2&k=drop-oldest&cap=16&2.k=conflated&p=120&c=40&w=2&T=30&seed=20241&i=4200_c_400~9050_w_3&t=12345",
    );
    expect(link.length).toBeLessThan(150);
  });
});

/** So many changes that can be made. */
function changes(count: number): string {
  return Array.from({ length: count }, (_, n) => `${n}_p_${100 + n}`).join("~");
}

describe("notices", () => {
  const CASES: readonly (readonly [string, Notice | object])[] = [
    ["foo=1", { kind: "unknownKey", key: "foo" }],
    ["2.cap=4", { kind: "unknownKey", key: "2.cap" }],
    ["s=nowhere", { kind: "unknownScenario", given: "nowhere", used: "fast-producer" }],
    ["s=fast-producer.7", { kind: "newerRevision", given: "fast-producer.7" }],
    ["k=magic", { kind: "unknownStrategy", given: "magic", used: "bounded" }],
    ["s=memory-leak&2.k=magic", { kind: "unknownStrategy", given: "magic", used: "unlimited" }],
    ["v=2", { kind: "newerVersion", given: "2" }],
    ["seed=4294967296", { kind: "seed", given: "4294967296", used: 42 }],
    ["seed=-1", { kind: "seed", given: "-1", used: 42 }],
    ["seed=abc", { kind: "seed", given: "abc", used: 42 }],
    ["t=-5", { kind: "time", given: "-5" }],
    ["t=soon", { kind: "time", given: "soon" }],
    ["e=1e3", { kind: "rows", given: "1e3", shows: "all" }],
    ["e=1.5", { kind: "rows", given: "1.5", shows: "all" }],
    ["t=500&e=abc", { kind: "rows", given: "abc", shows: "all" }],
    ["p=5&p=6", { kind: "repeatedKey", key: "p", used: "6" }],
    ["s=memory-leak&T=5&s=fast-producer", { kind: "repeatedKey", key: "s", used: "fast-producer" }],
    ["2.k=bounded&2.cap=4&2.cap=5&2%2Ecap=6", { kind: "repeatedKey", key: "2.cap", used: "6" }],
    ["zzz=1&zzz=2", { kind: "unknownKey", key: "zzz" }],
    ["T=5&i=5001_p_50", { kind: "afterEnd", given: "5001_p_50", endMs: 5000 }],
    ["i=60001_p_50&T=60", { kind: "afterEnd", given: "60001_p_50", endMs: 60_000 }],
    [`i=${changes(63)}`, { kind: "tooManyLinkChanges", given: 63, used: 60 }],
    ["i=100_cap_5", { kind: "intervention", given: "100_cap_5" }],
    ["i=100_p", { kind: "intervention", given: "100_p" }],
    ["i=x_p_5", { kind: "intervention", given: "x_p_5" }],
    ["i=100_p_5_6", { kind: "intervention", given: "100_p_5_6" }],
    [
      "2.k=bounded&3.k=bounded&4.k=bounded&5.k=bounded&6.k=bounded&6.cap=3&7.k=bounded",
      { kind: "tooManyLanes", given: 7, used: 5 },
    ],
    ["p=%", { kind: "param", problem: { kind: "notOne", given: "%", used: 100 } }],
    ["aD=100", { kind: "param", problem: { kind: "tooLarge", given: "100", used: 99 } }],
    ["aL=-1", { kind: "param", problem: { kind: "tooSmall", given: "-1", used: 0 } }],
    ["aW=1.5", { kind: "param", problem: { kind: "rounded", given: "1.5", used: 2 } }],
    ["aE=many", { kind: "param", problem: { kind: "notOne", given: "many", used: 100 } }],
    ["cap=0", { kind: "param", problem: { kind: "tooSmall", given: "0", used: 1 } }],
    ["w=99", { kind: "param", problem: { kind: "tooLarge", given: "99", used: 8 } }],
    ["p=1.5", { kind: "param", problem: { kind: "rounded", given: "1.5", used: 2 } }],
    ["a=sometimes", { kind: "param", problem: { kind: "notOne", given: "sometimes" } }],
    ["i=100_w_99", { kind: "param", problem: { kind: "tooLarge", given: "99", used: 8 } }],
  ];

  test.each(CASES)("%s", (link, notice) => {
    const { notices } = readLink(catalogue, link);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject(notice);
  });

  test("a value out of range is said with the range that is allowed", () => {
    const [notice] = readLink(catalogue, "w=99").notices;
    expect(notice).toMatchObject({ problem: { param: { min: 1, max: 8, unit: "workers" } } });
  });

  test("the same value given twice is no matter; of different ones the last is taken", () => {
    expect(readLink(catalogue, "p=5&p=5").notices).toEqual([]);
    expect(readLink(catalogue, "p=5&p=6").experiment.values).toEqual({ producerDelayMs: 6 });
  });

  test("what can't be made is left out: after the end, or beyond the limit", () => {
    expect(
      readLink(catalogue, "T=5&i=4000_p_50~5000_p_60~5001_p_70").experiment.interventions,
    ).toEqual([
      { atMs: 4_000, key: "producerDelayMs", value: 50 },
      { atMs: 5_000, key: "producerDelayMs", value: 60 },
    ]);
    const { interventions } = readLink(catalogue, `i=${changes(63)}`).experiment;
    expect(interventions).toHaveLength(60);
    expect(interventions.at(-1)).toEqual({ atMs: 59, key: "producerDelayMs", value: 159 });
  });

  test("an event that can't be read leaves the time as it is", () => {
    expect(readLink(catalogue, "t=500&e=abc").position).toEqual({ timeMs: 500, rows: null });
  });

  test("a change of a value out of range takes the nearest that is allowed", () => {
    expect(readLink(catalogue, "i=100_w_99").experiment.interventions).toEqual([
      { atMs: 100, key: "workers", value: 8 },
    ]);
  });

  test("of a text that is too long, nothing is taken that is cut in two", () => {
    const changes = Array.from({ length: 300 }, (_, n) => `${n}_p_${100 + (n % 900)}`).join("~");
    const { experiment, notices } = readLink(catalogue, `v=1&i=${changes}`);
    expect(notices[0]).toEqual({ kind: "tooLong", given: changes.length + 6 });
    expect(experiment.interventions).toHaveLength(60);
    const tail = readLink(catalogue, `v=1&${"x".repeat(1992)}=1&p=5`);
    expect(tail.experiment).toEqual(openExperiment(catalogue, "fast-producer"));
    const cut = readLink(catalogue, `v=1&${"x".repeat(1983)}=1&cap=2&p=60000`);
    expect(cut.experiment.values).toEqual({});
  });

  test("all that is wrong is said, and the rest is taken", () => {
    const { experiment, notices } = readLink(catalogue, "v=9&k=unlimited&p=7&zzz=1&seed=x&w=0");
    expect(notices.map(({ kind }) => kind)).toEqual([
      ...["newerVersion", "seed", "param", "unknownKey"],
    ]);
    expect(laneOf(experiment, 0).strategy).toBe("unlimited");
    expect(experiment.values).toEqual({ producerDelayMs: 7 });
  });
});

describe("keys", () => {
  const OWN = [
    ...["v", "s", "k", "seed", "i", "t", "e"],
    ...thresholdParams.map(({ link }) => link),
  ];

  test.each(strategies.map(({ id, params }) => [id, params] as const))(
    "in a run of %s every setting has a key of its own",
    (_, params) => {
      const links = [...OWN, ...sharedParams.map(({ link }) => link), ...params.map((p) => p.link)];
      expect(new Set(links).size).toBe(links.length);
      for (const link of links) expect(link).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
    },
  );
});

/** What a lane runs: its strategy and the value of every setting. */
function runOf(experiment: Experiment, lane: Lane, ownOf: (param: Param) => ParamValue) {
  const { strategy, values } = lane;
  const given = { ...experiment.values, ...values };
  const params = paramsOf(strategyOf(catalogue, strategy)).map((param) => [
    param.key,
    given[param.key] ?? ownOf(param),
  ]);
  return { strategy, values: Object.fromEntries(params) };
}

describe("published links", () => {
  test.each(published.map(({ link, means }) => [link, means] as const))("%s", (link, means) => {
    const { experiment, position, notices } = readLink(catalogue, link);
    const { scenario, seed, interventions } = means.experiment;
    // All of them name the first revision of their scenario: what that opened with.
    const [former] = scenarioOf(catalogue, scenario).former ?? [];
    const meantValue = (param: Param) =>
      former === undefined
        ? scenarioValue(scenarioOf(catalogue, scenario), param)
        : (former.values[param.key] ?? param.default);
    const means1 = means.experiment.lanes.map((lane) => runOf(means.experiment, lane, meantValue));
    const runs = experiment.lanes.map((lane) =>
      runOf(experiment, lane, (param) => scenarioValue(scenarioOf(catalogue, scenario), param)),
    );
    expect(runs).toEqual(means1);
    expect(position).toEqual(means.position);
    expect(experiment).toMatchObject({ scenario, seed, interventions });
    expect(notices).toEqual([]);
    // What the page would write for it means the same.
    expect(readLink(catalogue, writeLink(catalogue, experiment, position)).experiment).toEqual(
      experiment,
    );
  });

  test("a lane's run has the shared values and its own", () => {
    const { experiment } = readLink(catalogue, "p=5&cap=3&2.k=drop-latest&2.cap=9");
    const specs = experiment.lanes.map((lane) => runSpecOf(experiment, lane).values);
    expect(specs).toEqual([
      { producerDelayMs: 5, capacity: 3 },
      { producerDelayMs: 5, capacity: 9 },
    ]);
  });
});
