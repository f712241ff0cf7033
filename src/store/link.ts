/**
 * The link of an experiment: `v=1&s=bounded-buffer&cap=8&seed=7&t=1200`. Defaults are left out.
 *
 * Laws: reading is total (any text gives an experiment, and notices of what was not taken); writing and
 * reading back gives the same experiment; only A-Z a-z 0-9 - . _ ~ stand inside of values.
 */
import { type Param, type ParamValue, readParam, writeParam } from "../params/index.ts";
import { DEFAULT_SEED, type Intervention, MAX_SEED, scenarioValue } from "../run/index.ts";
import { isScenarioId, type ScenarioId, scenarioOf, scenarios } from "../scenarios/index.ts";
import { isStrategyId, type StrategyId, strategyOf } from "../strategies/index.ts";
import {
  type Experiment,
  type Lane,
  MAX_INTERVENTIONS,
  MAX_LANES,
  openExperiment,
  sharedParams,
} from "./experiment.ts";
import type { Notice } from "./notice.ts";

/** The version of the form of links, raised when keys change their meaning. */
const VERSION = 1;
const MAX_LINK_LENGTH = 2000;

/** Where the play head stands: a time, and within its instant a number of rows (null: all of them). */
export interface Position {
  readonly timeMs: number;
  readonly rows: number | null;
}

export const START: Position = { timeMs: 0, rows: null };

export interface LinkReading {
  readonly experiment: Experiment;
  readonly position: Position;
  readonly notices: readonly Notice[];
}

/** The text after `#` for an experiment and where it stands. */
export function writeLink(experiment: Experiment, position: Position = START): string {
  const { scenario, seed, lanes, interventions } = experiment;
  const { revision, strategies } = scenarioOf(scenario);
  const pairs: [string, string][] = [
    ["v", String(VERSION)],
    ["s", revision === 1 ? scenario : `${scenario}.${revision}`],
  ];
  for (const [index, lane] of lanes.entries()) {
    const prefix = index === 0 ? "" : `${index + 1}.`;
    if (index > 0 || lane.strategy !== strategies[0]) pairs.push([`${prefix}k`, lane.strategy]);
    pairs.push(...writeValues(strategyOf(lane.strategy).params, lane.values, prefix));
  }
  pairs.push(...writeValues(sharedParams, experiment.values, ""));
  if (seed !== DEFAULT_SEED) pairs.push(["seed", String(seed)]);
  if (interventions.length > 0) pairs.push(["i", writeInterventions(interventions)]);
  if (position.timeMs > 0) pairs.push(["t", String(position.timeMs)]);
  if (position.rows !== null) pairs.push(["e", String(position.rows)]);
  return pairs.map(([key, value]) => `${key}=${value}`).join("&");
}

/** Reads the text after `#` (or `?`). An empty text is the first scenario. */
export function readLink(text: string): LinkReading {
  const reader = new LinkReader(text);
  const experiment = reader.experiment();
  return { experiment, position: reader.position(), notices: reader.finish() };
}

class LinkReader {
  private readonly pairs = new Map<string, string>();
  private readonly notices: Notice[] = [];

