/**
 * Reads links. Total: any text gives an experiment that can be opened, and notices about what was ignored.
 */
import {
  type Intervention,
  type Param,
  type ParamProblem,
  type ParamValue,
  readParam,
} from "../params/index.ts";
import { DEFAULT_SEED, MAX_SEED, scenarioValue, thresholdParams } from "../run/index.ts";
import {
  type Catalogue,
  isScenarioId,
  isStripId,
  MAX_STRIPS,
  type Scenario,
  type ScenarioId,
  type StripId,
  scenarioOf,
  scenarios,
} from "../scenarios/index.ts";
import { isStrategyId, type StrategyId, strategyOf } from "../systems/index.ts";
import {
  durationMsOf,
  type Experiment,
  type Lane,
  MAX_INTERVENTIONS,
  MAX_LANES,
  openExperiment,
  openingOf,
  ownInterventions,
  sharedParamsOf,
  withStrips,
} from "./experiment.ts";
import { readLaneName } from "./lane-name-link.ts";
import { NO_INTERVENTIONS, NO_STRIPS, VERSION } from "./link.ts";
import type { Notice } from "./notice.ts";
import { type ParsedLink, parseLink } from "./parse-link.ts";
import { roundTime } from "./player.ts";
import type { Position } from "./position.ts";

/** A time in ms; very short ones were once written as `1e-7`. */
const TIME = /^\d{1,9}(\.\d+)?(e-\d{1,3})?$/;

export interface LinkReading {
  readonly experiment: Experiment;
  readonly position: Position;
  readonly notices: readonly Notice[];
  /** Contains everything that the experiment names. */
  readonly catalogue: Catalogue;
}

/**
 * Reads the text after `#` (or `?`). An empty text means the first scenario. What the link names must be in the catalogue
 * (`loadLink`); what is not is reported and replaced.
 */
export function readLink(catalogue: Catalogue, text: string): LinkReading {
  return readParsedLink(catalogue, parseLink(text));
}

/** Reads a link that has been parsed. */
export function readParsedLink(catalogue: Catalogue, link: ParsedLink): LinkReading {
  const reader = new LinkReader(catalogue, link);
  const experiment = reader.experiment();
  return { experiment, position: reader.position(), notices: reader.finish(), catalogue };
}

class LinkReader {
  private readonly catalogue: Catalogue;
  /** The pairs that have not been read yet. */
  private readonly pairs: Map<string, string>;
  private readonly repeated: ReadonlySet<string>;
  private readonly notices: Notice[] = [];
  /** What the scenario opened with in the link's revision, if that is an earlier one. */
  private former: NonNullable<Scenario["former"]>[number] | null = null;

  constructor(catalogue: Catalogue, { pairs, repeated, tooLong }: ParsedLink) {
    this.catalogue = catalogue;
    this.pairs = new Map(pairs);
    this.repeated = repeated;
    if (tooLong !== null) this.notices.push({ kind: "tooLong", given: tooLong });
  }

  experiment(): Experiment {
    const version = this.take("v");
    if (version !== null && version !== String(VERSION)) {
      this.notices.push({ kind: "newerVersion", given: version });
    }
    const scenario = this.scenario();
    const opened = openExperiment(this.catalogue, scenario.id);
    const lanes = this.lanes(scenario);
    const seed = this.seed();
    const shared = sharedParamsOf(this.catalogue, lanes);
    const values = this.values(scenario, shared, "");
    const thresholds = this.values(scenario, thresholdParams, "");
    const plain = { ...opened, seed, values, lanes, thresholds };
    const strips = this.strips();
    const experiment = strips === null ? plain : withStrips(this.catalogue, plain, strips);
    const read = this.interventions(durationMsOf(this.catalogue, experiment), shared);
    const interventions =
      read ?? ownInterventions(this.catalogue, experiment, this.former ?? scenario);
    return { ...experiment, interventions };
  }

  position(): Position {
    return { timeMs: this.timeMs(), rows: this.rows() };
  }

  finish(): readonly Notice[] {
    for (const key of this.pairs.keys()) this.notices.push({ kind: "unknownKey", key });
    return this.notices;
  }

  private scenario(): Scenario<ScenarioId> {
    const given = this.take("s");
    const first = scenarioOf(this.catalogue, scenarios[0].id);
    if (given === null || given === "") return first;
    const [id = "", revision = "1"] = given.split(".");
    if (!isScenarioId(id)) {
      this.notices.push({ kind: "unknownScenario", given, used: first.id });
      return first;
    }
    const scenario = this.catalogue.scenarios.get(id);
    if (scenario === undefined) {
      this.notices.push({ kind: "notLoaded", given: id });
      return first;
    }
    this.former = scenario.former?.[Number(revision) - 1] ?? null;
    if (this.former === null && revision !== String(scenario.revision)) {
      this.notices.push({ kind: "newerRevision", given });
    }
    return scenario;
  }

  private lanes(scenario: Scenario): readonly [Lane, ...Lane[]] {
    const opening = openingOf(scenario);
    const names = opening.some((_, index) => this.pairs.has(index === 0 ? "k" : `${index + 1}.k`));
    const first = this.lane(scenario, "");
    const others: Lane[] = [];
    if (opening.length > 1 && !names) {
      for (const [index, strategy] of opening.entries()) {
        if (index > 0) others.push(this.laneOf(scenario, strategy, `${index + 1}.`));
      }
      return [first, ...others];
    }
    for (let number = 2; number <= MAX_LANES && this.pairs.has(`${number}.k`); number++) {
      others.push(this.lane(scenario, `${number}.`));
    }
    this.refuseLanes();
    return [first, ...others];
  }

