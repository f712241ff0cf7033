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
import { persistently } from "../../../store/index.ts";
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

/** Under which heading a strategy stands: by what it is to the text, a plain one by its system. */
function headingOf(strategy: Strategy): Text {
  const { version } = strategy;
  return version === "library" ? wordsOf(strategy).library : realityWords[version];
}

/** What the text wrote comes first, what it meant next. */
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
  // The text has no say in a common belief: none of the programs is what it wrote or meant.
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

/** The findings on one strategy: of the run on the page, if it is there, or else of the scenario's own. */
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
  // A recording may go on with another spec: the spec tells of every change.
  const shown = usePlaygroundState(
    (state) => state.recordings.find((recording) => recording.spec.strategy === strategy)?.spec,
  );
  // The catalogue grows with whatever is loaded: the run stays the same, and is recorded once.
  const opening = JSON.stringify(openingSpec(catalogue, scenario, strategy));
  const own = useMemo(() => JSON.parse(opening) as RunSpec, [opening]);
  const spec = shown ?? own;
  const settled = useSettled(spec);
  const recorded = useRecorded(settled);
  const { found, endMs } = useMemo(() => {
    if (recorded === null) return { found: [], endMs: 0 };
    const run = claimRunOf(recorded);
    return {
      found: findings
        .filter((finding) => finding.strategy === strategy && (finding.applies?.(run) ?? true))
        .map(({ text, numbers }) => ({ text, numbers: numbers(run) })),
      endMs: run.end().atMs,
    };
  }, [recorded, findings, strategy]);
  const isBusy = recorded === null || recorded.spec !== spec;
  const whose = shown === undefined ? realityWords.elsewhere : realityWords.here;
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
        {recorded !== null && found.length === 0 && <li>{say(realityWords.nothing)}</li>}
        {found.map(({ text, numbers }) => (
          <li key={text.en}>{findingText(say(text), numbers, language)}</li>
        ))}
      </ul>
    </>
  );
}

/** Most runs end at a full second. */
function secondsText(ms: number, language: Language): string {
  return ms % 1000 === 0 ? formatCount(ms / 1000, language) : formatSeconds(ms, language);
}

const SETTLES_MS = 300;

/** A spec that is being changed by a slider, once it has come to rest: whole runs take their time. */
function useSettled(spec: RunSpec): RunSpec {
  const [settled, setSettled] = useState(spec);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(spec), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [spec]);
  return settled;
}

/** A whole run of a spec, recorded a slice at a time; until that is there the one before, at first null. */
function useRecorded(spec: RunSpec): Recording | null {
  const playground = usePlayground();
  const [recorded, setRecorded] = useState<Recording | null>(null);
  useEffect(() => {
    const recording = new Recording(playground.store.getState().catalogue, spec, FINDING_BYTES);
    return playground.recordWhole(recording, () => setRecorded(recording));
  }, [playground, spec]);
  return recorded;
}

/** A run that findings are made from takes no more memory than this: reading all of its rows takes its time, too. */
const FINDING_BYTES = 16 * 1024 * 1024;

/** Loads strategies that the page may not have yet. */
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
