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
  // What the lane has recorded to its end is the run on the page; before, it is recorded no further than somebody looks.
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
  /** Whether more of the run would have needed more memory. */
  readonly isCut: boolean;
}

/**
 * The findings on the whole run of a spec, recorded and read a slice at a time; until they are there those before, at
 * first null. `ended`: that run, where the page has it.
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

/** A run that is recorded for its findings alone takes no more memory than this: a scenario has up to five of them. */
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
