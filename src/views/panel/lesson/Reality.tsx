/** Compares a claim with what the text's program and the intended one really do. */
import { type JSX, useEffect, useMemo, useState } from "react";
import {
  fillIn,
  formatCount,
  formatSeconds,
  type Language,
  type Text,
} from "../../../i18n/index.ts";
import { claimRunOf, openingSpec, Recording, type RunSpec } from "../../../run/index.ts";
import { type Finding, loadStrategies, type ScenarioId } from "../../../scenarios/index.ts";
import { persistently, ROWS_AT_ONCE } from "../../../store/index.ts";
import {
  type Strategy,
  type StrategyId,
  strategyOf,
  type Version,
  wordsOf,
} from "../../../systems/index.ts";
import {
  useCatalogue,
  usePlayground,
  usePlaygroundState,
  useScenario,
  useWords,
} from "../../playground-context.ts";
import { findingText } from "./finding-text.ts";
import { isOpeningRun } from "./opening-run.ts";
import { RealMachine } from "./RealMachine.tsx";
import styles from "./reality.module.css";
import { realityWords } from "./reality-words.ts";

/** The heading that a strategy stands under: by its relation to the source text, or by its system if it has none. */
function headingOf(strategy: Strategy): Text {
  const { version } = strategy;
  return version === "library" ? wordsOf(strategy).library : realityWords[version];
}

/** In the order in which they are shown: what the text wrote comes first, and then what it meant. */
const VERSIONS: readonly Version[] = ["written", "meant", "library"];

export function Reality(): JSX.Element {
  const say = useWords();
  const scenario = useScenario();
  const { id, reality } = scenario;
  const isCommon = reality.source === "common";
  return (
    <div className={styles["reality"]}>
      <section className={styles["claimed"]}>
        <h3>{say(isCommon ? realityWords.believed : realityWords.claimed)}</h3>
        <p>{say(reality.claimed)}</p>
      </section>
      <Findings key={id} scenario={id} findings={reality.findings} isCommon={isCommon} />
      <RealMachine scenario={scenario} />
    </div>
  );
}