  /** Reports lanes beyond the limit, and discards their keys. */
  private refuseLanes(): void {
    let given = MAX_LANES;
    for (const key of [...this.pairs.keys()]) {
      const number = Number(/^(\d{1,3})\.k$/.exec(key)?.[1] ?? 0);
      if (number <= MAX_LANES) continue;
      given = Math.max(given, number);
      for (const other of [...this.pairs.keys()]) {
        if (other.startsWith(`${number}.`)) this.pairs.delete(other);
      }
    }
    if (given > MAX_LANES) this.notices.push({ kind: "tooManyLanes", given, used: MAX_LANES });
  }

  private lane(scenario: Scenario, prefix: string): Lane {
    return this.laneOf(scenario, this.strategy(scenario, `${prefix}k`), prefix);
  }

  /** Reads the keys of a lane whose strategy is known. */
  private laneOf(scenario: Scenario, strategy: StrategyId, prefix: string): Lane {
    const values = this.values(scenario, strategyOf(this.catalogue, strategy).params, prefix);
    const name = this.laneName(`${prefix}nm`);
    return name === null ? { strategy, values } : { strategy, values, name };
  }

  private laneName(key: string): string | null {
    const given = this.take(key);
    const name = given === null ? null : readLaneName(given);
    if (given !== null && name === null) this.notices.push({ kind: "laneName", given });
    return name;
  }

  private strips(): readonly StripId[] | null {
    const given = this.take("st");
    if (given === null) return null;
    const parts = given === NO_STRIPS ? [] : given.split("~");
    const known = [...new Set(parts.filter(isStripId))];
    if (known.length === parts.length && known.length <= MAX_STRIPS) return known;
    this.notices.push({ kind: "strips", given });
    return known.length === 0 ? null : known;
  }

  private strategy(scenario: Scenario, key: string): StrategyId {
    const given = this.take(key);
    const first = this.former?.strategy ?? scenario.strategies[0];
    if (given === null) return first;
    if (isStrategyId(given)) {
      if (this.catalogue.strategies.has(given)) return given;
      this.notices.push({ kind: "notLoaded", given });
      return first;
    }
    this.notices.push({ kind: "unknownStrategy", given, used: first });
    return first;
  }

  private values(scenario: Scenario, params: readonly Param[], prefix: string) {
    const values: Record<string, ParamValue> = {};
    for (const param of params) {
      const given = this.take(prefix + param.link);
      const own = scenarioValue(scenario, param);
      const unsaid = this.former === null ? own : (this.former.values[param.key] ?? param.default);
      let value = unsaid;
      if (given !== null) {
        const reading = readParam(param, given, unsaid);
        value = reading.value;
        if (reading.problem !== null)
          this.notices.push({ kind: "param", problem: reading.problem });
      }
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

  /** Null if the link has no changes on the way, or none that can be read. */
  private interventions(endMs: number, shared: readonly Param[]): Intervention[] | null {
    const given = this.take("i");
    if (given === null) return null;
    if (given === NO_INTERVENTIONS) return [];
    const parts = given.split("~");
    const read = parts.flatMap((part) => this.intervention(part, endMs, shared));
    if (read.length > MAX_INTERVENTIONS) {
      const used = MAX_INTERVENTIONS;
      this.notices.push({ kind: "tooManyLinkChanges", given: read.length, used });
    }
    if (read.length === 0) return null;
    return read.slice(0, MAX_INTERVENTIONS).sort((a, b) => a.atMs - b.atMs);
  }

  private intervention(given: string, endMs: number, shared: readonly Param[]): Intervention[] {
    const reading = readIntervention(given, shared);
    if (reading === null) {
      this.notices.push({ kind: "intervention", given });
      return [];
    }
    const { intervention, problem } = reading;
    if (intervention.atMs > endMs) {
      this.notices.push({ kind: "afterEnd", given, endMs });
      return [];
    }
    if (problem !== null) this.notices.push({ kind: "param", problem });
    return [intervention];
  }

  private timeMs(): number {
    const given = this.take("t");
    if (given === null) return 0;
    if (TIME.test(given)) return roundTime(Number(given));
    this.notices.push({ kind: "time", given });
    return 0;
  }

  private rows(): number | null {
    const given = this.take("e");
    if (given === null) return null;
    if (/^\d{1,9}$/.test(given)) return Number(given);
    this.notices.push({ kind: "rows", given, shows: "all" });
    return null;
  }

  private take(key: string): string | null {
    const value = this.pairs.get(key);
    if (value === undefined) return null;
    if (this.repeated.has(key)) this.notices.push({ kind: "repeatedKey", key, used: value });
    this.pairs.delete(key);
    return value;
  }
}

function readIntervention(
  text: string,
  shared: readonly Param[],
): { intervention: Intervention; problem: ParamProblem | null } | null {
  const [at = "", link = "", given = "", ...more] = text.split("_");
  const param = shared.find((other) => other.link === link && other.change === "live");
  if (param === undefined || more.length > 0 || !TIME.test(at)) return null;
  const { value, problem } = readParam(param, given, param.default);
  if (problem?.kind === "notOne") return null;
  return { intervention: { atMs: Math.floor(Number(at)), key: param.key, value }, problem };
}
