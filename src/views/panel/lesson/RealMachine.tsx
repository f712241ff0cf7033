/** What the programs of a lesson did on a real machine in real time, with ranges, sources and the number of runs. */
import type { JSX } from "react";
import { fillIn, formatCount, type Text } from "../../../i18n/index.ts";
import {
  AGREES_WITHIN,
  isAsMany,
  type MeasuredLine,
  type MeasuredProgram,
  measurements,
  type RecordedHeap,
  type Scenario,
  type ScenarioId,
} from "../../../scenarios/index.ts";
import { type Strategy, strategyOf } from "../../../systems/index.ts";
import { useCatalogue, usePlaygroundState, useWords } from "../../playground-context.ts";
import { rangeText, recordedText } from "./measured-text.ts";
import { realMachineWords } from "./real-machine-words.ts";
import styles from "./reality.module.css";

interface OfScenario {
  readonly scenario: Scenario<ScenarioId>;
}

export function RealMachine({ scenario }: OfScenario): JSX.Element {
  const say = useWords();
  const heaps = measurements.recorded.heaps[scenario.id];
  return (
    <section className={styles["machine"]}>
      <h3>{say(realMachineWords.heading)}</h3>
      {scenario.interventions !== undefined && <p>{say(realMachineWords.unchanged)}</p>}
      <Recorded scenario={scenario} />
      {heaps !== undefined && <Heaps heaps={heaps} />}
      <Measured programs={measurements.programs[scenario.id]} scenario={scenario} />
    </section>
  );
}

/** What was recorded of the program in the source text; nothing if it was not recorded. */
function Recorded({ scenario }: OfScenario): JSX.Element | null {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const program = measurements.recorded.programs[scenario.id];
  const text = scenario.realMachine?.recorded;
  if (program === undefined || text === undefined) return null;
  const source = { ...measurements.recorded, runs: program.runs };
  return (
    <>
      <p>
        <strong>{`${say(realMachineWords.text)} · `}</strong>
        <span>{recordedText(say(text), program, language)}</span>
      </p>
      <p className={styles["whose"]}>
        {fillIn(say(realMachineWords.recordedSource), sourceTexts(source))}
      </p>
    </>
  );
}

/** The strings and numbers of an object, for the placeholders of a text. */
function sourceTexts(source: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => ["string", "number"].includes(typeof value)),
  );
}