function Findings({
  scenario,
  findings,
  isCommon,
}: {
  readonly scenario: ScenarioId;
  readonly findings: readonly Finding[];
  readonly isCommon: boolean;
}): JSX.Element {
  const say = useWords();
  const catalogue = useCatalogue();
  const ids = [...new Set(findings.map(({ strategy }) => strategy))];
  const loading = useLoading(ids);
  if (loading !== "done") {
    return (
      <p role="status">{say(loading === "failed" ? realityWords.failed : realityWords.loading)}</p>
    );
  }
  const strategies = ids.map((id) => strategyOf(catalogue, id));
  // A common belief has no source text, so none of the programs is what a text wrote or meant.
  const headings = isCommon
    ? [{ heading: realityWords.happens, version: "happens", own: strategies }]
    : VERSIONS.flatMap((version) => {
        const those = strategies.filter((strategy) => strategy.version === version);
        return [...new Set(those.map(headingOf))].map((heading) => {
          const own = those.filter((strategy) => headingOf(strategy) === heading);
          return { heading, version, own };
        });
      });
  return (
    <div className={styles["versions"]}>
      {headings.map(({ heading, version, own }) => (
        <section key={heading.en} data-version={version} className={styles["version"]}>
          <h3>{say(heading)}</h3>
          {own.map((strategy) => (
            <FindingsOf
              key={strategy.id}
              scenario={scenario}
              strategy={strategy}
              findings={findings}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The findings on one strategy: from its run on the page, or, if it has none there, from the scenario's opening run. */
function FindingsOf({
  scenario,
  strategy: { id: strategy, name, version },
  findings,
}: {
  readonly scenario: ScenarioId;
  readonly strategy: Strategy<StrategyId>;
  readonly findings: readonly Finding[];
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const catalogue = useCatalogue();
  // A recording may continue with another spec, and each change of settings brings another spec.
  const shown = usePlaygroundState(
    (state) => state.recordings.find((recording) => recording.spec.strategy === strategy)?.spec,
  );
  // The catalogue grows as things are loaded. The JSON stays the same, so that the run is recorded only once.
  const opening = JSON.stringify(openingSpec(catalogue, scenario, strategy));
  const own = useMemo(() => JSON.parse(opening) as RunSpec, [opening]);
  const spec = shown ?? own;
  const settled = useSettled(spec);
  // The lane's own recording serves only once it has ended: before, it reaches only as far as it was played.
  const ended = usePlaygroundState((state) =>
    state.recordings.find((recording) => recording.spec === settled && recording.end !== null),
  );
  const told = useFound(settled, ended, findings, strategy);
  const { found, endMs, isCut } = told ?? { found: [], endMs: 0, isCut: false };
  const isBusy = told === null || told.spec !== spec;
  const whose = wordsOfRun(shown !== undefined, isCut);
  return (
    <>
      <p className={styles["whose"]}>
        {version !== "written" && <strong>{`${say(name)} · `}</strong>}
        <span>
          {fillIn(say(whose), { end: secondsText(endMs, language) }) +
            (shown !== undefined && !isOpeningRun(catalogue, spec)
              ? ` · ${say(realityWords.changed)}`
              : "")}
        </span>
      </p>
      <ul aria-busy={isBusy}>
        {told !== null && found.length === 0 && <li>{say(realityWords.nothing)}</li>}
        {found.map(({ text, numbers }) => (
          <li key={text.en}>{findingText(say(text), numbers, language)}</li>
        ))}
      </ul>
    </>
  );
}

/** A time in seconds, without decimals if it is a whole number, as at the end of most runs. */
function secondsText(ms: number, language: Language): string {
  return ms % 1000 === 0 ? formatCount(ms / 1000, language) : formatSeconds(ms, language);
}

const SETTLES_MS = 300;

/** The spec once it has not changed for `SETTLES_MS`: recording a whole run is slow, and a slider changes it often. */
function useSettled(spec: RunSpec): RunSpec {
  const [settled, setSettled] = useState(spec);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(spec), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [spec]);
  return settled;
}

function wordsOfRun(isHere: boolean, isCut: boolean): Text {
  if (isHere) return isCut ? realityWords.hereCut : realityWords.here;
  return isCut ? realityWords.elsewhereCut : realityWords.elsewhere;
}

/** The findings that apply to a run. */
interface Found {
  readonly spec: RunSpec;
  readonly found: readonly {
    readonly text: Text;
    readonly numbers: ReturnType<Finding["numbers"]>;
  }[];
  readonly endMs: number;
  /** Whether the recording was cut short to save memory. */
  readonly isCut: boolean;
}

/**
 * The findings on the whole run of a spec, which is recorded and read a slice at a time. Until they are there, returns
 * the previous findings, at first null. `ended` is the recording of that run if the page has it.
 */
function useFound(
  spec: RunSpec,
  ended: Recording | undefined,
  findings: readonly Finding[],
  strategy: StrategyId,
): Found | null {
  const playground = usePlayground();
  const [told, setTold] = useState<Found | null>(null);
  useEffect(() => {
    const { catalogue } = playground.store.getState();
    const recording = ended ?? new Recording(catalogue, spec, FINDING_BYTES);
    const run = claimRunOf(recording);
    const own = findings.filter((finding) => finding.strategy === strategy);
    const found: Found["found"][number][] = [];
    let next = 0;
    const step = () => {
      if (!run.readOn(ROWS_AT_ONCE)) return false;
      const finding = own[next++];
      if (finding === undefined) return true;
      const { text, numbers, applies } = finding;
      if (applies?.(run) ?? true) found.push({ text, numbers: numbers(run) });
      return false;
    };
    return playground.inSlices(step, () => {
      const { atMs: endMs, limit } = run.end();
      setTold({ spec, found, endMs, isCut: limit === "memory" });
    });
  }, [playground, spec, ended, findings, strategy]);
  return told;
}

/** The most memory for a run that is recorded only for its findings, in bytes: a scenario has up to five such runs. */
const FINDING_BYTES = 16 * 1024 * 1024;

/** Loads the strategies that the page doesn't have yet. Returns how far that is. */
function useLoading(strategies: readonly StrategyId[]): "loading" | "done" | "failed" {
  const playground = usePlayground();
  const { strategies: there } = useCatalogue();
  const [failed, setFailed] = useState(false);
  const missing = strategies.filter((id) => !there.has(id)).join(" ");
  useEffect(() => {
    if (missing === "") return;
    const load = async () => {
      setFailed(false);
      try {
        return await loadStrategies(missing.split(" ") as StrategyId[]);
      } catch (error) {
        setFailed(true);
        throw error;
      }
    };
    persistently(playground, load).then(playground.actions.addToCatalogue);
  }, [missing, playground]);
  if (missing === "") return "done";
  return failed ? "failed" : "loading";
}
