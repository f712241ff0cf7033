/** The kept result as a document: docs/real.md. */
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
    "The programs that the page shows, as it shows them when their scenarios are opened, each in a process of its own on the clock of the",
    `machine, ${runs} times for 12 s or as long as the run on the page is, if that is shorter. Beside them what the page's programs print by the same`,
    "time. A program agrees if each of its runs printed as many lines of each kind as the page, within 10 % or 3 lines. Why the others do not is said",
    "in their lessons, under “On a real machine”.",
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

/** Returns the note that some results come from a repeated run, which is a choice that readers have to know of. */
function againNote(programs: readonly ProgramResult[]): string[] {
  if (!programs.some(({ again }) => again)) return [];
  return [
    "",
    "† was run again afterwards, apart from the others (`--only`), and the later result counts: most of these had differed while the machine was busy.",
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