/** How much of a real heap the elements take that the text's program holds. */
function Heaps({ heaps }: { readonly heaps: readonly RecordedHeap[] }): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const wanted = Math.max(...heaps.map(({ arrays: [, most] }) => most));
  const runs = Math.min(...heaps.map((each) => each.runs));
  const { jdk } = measurements.recorded;
  return (
    <>
      <p>{fillIn(say(realMachineWords.arrays), { wanted: formatCount(wanted, language) })}</p>
      <ul>
        {heaps.map(({ collector, maxHeap, arrays, heapMiB, outOfMemory }) => (
          <li key={`${collector} ${maxHeap}`}>
            <strong>{`${collector}, -Xmx${maxHeap}: `}</strong>
            <span>
              {fillIn(say(outOfMemory ? realMachineWords.outOfMemory : realMachineWords.fits), {
                arrays: rangeText(arrays, language),
                heapMiB: rangeText(heapMiB, language),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles["whose"]}>{fillIn(say(realMachineWords.heapSource), { runs, jdk })}</p>
    </>
  );
}

const isAlike = ({ page, real }: MeasuredLine) => real.every((count) => isAsMany(count, page));

/** What the programs that the page shows did when `npm run real` ran them. */
function Measured({
  scenario,
  programs,
}: OfScenario & {
  readonly programs: readonly MeasuredProgram[];
}): JSX.Element {
  const say = useWords();
  const catalogue = useCatalogue();
  const differing = programs.filter(({ lines }) => !lines.every(isAlike));
  const agreeing = programs.length - differing.length;
  const counts = { count: programs.length, agreeing };
  // If nothing is reported of the text's program, the program that the lesson opens with is the example.
  const isTold = measurements.recorded.programs[scenario.id] !== undefined;
  const example = programs.slice(0, 1).find((program) => !isTold && !differing.includes(program));
  return (
    <>
      <p>
        {fillIn(say(differing.length === 0 ? realMachineWords.all : realMachineWords.some), counts)}
      </p>
      {example !== undefined && <Counted {...example} />}
      {differing.length > 0 && (
        <ul>
          {[...byReason(scenario, differing)].map(([why, those]) => (
            <li key={why?.en ?? ""}>
              {those.map((program) => (
                <Counted
                  key={program.strategy}
                  strategy={program.strategy}
                  lines={program.lines.filter((line) => !isAlike(line))}
                />
              ))}
              {why !== null && <p>{say(why)}</p>}
            </li>
          ))}
        </ul>
      )}
      <p className={styles["whose"]}>
        {fillIn(say(realMachineWords.measuredSource), {
          runs: measurements.runs,
          seconds: Math.max(...programs.map(({ untilMs }) => untilMs)) / 1000,
          ...AGREES_WITHIN,
          versions: versionsOf(programs.map((program) => strategyOf(catalogue, program.strategy))),
        })}
      </p>
      <Counts programs={programs} />
    </>
  );
}

/** Groups programs by the reason that the lesson gives for how they differ; null for none. */
function byReason(
  { realMachine }: Scenario,
  programs: readonly MeasuredProgram[],
): ReadonlyMap<Text | null, readonly MeasuredProgram[]> {
  const { differs = [] } = realMachine ?? {};
  const groups = new Map<Text | null, MeasuredProgram[]>();
  for (const program of programs) {
    const found = differs.find(({ strategies }) => strategies.includes(program.strategy));
    const why = found?.why ?? null;
    groups.set(why, [...(groups.get(why) ?? []), program]);
  }
  return groups;
}

/** A program with lines that it prints: how often on the page, and how often on the machine. */
function Counted({
  strategy: id,
  lines,
}: {
  readonly strategy: MeasuredProgram["strategy"];
  readonly lines: readonly MeasuredLine[];
}): JSX.Element {
  const say = useWords();
  const strategy = strategyOf(useCatalogue(), id);
  const language = usePlaygroundState((state) => state.preferences.language);
  return (
    <p>
      <strong>{say(strategy.name)}</strong>
      {lines.map(({ line, page, real }) => (
        <span key={line} className={styles["count"]}>
          <code>{lineText(strategy, line)}</code>
          <span>
            {fillIn(say(realMachineWords.counted), {
              page: formatCount(page, language),
              real: rangeText(real, language),
            })}
          </span>
        </span>
      ))}
    </p>
  );
}

/** A table of every line of every program, for those who want to know. */
function Counts({ programs }: { readonly programs: readonly MeasuredProgram[] }): JSX.Element {
  const say = useWords();
  const catalogue = useCatalogue();
  const language = usePlaygroundState((state) => state.preferences.language);
  return (
    <details>
      <summary>{say(realMachineWords.counts)}</summary>
      <table>
        <thead>
          <tr>
            <th>{say(realMachineWords.program)}</th>
            <th>{say(realMachineWords.line)}</th>
            <th>{say(realMachineWords.page)}</th>
            <th>{say(realMachineWords.real)}</th>
          </tr>
        </thead>
        <tbody>
          {programs.flatMap(({ strategy: id, lines }) => {
            const strategy = strategyOf(catalogue, id);
            return lines.map(({ line, page, real }) => (
              <tr key={`${id} ${line}`} data-differs={!isAlike({ line, page, real })}>
                <th scope="row">{say(strategy.name)}</th>
                <td>
                  <code>{lineText(strategy, line)}</code>
                </td>
                <td>{formatCount(page, language)}</td>
                <td>{rangeText(real, language)}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </details>
  );
}

/** A line as the program prints it, with ellipses in place of its numbers. */
function lineText({ lines }: Strategy, line: string): string {
  return (lines[line] ?? line).replace(/\{\d+\}/g, "…");
}

/** The versions of the platforms and libraries that the programs ran on. */
function versionsOf(strategies: readonly Strategy[]): string {
  const systems = new Set(strategies.map(({ system }) => system));
  const isOnNode = (language: string) => language === "javascript";
  const libraries = [...systems].filter(({ language }) => !isOnNode(language));
  return [
    ...(libraries.length > 0 ? [`JDK ${measurements.jdk}`] : []),
    ...new Set(
      libraries.map(
        ({ library, version }) => `${library.replace(/^.*:|_[\d.]+$/g, "")} ${version}`,
      ),
    ),
    ...(libraries.length < systems.size ? [`Node ${measurements.node}`] : []),
  ].join(", ");
}