  constructor(text: string) {
    if (text.length > MAX_LINK_LENGTH) {
      this.notices.push({ kind: "tooLong", given: text.length });
    }
    for (const part of text.slice(0, MAX_LINK_LENGTH).replace(/^[#?]/, "").split("&")) {
      const [key = "", ...rest] = part.split("=");
      if (key !== "") this.pairs.set(decoded(key), decoded(rest.join("=")));
    }
  }

  experiment(): Experiment {
    const version = this.take("v");
    if (version !== null && version !== String(VERSION)) {
      this.notices.push({ kind: "newerVersion", given: version });
    }
    const scenario = this.scenario();
    const opened = openExperiment(scenario);
    const lanes = this.lanes(scenario);
    return {
      ...opened,
      seed: this.seed(),
      values: this.values(scenario, sharedParams, ""),
      lanes,
      interventions: this.interventions(),
    };
  }

  position(): Position {
    const time = this.takeNumber("t");
    const rows = this.takeNumber("e");
    return { timeMs: time ?? 0, rows: rows === null ? null : Math.floor(rows) };
  }

  finish(): readonly Notice[] {
    for (const key of this.pairs.keys()) this.notices.push({ kind: "unknownKey", key });
    return this.notices;
  }

  private scenario(): ScenarioId {
    const given = this.take("s");
    const first = scenarios[0].id;
    if (given === null || given === "") return first;
    const [id = "", revision = "1"] = given.split(".");
    if (!isScenarioId(id)) {
      this.notices.push({ kind: "unknownScenario", given, used: first });
      return first;
    }
    if (revision !== String(scenarioOf(id).revision)) {
      this.notices.push({ kind: "newerRevision", given });
    }
    return id;
  }

  private lanes(scenario: ScenarioId): readonly [Lane, ...Lane[]] {
    const first = this.lane(scenario, "");
    const others: Lane[] = [];
    for (let number = 2; number <= MAX_LANES && this.pairs.has(`${number}.k`); number++) {
      others.push(this.lane(scenario, `${number}.`));
    }
    return [first, ...others];
  }

  private lane(scenario: ScenarioId, prefix: string): Lane {
    const strategy = this.strategy(scenario, `${prefix}k`);
    return { strategy, values: this.values(scenario, strategyOf(strategy).params, prefix) };
  }

  private strategy(scenario: ScenarioId, key: string): StrategyId {
    const given = this.take(key);
    const first = scenarioOf(scenario).strategies[0];
    if (given === null) return first;
    if (isStrategyId(given)) return given;
    this.notices.push({ kind: "unknownStrategy", given, used: first });
    return first;
  }

  private values(scenario: ScenarioId, params: readonly Param[], prefix: string) {
    const values: Record<string, ParamValue> = {};
    for (const param of params) {
      const given = this.take(prefix + param.link);
      if (given === null) continue;
      const own = scenarioValue(scenario, param);
      const { value, problem } = readParam(param, given, own);
      if (problem !== null) this.notices.push({ kind: "param", problem });
      if (value !== own) values[param.key] = value;
    }
    return values;
  }

  private seed(): number {
    const given = this.take("seed");
    if (given === null) return DEFAULT_SEED;
    const seed = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    if (seed <= MAX_SEED) return seed;
    this.notices.push({ kind: "seed", given, used: DEFAULT_SEED });
    return DEFAULT_SEED;
  }

  private interventions(): Intervention[] {
    const given = this.take("i");
    if (given === null) return [];
    const read: Intervention[] = [];
    for (const part of given.split("~")) {
      const intervention = readIntervention(part);
      if (intervention === null || read.length >= MAX_INTERVENTIONS) {
        this.notices.push({ kind: "intervention", given: part });
      } else {
        read.push(intervention);
      }
    }
    return read.sort((a, b) => a.atMs - b.atMs);
  }

  private takeNumber(key: string): number | null {
    const given = this.take(key);
    if (given === null) return null;
    if (/^\d{1,9}(\.\d{1,9})?$/.test(given)) return Number(given);
    this.notices.push({ kind: "time", given, used: 0 });
    return null;
  }

  private take(key: string): string | null {
    const value = this.pairs.get(key);
    this.pairs.delete(key);
    return value ?? null;
  }
}

function writeValues(
  params: readonly Param[],
  values: Readonly<Record<string, ParamValue>>,
  prefix: string,
): [string, string][] {
  return params.flatMap((param) => {
    const value = values[param.key];
    return value === undefined
      ? []
      : [[`${prefix}${param.link}`, writeParam(param, value)] as [string, string]];
  });
}

function writeInterventions(interventions: readonly Intervention[]): string {
  return interventions
    .flatMap(({ atMs, key, value }) => {
      const param = sharedParams.find((other) => other.key === key);
      return param === undefined ? [] : [`${atMs}_${param.link}_${writeParam(param, value)}`];
    })
    .join("~");
}

function readIntervention(text: string): Intervention | null {
  const [at = "", link = "", given = "", ...more] = text.split("_");
  const param = sharedParams.find((other) => other.link === link && other.change === "live");
  if (param === undefined || more.length > 0 || !/^\d{1,9}(\.\d{1,9})?$/.test(at)) return null;
  const { value, problem } = readParam(param, given, param.default);
  if (problem !== null && problem.kind === "notOne") return null;
  return { atMs: Number(at), key: param.key, value };
}

/** Percent signs that are none stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
