/** What a Pekko program prints, in the form of a bare graph's rows. */
import type { Values } from "../../../../src/params/index.ts";
import type { StrategyId } from "../../../../src/systems/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import type { BareRow } from "./bare-graph.ts";

/** The names of exceptions, by the beginning of their messages. */
const EXCEPTIONS: readonly (readonly [message: RegExp, name: string])[] = [
  [/^Buffer overflow/, "BufferOverflowException"],
  [/^Maximum throttle/, "RateExceededException"],
];

export function printedRows(id: StrategyId, values: Values): BareRow[] {
  return playProgram(id, values, 60_000).lines.flatMap(({ timeMs, text }): BareRow[] => {
    const failure = EXCEPTIONS.find(([message]) => message.test(text));
    if (failure !== undefined) return [[timeMs, failure[1]]];
    const [what = "", number] = text.split(" ");
    if (what === "made") return [];
    return [number === undefined ? [timeMs, what] : [timeMs, what, Number(number)]];
  });
}
