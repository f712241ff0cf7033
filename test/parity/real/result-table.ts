/** Writes the kept result as a document, docs/real.md. */
import { strategyOf } from "../../../src/systems/index.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import {
  agrees,
  deviation,
  type KeptResult,
  type LineCount,
  type ProgramResult,
} from "./kept-result.ts";

export function resultTable({ runs, versions, programs }: KeptResult): string {
  const { jdk, kotlin, coroutines, rxjava, reactor, pekko, node } = versions;
  const agreeing = programs.filter(agrees).length;
  return [
    "# On a real machine",
    "",
    "<!-- Written by `npm run real`. Do not edit. -->",
    "",
    `Each program that the page shows when a scenario is opened was run ${runs} times on a real machine, in its own process and on the machine's clock, for`,
    "12 s or for the length of the page's run if that is shorter. The table compares the number of lines that it printed with the number that the page",
    "prints by the same time. A program agrees if each of its runs printed as many lines of each kind as the page, within 10 % or 3 lines. Where one does",
    "not agree, its lesson explains why, under “On a real machine”.",
    ...againNote(programs),
    "",
    `**${agreeing} of ${programs.length} agree.** JDK ${jdk} with G1, Kotlin ${kotlin}, kotlinx.coroutines ${coroutines}, RxJava ${rxjava}, Reactor ${reactor}, Pekko ${pekko}, Node ${node}.`,
    "",
    ...allScenarios.flatMap(({ id, name }) =>
      sectionOf(
        name.en,
        programs.filter(({ scenario }) => scenario === id),
      ),
    ),
  ].join("\n");
}

/** The note on programs that were run again: repeating a run selects its result, so the document has to say so. */
function againNote(programs: readonly ProgramResult[]): string[] {
  if (!programs.some(({ again }) => again)) return [];
  return [
    "",
    "† was run again later, separately from the others (`--only`), and the later result counts: most of these programs had differed while the machine was busy.",
  ];
}

function sectionOf(name: string, programs: readonly ProgramResult[]): string[] {
  if (programs.length === 0) return [];
  return [
    `## ${name}`,
    "",
    "| program | until | ended | line | page | real machine | differs by |",
    "|---|---|---|---|---|---|---|",
    ...programs.flatMap((program) => program.lines.map((line) => rowOf(program, line))),
    "",
  ];
}

function rowOf(
  { strategy, untilMs, again, ends }: ProgramResult,
  { line, page, real }: LineCount,
): string {
  const { name, lines } = strategyOf(catalogue, strategy);
  const differs = deviation({ line, page, real });
  const text = (lines[line] ?? line).replace(/\{\d+\}/g, "…");
  const cells = [
    again ? `${name.en} †` : name.en,
    `${untilMs / 1000} s`,
    [...new Set(ends)].join(", "),
    `\`${text}\``,
    page,
    real.join(", "),
    differs === null ? "" : `**${differs}**`,
  ];
  return `| ${cells.join(" | ")} |`;
}
