/** The program that the page shows of a strategy with its settings, to the letter. */
import type { Values } from "../../../src/params/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../src/systems/index.ts";
import { catalogue } from "../../support/everything.ts";
import type { KotlinFile } from "./compile-kotlin.ts";

/** What is shown, and with which settings. */
export interface Shown {
  readonly strategy: StrategyId;
  readonly values: Values;
}

/** What the page shows. */
export function shownText({ strategy, values }: Shown): string {
  return sourceTextOf(strategyOf(catalogue, strategy), values, "en").text;
}

/** The package in which the shown text of case number `index` is compiled, to stand beside others. */
const shownPackage = (index: number) => `shown${index}`;

/** The class that holds `main` of a shown Kotlin text. */
export const shownClass = (index: number) => `${shownPackage(index)}.ProgramKt`;

/** A shown Kotlin text for the compiler. */
export function shownKotlin(shown: Shown, index: number): KotlinFile {
  const name = shownPackage(index);
  return { path: `${name}/Program.kt`, text: `package ${name}\n\n${shownText(shown)}` };
}
